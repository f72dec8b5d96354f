// Our side of the comparison with the stock minisign where it signs directories.
// Usage: directory_peer make SECRET FILE | check PUBLIC FILE   (FILE.minisig is the signature)
// The directory made is a first version for Pas-de-Calais with one desk; checking prints its version.
#include "core/definition/pack.hpp"
#include "core/directory/edits.hpp"
#include "core/directory/trust.hpp"
#include "core/seal/keys.hpp"
#include "native/files.hpp"
#include "native/pack_files.hpp"
#include "native/sodium_crypto.hpp"

#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace pli;

namespace {

constexpr Date today{2026, 11, 22};

void write(const std::string& path, std::string_view content) {
    std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
}

int refused(const Error& error) {
    std::cerr << error.code << '\n';
    return 1;
}

Result<Territory> territory() {
    const auto bundle = read_pack_folder("shared/packs");
    if (!bundle) return bundle.error();
    const auto pack = load_pack(bundle.value());
    if (!pack) return pack.error();
    return *find_territory(pack.value(), "pas-de-calais");
}

Result<Directory> with_desk(Crypto& crypto, const Directory& from) {
    const auto recipient = recipient_of(crypto, new_identity(crypto, KeyKind::X25519));
    if (!recipient) return recipient.error();
    DirectoryEntry desk;
    desk.id = "slai-exemple";
    desk.role = "slai";
    desk.structure = "Département d’Exemple";
    DirectoryKey key;
    key.recipient = recipient.value().text;
    key.from = today;
    key.until = add_months(today, 12);
    desk.keys = {std::move(key)};
    return add_entry(from, std::move(desk));
}

int make(Crypto& crypto, const std::string& secret, const std::string& path) {
    const auto text = read_file(secret);
    if (!text) return refused(text.error());
    const auto key = parse_signing_key(crypto, text.value());
    if (!key) return refused(key.error());
    const auto here = territory();
    if (!here) return refused(here.error());
    const auto first = new_directory(here.value().id, verifying_key_text(key.value().verifying()), today);
    if (!first) return refused(first.error());
    const auto directory = with_desk(crypto, first.value());
    if (!directory) return refused(directory.error());
    const auto files = sign_directory(crypto, key.value(), directory.value(), here.value());
    if (!files) return refused(files.error());
    write(path, files.value().text);
    write(path + ".minisig", files.value().minisig);
    return 0;
}

int check(Crypto& crypto, const std::string& public_file, const std::string& path) {
    const auto text = read_file(public_file);
    const auto content = read_file(path);
    const auto minisig = read_file(path + ".minisig");
    if (!text || !content || !minisig) return 2;
    const auto key = parse_verifying_key(text.value());
    if (!key) return refused(key.error());
    DirectoryTrust trust;
    trust.territory = "pas-de-calais";
    trust.keys = {key.value()};
    const auto verified = verify_directory(crypto, content.value(), minisig.value(), trust, {today, today});
    if (!verified) return refused(verified.error());
    std::cout << verified.value().version.version << '\n';
    return 0;
}

} // namespace

int main(int count, char** words) {
    const std::vector<std::string> args(words + 1, words + count);
    SodiumCrypto crypto;
    if (args.size() == 3 && args[0] == "make") return make(crypto, args[1], args[2]);
    if (args.size() == 3 && args[0] == "check") return check(crypto, args[1], args[2]);
    return 2;
}
