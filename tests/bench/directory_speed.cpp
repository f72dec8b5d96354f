// How long the core takes for a directory: directory_speed ENTRIES prints {"<what>": ms} as JSON. Of the search, it is
// the slowest key of some that a user types; of all else, the median of several runs.
#include "bench/stopwatch.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/queries.hpp"
#include "core/directory/trust.hpp"
#include "core/seal/keys.hpp"
#include "native/sodium_crypto.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace pli;
using bench::median_of;

constexpr Date today{2026, 11, 25};
/// Letters for a number: names hold no digits.
std::string name_for(std::size_t number) {
    std::string letters;
    for (std::size_t rest = number + 1; rest > 0; rest /= 26) letters += static_cast<char>('A' + rest % 26);
    return "Éloïse DURAND-" + letters;
}

DirectoryEntry entry_for(Crypto& crypto, std::size_t number) {
    std::string digits = std::to_string(number);
    DirectoryEntry entry;
    entry.id = "agence-" + std::string(6 - digits.size(), '0') + digits;
    entry.role = number % 3 == 0 ? "slai" : "conseiller-france-travail";
    entry.structure = "Structure d’Exemple " + std::to_string(number % 100);
    entry.service = "Service de l’Été " + digits;
    entry.mail = "agence" + digits + "@exemple.fr";
    for (std::size_t i = 0; i < 3; ++i) entry.holders.push_back({name_for(number * 3 + i)});
    DirectoryKey key;
    key.recipient = recipient_of(crypto, new_identity(crypto, KeyKind::X25519)).value().text;
    key.signing = verifying_key_text(new_signing_key(crypto).verifying());
    key.from = today;
    key.until = add_months(today, 24);
    entry.keys = {std::move(key)};
    return entry;
}

/// The slowest key of a word, letter by letter: one that all entries hold, a name that few do, and nothing known.
double slowest_key(const Directory& directory, const DirectoryIndex& index) {
    constexpr std::array<std::string_view, 3> typed{"exemple ete durand", "éloïse durand-zb agence",
                                                    "inconnu qui n’est pas là"};
    double slowest = 0;
    DirectoryQuery query;
    for (const std::string_view text : typed)
        for (std::size_t length = 1; length <= text.size(); ++length) {
            query.search = text.substr(0, length);
            slowest = std::max(slowest, median_of([&] { return index.search(directory, query); }));
        }
    return slowest;
}

int measure(std::size_t count) {
    SodiumCrypto crypto;
    const SigningKey key = new_signing_key(crypto);
    Directory directory;
    directory.territory = "exemple";
    directory.issued = today;
    directory.valid_until = add_days(today, directory_limits::validity_days);
    directory.signer = verifying_key_text(key.verifying());
    for (std::size_t i = 0; i < count; ++i) directory.entries.push_back(entry_for(crypto, i));
    Territory territory;
    territory.id = directory.territory;
    territory.roles = {{"slai", "SLAI"}, {"conseiller-france-travail", "Conseiller France Travail"}};
    const auto files = sign_directory(crypto, key, directory, territory);
    if (!files) return 2;
    DirectoryTrust trust;
    trust.territory = territory.id;
    trust.keys = {key.verifying()};
    const auto verified = [&] {
        return verify_directory(crypto, files.value().text, files.value().minisig, trust, {today, today});
    };
    if (!verified()) return 3;
    const DirectoryIndex index(directory);
    const std::string& last = directory.entries.back().keys.front().recipient;
    std::printf("{\"signed\": %.3f", median_of([&] { return sign_directory(crypto, key, directory, territory); }));
    std::printf(", \"verified and read\": %.3f", median_of(verified));
    std::printf(", \"indexed\": %.3f", median_of([&] { return DirectoryIndex(directory); }));
    std::printf(", \"searched, slowest key\": %.3f", slowest_key(directory, index));
    std::printf(", \"recipients of a role\": %.3f",
                median_of([&] { return index.recipients_for(directory, "slai", today); }));
    std::printf(", \"holder of a key\": %.4f}\n",
                median_of([&] { return index.holder_of_key(directory, last, today); }));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const long count = argc == 2 ? std::atol(argv[1]) : 0;
    if (count < 1 || count > static_cast<long>(directory_limits::entries)) return 1;
    return measure(static_cast<std::size_t>(count));
}
