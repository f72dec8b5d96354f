// A whole age file, opened with keys or a passphrase. The input is a file in the form of the CCTV vectors:
// lines "identity: …", "passphrase: …", an empty line, then the age file.
#include "core/seal/open_stream.hpp"

#include "core/seal/key_files.hpp"
#include "fuzz/target.hpp"
#include "native/sodium_crypto.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace pli;

namespace {

constexpr int quick_work_factor = 10; // of the vectors; a higher one would only be slow

/// Takes every code and tag for genuine, so that inputs get past the cryptography to what lies behind.
class CredulousCrypto final : public SodiumCrypto {
  public:
    Key32 hmac_sha256(ByteView, ByteView) override { return {}; }
    bool aead_open(const Key32&, const Nonce12&, ByteView sealed, std::span<std::uint8_t> out) override {
        std::copy_n(sealed.begin(), out.size(), out.begin());
        return true;
    }
};

struct Case {
    std::string identities;
    std::string passphrase;
    ByteView file;
};

Case read_case(ByteView input) {
    std::string_view text = text_of(input);
    Case one;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.empty()) break;
        constexpr std::string_view identity = "identity: ";
        constexpr std::string_view passphrase = "passphrase: ";
        if (line.starts_with(identity)) one.identities.append(line.substr(identity.size())).append("\n");
        if (line.starts_with(passphrase)) one.passphrase = line.substr(passphrase.size());
    }
    one.file = bytes_of(text);
    return one;
}

/// The same file in pieces: same verdict, same bytes, and not one of them before all is authentic.
void check_pieces(Crypto& crypto, const Keyring& keyring, ByteView file, const Result<Bytes>& whole) {
    OpenStream stream(crypto, keyring);
    Bytes plaintext;
    Status status = done();
    for (int pass = 0; pass < 2 && status.ok(); ++pass) {
        fuzz::for_each_piece(file, [&](ByteView piece) {
            status = stream.push(piece, plaintext);
            fuzz::require(stream.authenticated() || plaintext.empty(), "nothing is released before the end");
            return status.ok();
        });
        if (status.ok()) status = stream.finish(plaintext);
        fuzz::require(pass > 0 || plaintext.empty(), "the first pass releases nothing");
    }
    fuzz::require(status.ok() == whole.ok(), "pieces do not change the verdict");
    if (whole.ok()) fuzz::require(plaintext == whole.value(), "pieces do not change the plaintext");
    // An armored file may fail for two reasons: its text and what it holds. Which comes first depends on the pieces.
    const bool binary = text_of(file).starts_with("age-encryption.org/");
    if (!whole.ok() && binary) fuzz::require(status.error() == whole.error(), "pieces do not change the failure");
    fuzz::require(!status.ok() || stream.plaintext_size() == plaintext.size(), "the size is known in advance");
}

void open_with(Crypto& crypto, const Case& one) {
    const IdentityList list = parse_identities(crypto, one.identities);
    const Keyring keyring{list.identities, bytes_of(one.passphrase), quick_work_factor};
    check_pieces(crypto, keyring, one.file, open(crypto, keyring, one.file));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static SodiumCrypto crypto;
    static CredulousCrypto credulous;
    const Case one = read_case({data, size});
    open_with(crypto, one);
    open_with(credulous, one);
    return 0;
}
