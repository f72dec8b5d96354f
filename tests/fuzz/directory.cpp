// The directory as it comes out of a stranger's file, and as somebody may have signed it.
#include "core/directory/directory_file.hpp"
#include "core/directory/edits.hpp"
#include "core/directory/queries.hpp"
#include "core/directory/rules.hpp"
#include "core/directory/trust.hpp"
#include "fuzz/target.hpp"
#include "native/sodium_crypto.hpp"

using namespace pli;

namespace {

/// What every sound directory answers.
void check_queries(const Directory& directory) {
    const DirectoryIndex index(directory);
    fuzz::require(index.search(directory, {}).size() == directory.entries.size(), "everybody is listed");
    for (std::size_t i = 0; i < directory.entries.size(); ++i) {
        const DirectoryEntry& entry = directory.entries[i];
        fuzz::require(find_entry(directory, entry.id) == &entry, "an entry is found");
        for (std::size_t k = 0; k < entry.keys.size(); ++k)
            fuzz::require(index.holder_of_key(directory, key_name(entry.keys[k]), fuzz::today) ==
                              KeyHolder{standing_of(entry.keys[k], fuzz::today), i, k},
                          "a key has one holder");
        for (const RoleRecipient& one : index.recipients_for(directory, entry.role, fuzz::today)) {
            const DirectoryEntry& found = directory.entries[one.entry];
            fuzz::require(one.unusable || standing_of(found.keys[one.key], fuzz::today) == KeyStanding::Known,
                          "nothing is sealed to a key that is not in force");
        }
    }
}

/// Whatever can be changed stays sound.
void check_edits(const Directory& directory) {
    for (const DirectoryEntry& entry : directory.entries) {
        if (entry.keys.empty()) continue;
        const auto revoked = revoke_key(directory, entry.id, key_name(entry.keys.back()), fuzz::today);
        const bool was_revoked = entry.keys.back().state == DirectoryKey::State::Revoked;
        fuzz::require(revoked.ok() != was_revoked, "a key can be revoked once");
    }
}

/// The text as the territory's own key may have signed it: nothing but a sound directory is believed.
void check_signed(std::string_view text, const DirectoryReading& reading) {
    static SodiumCrypto crypto;
    static const SigningKey key = new_signing_key(crypto);
    DirectoryTrust trust;
    trust.territory = reading.content.territory;
    trust.keys = {key.verifying()};
    const std::string comment = trusted_comment(reading.content);
    const auto minisig = sign(crypto, key, bytes_of(text), comment);
    if (!minisig.ok()) return;
    const auto verified = verify_directory(crypto, text, minisig.value(), trust, {fuzz::today, fuzz::today});
    fuzz::require(!verified.ok(), "it names another key than this one");
    if (reading.faults.empty()) fuzz::require(verified.error().code == "directory.signer", "that is its only fault");
    fuzz::require(!verify_directory(crypto, text, text, trust, {fuzz::today, fuzz::today}).ok(), "it signs nothing");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of({data, size});
    const DirectoryReading reading = read_directory(text);
    fuzz::require(reading.faults.size() <= 100, "faults are bounded");
    check_signed(text, reading);
    if (!reading.faults.empty()) return 0;
    fuzz::require(looks_like_directory(text), "what is read looks like a directory");
    const auto rewritten = write_directory(reading.content);
    fuzz::require(rewritten.ok() && rewritten.value() == text, "a directory has one text");
    fuzz::require(check_directory(reading.content).empty(), "what is read is sound");
    check_queries(reading.content);
    check_edits(reading.content);
    return 0;
}
