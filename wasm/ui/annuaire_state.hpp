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

struct DirectoryState {
    std::string file, signature; ///< names of chosen files
    bool refused = false;        ///< something was missing
    bool at_work = false;        ///< the shell is judging or signing
    std::optional<LoadedDirectory> loaded;
    std::map<std::string, std::string, std::less<>> fingerprints; ///< by recipient
    DirectoryQuery query;
    semantics::TableWindow window;
    std::string choice; ///< what the recipients to choose from are searched for

    bool keepable = false;                   ///< this browser may keep directories
    std::set<std::string, std::less<>> kept; ///< territories whose directory it keeps
    std::optional<Error> kept_fault;         ///< of the one that is kept
    bool remembers = false;                  ///< this browser may keep what is learned
    std::vector<LearnedTrust> learned;       ///< from the directories that were accepted
    std::optional<Error> learned_fault;      ///< of what was kept of it: nothing is accepted until that is settled
};

} // namespace pli::ui
