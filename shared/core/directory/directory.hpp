// The directory ("annuaire") of a territory: who may be written to, in which role, with which keys. The Département
// signs it (trust.hpp). One value, changed by replacing it (edits.hpp).
#pragma once

#include "core/base/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Somebody who reads what an entry receives: several share a desk.
struct Holder {
    enum class Presence : std::uint8_t { Present, Absent, Left };
    std::string name;
    Presence presence = Presence::Present;
    std::optional<Date> from = std::nullopt;  ///< first day of the absence, or the first day without them
    std::optional<Date> until = std::nullopt; ///< last day of the absence; nothing: not known

    bool operator==(const Holder&) const = default;
};

/// The keys that an entry had at one time. There is a classic recipient or a signing key; a hybrid recipient is only
/// beside a classic one.
struct DirectoryKey {
    enum class State : std::uint8_t { Active, Replaced, Revoked };
    std::string recipient; ///< "age1…", or empty
    std::string hybrid;    ///< "age1pq1…", or empty
    std::string signing;   ///< minisign's public key, 56 characters, or empty
    Date from;
    Date until; ///< last day
    State state = State::Active;
    std::optional<Date> ended = std::nullopt; ///< replaced from that day on; revoked on it: for every day
    std::string replaced_by = std::string();  ///< the name (key_name) of another key of the entry

    bool operator==(const DirectoryKey&) const = default;
};

struct DirectoryEntry {
    std::string id;   ///< lower-case ASCII letters and digits in words joined by "-"; never changes
    std::string role; ///< of the territory in the pack
    std::string structure;
    std::string service;            ///< or the label of a desk; may be empty
    std::string mail;               ///< functional address; may be empty
    std::string phone;              ///< may be empty
    std::vector<Holder> holders;    ///< each name once; none: whoever serves the structure
    std::vector<DirectoryKey> keys; ///< the oldest first

    bool operator==(const DirectoryEntry&) const = default;
};

struct Directory {
    std::string territory; ///< id
    std::int64_t version = 1;
    Date issued;
    Date valid_until;                         ///< last day, at most max_validity_days after `issued`
    std::string signer;                       ///< minisign's public key that signs this directory
    std::string successor;                    ///< the one that may sign later ones too; empty: none is named
    std::vector<std::string> revoked_signers; ///< keys that signed directories and must not be trusted any more
    std::vector<DirectoryEntry> entries;      ///< by id, ascending, each once

    bool operator==(const Directory&) const = default;
};

namespace directory_limits {
inline constexpr std::size_t bytes = std::size_t{8} << 20U; ///< of the text
inline constexpr std::size_t entries = 20000;
inline constexpr std::size_t holders = 100; ///< of one entry
inline constexpr std::size_t keys = 50;     ///< of one entry
inline constexpr std::size_t revoked_signers = 50;
inline constexpr std::size_t id_length = 40;
inline constexpr std::int64_t validity_days = 90;
inline constexpr std::int64_t version = 1000000000;
} // namespace directory_limits

/// What a key is called by: its classic recipient, or else its signing key. It is always the whole key.
const std::string& key_name(const DirectoryKey& key);

/// The entry, key or holder, or nullptr. The directory keeps its order.
const DirectoryEntry* find_entry(const Directory& directory, std::string_view id);
const DirectoryKey* find_key(const DirectoryEntry& entry, std::string_view name);
const Holder* find_holder(const DirectoryEntry& entry, std::string_view name);

/// Whether the holder reads what arrives on that day.
bool is_present(const Holder& holder, const Date& day);

} // namespace pli
