// Keys and signatures, which users load and which come with directories and fiches.
#include "core/seal/minisign.hpp"

#include "core/base/encoding.hpp"
#include "fuzz/target.hpp"
#include "native/sodium_crypto.hpp"

using namespace pli;

namespace {

void check_keys(Crypto& crypto, std::string_view text) {
    const auto verifying = parse_verifying_key(text);
    if (verifying.ok())
        fuzz::require(parse_verifying_key(verifying_key_text(verifying.value())).value() == verifying.value(),
                      "a public key is read back");
    const auto signing = parse_signing_key(crypto, text);
    if (!signing.ok()) return;
    const auto again = parse_signing_key(crypto, text_of(signing_key_file(crypto, signing.value()).bytes));
    fuzz::require(again.ok() && again.value().verifying() == signing.value().verifying(), "a secret key is read back");
}

void check_signature(Crypto& crypto, const SigningKey& key, std::string_view text) {
    const auto signature = parse_signature(text);
    if (signature.ok())
        fuzz::require(!verify(crypto, key.verifying(), signature.value(), bytes_of(text)).ok(),
                      "nothing that we did not sign is taken for signed");
    // Whatever we sign is checked by ourselves, whatever the content.
    const auto ours = sign(crypto, key, bytes_of(text), "pli/fiche/1");
    const auto read = parse_signature(ours.value());
    fuzz::require(read.ok() && verify(crypto, key.verifying(), read.value(), bytes_of(text)).ok(),
                  "a signature is read back");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static SodiumCrypto crypto;
    static const SigningKey key = new_signing_key(crypto);
    const std::string_view text = text_of({data, size});
    check_keys(crypto, text);
    check_signature(crypto, key, text);
    // Base64 is hard to hit by chance: so the input also as the bytes of a key.
    check_keys(crypto, base64_encode({data, size}, Padding::Required));
    return 0;
}
