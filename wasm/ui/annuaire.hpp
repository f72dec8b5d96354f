// The directory of correspondents on screen, and what the other screens ask of it.
#pragma once

#include "ui/summary.hpp"
#include "ui/view.hpp"

#include <string>
#include <string_view>

namespace pli::ui {

/// The directory of that territory, if one was accepted; else nullptr.
const LoadedDirectory* directory_of(const Session& session, const Territory* territory);

/// Whose key it is in a directory, on a day.
struct KeyOwner {
    KeyStanding standing = KeyStanding::Unknown;
    const DirectoryEntry* entry = nullptr; ///< nullptr for an unknown one
    const DirectoryKey* key = nullptr;
};
KeyOwner owner_of(const LoadedDirectory& directory, std::string_view key, const Date& day);

/// What a document states of its sender.
struct Sender {
    std::string_view key; ///< that signed it; empty: nobody did
    std::string_view role, structure;
    Date day;                             ///< of the document
    const Territory* territory = nullptr; ///< nullptr when this bundle does not have it
};

/// Who wrote a document, as far as the directory can say.
struct Author {
    enum class Standing : std::uint8_t {
        Unsigned,
        NoDirectory, ///< none of that territory is loaded
        Unknown,     ///< a key of nobody in it
        Known,       ///< in force on the day of the document
        NotYet,
        Expired,
        Replaced,
        Revoked,   ///< whatever the day: it may be backdated
        Different, ///< the document states another role or structure than the directory
    };
    Standing standing = Standing::Unsigned;
    std::string name; ///< of the entry, in words; empty without one
    std::string role; ///< its label
};
Author author_of(const View& view, const Sender& sender);
/// How far the author can be trusted: the warning above a document.
std::string author_in_words(const View& view, const Author& author);

/// "SLAI d’Exemple, Département d’Exemple".
std::string entry_name(const DirectoryEntry& entry);
/// As the territory of the directory words it.
std::string role_label(const View& view, const Directory& directory, std::string_view role);
/// "présent", "absent jusqu’au 24/12/2026", …
std::string presence_in_words(const View& view, const Holder& holder);
/// "en vigueur jusqu’au 31/12/2027", "remplacée le …", …
std::string standing_in_words(const View& view, const DirectoryKey& key);

/// A key of an entry, in rows: what it is worth today, its validity and its fingerprints as far as they are known.
void key_rows(View& view, const std::string& node, const DirectoryKey& key);

/// The part of the screen that leads to keeping the directory.
void keeping_part(View& view);
/// While a directory is judged or signed: nothing of the one that is being kept can be changed.
void directory_at_work(View& view);
/// Whether the unlocked keys can sign.
bool can_sign(const Session& session);
/// Fills in the screen of an entry that is being kept; an empty id is a new one.
void draft_entry(DirectoryDraft& draft, const std::string& id, const Date& today);
/// Takes over what a change made of the directory being kept, which is then a version that nobody signed yet.
/// `make` takes the directory to change.
template <class Make> Status change_draft(View& view, const Make& make);
/// The directory that the next change starts from: what was signed already stays as it is.
Result<Directory> base_of_change(const View& view);
void take_change(View& view, Directory changed);
/// The shell has signed the directory being kept.
void directory_signed(View& view);

/// The shell's answers about directories, by their names (semantics/patch.hpp).
void on_kept_trust(View& view, const Json& json);
void on_kept_directories(View& view, const Json& json);
void on_directory_signed(View& view, const Json& json);
void on_directory(View& view, const Json& json);
void on_directory_cancelled(View& view, const Json& json);
void on_fingerprints(View& view, const Json& json);
void on_directory_kept(View& view, const Json& json);
/// True when a failure was one of a directory that is kept here: it is told on that screen alone.
bool is_told_later(View& view, std::string_view during, const Json& json, const Error& error);

/// The recipients whom the form may be addressed to, by role, out of the directory: a button adds each.
void recipients_from_directory(View& view);
/// Makes whoever holds this signing key the only recipient, by the key with which they can be written to now, and
/// answers with their entry; nullptr when the directory does not know them or they cannot be written to.
const DirectoryEntry* address_holder_of(Session& session, const Date& today, std::string_view signing_key);
/// What the directory says of a recipient: whose key it is, and what it is worth now; nothing without an entry.
void recipient_in_directory(View& view, const Recipient& recipient);
/// Takes over what the directory says of a recipient's key: its role, if the form's territory is the directory's.
/// False for one that it calls revoked, which must not be sealed to.
bool accept_recipient(const View& view, Recipient& recipient);
/// Hybrid keys where every recipient has one, else classic ones: of those that the directory has both for.
void settle_protection(const View& view, std::vector<Recipient>& recipients);
/// Whether one of them was revoked since it was added.
bool has_revoked(const View& view, const std::vector<Recipient>& recipients);

/// Whether this browser keeps the directory of a territory, as far as is known.
void set_kept(DirectoryState& state, const std::string& territory, bool kept);

/// Has the shell load the directory of the chosen territory, if this browser keeps it.
void load_kept_directory(View& view);

template <class Make> Status change_draft(View& view, const Make& make) {
    const Result<Directory> base = base_of_change(view);
    if (!base) return base.error();
    Result<Directory> changed = make(base.value());
    if (!changed) return changed.error();
    take_change(view, std::move(changed).value());
    return done();
}

} // namespace pli::ui
