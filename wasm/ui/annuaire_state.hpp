// What the session knows of the directory of correspondents (annuaire.hpp).
#pragma once

#include "core/directory/learned_trust.hpp"
#include "core/directory/queries.hpp"
#include "semantics/ui.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pli::ui {

/// A directory that was found to be one to believe.
struct LoadedDirectory {
    explicit LoadedDirectory(Directory directory) : content(std::move(directory)), index(content) {}

    Directory content;
    DirectoryIndex index;
};

/// The fields of the screen of one entry that is being kept.
struct EntryDraft {
    std::string id; ///< empty for a new one
    std::string role, structure, service, mail, phone;
    std::string new_holder;
    std::string holder, presence, from, until; ///< of a holder that is chosen
    std::string recipient, hybrid, signing, valid_from, valid_until;
    std::string key;                                          ///< name of a key that is chosen
    std::map<std::string, std::string, std::less<>> refusals; ///< what is wrong with fields, by their key, in words
};

/// A directory that is being kept.
struct DirectoryDraft {
    Directory content;
    bool is_changed = false;
    bool is_signed = false; ///< as it stands: the shell has its two files
    bool saved_text = false, saved_signature = false;
    std::string successor, revoked; ///< keys being typed
    std::string refusal;            ///< of them
    semantics::TableWindow window;
    EntryDraft entry;

    [[nodiscard]] bool is_at_risk() const { return is_changed || (is_signed && !(saved_text && saved_signature)); }
};

struct DirectoryState {
    std::string file, signature; ///< names of chosen files
    bool refused = false;        ///< something was missing
    bool at_work = false;        ///< the shell is judging or signing
    std::optional<LoadedDirectory> loaded;
    std::map<std::string, std::string, std::less<>> fingerprints; ///< by recipient
    DirectoryQuery query;
    semantics::TableWindow window;
    std::string choice; ///< what the recipients to choose from are searched for

    std::optional<DirectoryDraft> draft;

    bool keepable = false;                   ///< this browser may keep directories
    std::set<std::string, std::less<>> kept; ///< territories whose directory it keeps
    std::optional<Error> kept_fault;         ///< of the one that is kept
    bool remembers = false;                  ///< this browser may keep what is learned
    std::vector<LearnedTrust> learned;       ///< from the directories that were accepted
    std::optional<Error> learned_fault;      ///< of what was kept of it: nothing is accepted until that is settled
};

} // namespace pli::ui
