// Our side of the comparison with the stock minisign: keys made, files signed and checked by the core.
// Usage: minisign_peer key SECRET PUBLIC | sign SECRET FILE COMMENT | check PUBLIC FILE   (prints the trusted comment)
#include "core/seal/minisign.hpp"
#include "native/sodium_crypto.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

using namespace pli;

namespace {

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, std::string_view content) {
    std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
}

int refused(const Error& error) {
    std::cerr << error.code << '\n';
    return 1;
}

int make_key(Crypto& crypto, const std::string& secret, const std::string& public_file) {
    const SigningKey key = new_signing_key(crypto);
    write(secret, text_of(signing_key_file(crypto, key).bytes));
    write(public_file, "untrusted comment: public key\n" + verifying_key_text(key.verifying()) + "\n");
    return 0;
}

int sign_file(Crypto& crypto, const std::string& secret, const std::string& path, const std::string& comment) {
    const auto key = parse_signing_key(crypto, read(secret));
    if (!key.ok()) return refused(key.error());
    const auto signature = sign(crypto, key.value(), bytes_of(read(path)), comment);
    if (!signature.ok()) return refused(signature.error());
    write(path + ".minisig", signature.value());
    return 0;
}

int check_file(Crypto& crypto, const std::string& public_file, const std::string& path) {
    const auto key = parse_verifying_key(read(public_file));
    if (!key.ok()) return refused(key.error());
    const auto signature = parse_signature(read(path + ".minisig"));
    if (!signature.ok()) return refused(signature.error());
    const auto comment = verify(crypto, key.value(), signature.value(), bytes_of(read(path)));
    if (!comment.ok()) return refused(comment.error());
    std::cout << comment.value() << '\n';
    return 0;
}

} // namespace

int main(int count, char** words) {
    const std::vector<std::string> args(words + 1, words + count);
    SodiumCrypto crypto;
    if (args.size() == 3 && args[0] == "key") return make_key(crypto, args[1], args[2]);
    if (args.size() == 4 && args[0] == "sign") return sign_file(crypto, args[1], args[2], args[3]);
    if (args.size() == 3 && args[0] == "check") return check_file(crypto, args[1], args[2]);
    return 2;
}
