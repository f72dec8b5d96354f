// What the session knows of drafts (drafts.hpp): those that this browser keeps, and how the form in progress is kept.
#pragma once

#include "core/document/draft_file.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pli::ui {

/// What opens a draft. Nothing of it lies beside the draft.
enum class DraftLock : std::uint8_t { Code, OwnKey };

/// A draft as far as it can be read without opening it.
struct KeptDraft {
    std::string id;
    std::string form;         ///< its id; one that is not known is of a draft that cannot be read here
    std::string day, expires; ///< "AAAA-MM-JJ": of its last change, and the last on which it is kept
    DraftLock lock = DraftLock::Code;
};

/// How the form in progress is kept.
struct CurrentDraft {
    int number = 0;        ///< what page and shell call it; 0: it is not begun yet
    bool ready = false;    ///< the shell has answered
    bool stored = false;   ///< this browser keeps it; else only a file does, if one is asked for
    std::string id;        ///< among the kept ones
    std::string recipient; ///< the user's own key; empty: the code opens it
    std::string code;      ///< known for as long as the page is open
    bool code_shown = false;
    bool told = false;               ///< the shell knows of a change, and will ask for it
    std::optional<DraftFile> handed; ///< the version that the shell has
    int step = 0;                    ///< where the user was last
    std::optional<Error> failure;    ///< why the last version is not kept

    [[nodiscard]] bool can_be_saved() const { return !recipient.empty() || !code.empty(); }
};

/// A draft to be opened: one that is kept (Place::id says which), or a file.
struct DraftOpening {
    std::string id;   ///< of the kept one that all this is about; empty: of a file
    std::string file; ///< name of a chosen file
    std::string code;
    bool refused = false;  ///< opening was asked for and something was missing
    bool as_typed = false; ///< second try: the code exactly as typed (see passphrase.hpp)
    int number = 0;        ///< it is being opened; 0: not now
};

struct Drafts {
    bool keepable = false; ///< this browser has told what it keeps
    std::vector<KeptDraft> kept;
    std::set<std::string, std::less<>> over; ///< ids of those to be deleted because their time is over
    std::size_t gone = 0;                    ///< how many of these are, since the page is open
    CurrentDraft current;
    int numbers = 0;        ///< given so far
    int held = 0;           ///< number of the one that the shell holds for this page, or 0
    std::string given_code; ///< the code of a file that was opened: the draft goes on under it
    std::string to_delete;  ///< id, while that is asked
    DraftOpening opening;
};

} // namespace pli::ui
