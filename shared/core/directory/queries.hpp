// What is asked of a directory: who is in it, whose key this is, with which keys a role can be written to.
#pragma once

#include "core/base/result.hpp"
#include "core/directory/directory.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Which entries to show: all conditions hold, and an empty one always does.
struct DirectoryQuery {
    std::string
        search;       ///< each word is somewhere in structure, service, holders, mail or id, whatever case and accents
    std::string role; ///< exactly
    std::string territory; ///< exactly: of another one, nothing is found
    std::string structure; ///< the whole name, whatever case and accents

    bool operator==(const DirectoryQuery&) const = default;
};

/// What a key is worth on a day.
enum class KeyStanding : std::uint8_t {
    Known,    ///< in force
    NotYet,   ///< before its first day
    Expired,  ///< after its last day
    Replaced, ///< by another one, from that day on
    Revoked,  ///< whatever the day: what it signed may be backdated
    Unknown,  ///< of nobody here
};

KeyStanding standing_of(const DirectoryKey& key, const Date& day);

/// Whose key it is: indices into Directory::entries and into that entry's keys, both 0 for an unknown one.
struct KeyHolder {
    KeyStanding standing = KeyStanding::Unknown;
    std::size_t entry = 0;
    std::size_t key = 0;

    bool operator==(const KeyHolder&) const = default;
};

/// Whether who signed may write in this role and for this structure, as a document states them: the entry has that
/// role, and its structure or service, or both, have that name, whatever case and accents. What the document leaves
/// out contradicts nothing.
bool may_sign_as(const DirectoryEntry& entry, std::string_view role, std::string_view structure);

/// An entry of a role, and the key with which it can be written to on a day, or why it cannot:
///   directory.no-key             it has no recipient at all
///   directory.no-valid-key       none that is in force
///   directory.all-left           everybody has left
///   directory.absent-until (day) everybody is absent, the first of them until that day
///   directory.all-absent         …and nobody said until when
/// each with the entry's id as place.
struct RoleRecipient {
    std::size_t entry = 0;
    std::size_t key = 0; ///< of entry's keys; 0 when it is not usable
    std::optional<Error> unusable;

    bool operator==(const RoleRecipient&) const = default;
};

/// How an entry can be written to on a day: of several keys in force, by the one that came last.
RoleRecipient recipient_at(const Directory& directory, std::size_t index, const Date& day);

/// Search keys and keys' owners of a directory, made once for each version that is looked at. The directory must be a
/// sound one (check_directory), and it is given again, unchanged, with each question.
class DirectoryIndex {
  public:
    explicit DirectoryIndex(const Directory& directory);

    /// Indices into Directory::entries, by structure, service and id.
    [[nodiscard]] std::vector<std::size_t> search(const Directory& directory, const DirectoryQuery& query) const;

    /// Takes a recipient of either kind or a signing key, as written in the directory; keys are compared whole, but for
    /// the number that a signing key claims.
    [[nodiscard]] KeyHolder holder_of_key(const Directory& directory, std::string_view key, const Date& day) const;

    /// Those of a role, in the order of search().
    [[nodiscard]] std::vector<RoleRecipient> recipients_for(const Directory& directory, std::string_view role,
                                                            const Date& day) const;

    /// The structures' names, each once, in order.
    [[nodiscard]] const std::vector<std::string>& structures() const { return structures_; }

  private:
    struct Place {
        std::size_t entry;
        std::size_t key;
    };
    struct Folded {
        std::string structure;
        std::string service;
        std::string all; ///< what the search looks at
    };

    std::vector<Folded> folded_; ///< of each entry
    std::vector<std::size_t> order_;
    std::vector<std::string> structures_;
    std::map<std::string, Place, std::less<>> owners_;
};

} // namespace pli
