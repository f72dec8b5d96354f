// What the session remembers of the receipts (suivi.hpp).
#pragma once

#include "core/receipts/queries.hpp"
#include "core/receipts/receipt.hpp"
#include "semantics/ui.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pli::ui {

struct FollowUp {
    /// Where receipts stay from one visit to the next.
    enum class Storage : std::uint8_t {
        Unknown, ///< the shell has not said yet
        Browser,
        Nowhere, ///< with the page they are gone, unless they are saved as a file
    };
    Receipts receipts;
    Storage storage = Storage::Unknown;
    bool changed = false;                          ///< something is in no file that was saved
    std::vector<Error> damaged;                    ///< of what the browser kept: each stays as it is
    std::set<std::string, std::less<>> unreadable; ///< their documents: nothing is written over them
    std::set<std::string, std::less<>> stored;     ///< documents of the receipts that the browser last told of
    bool reload_waits = false;   ///< the answers were erased; the page is reloaded once the receipts are in a file
    std::vector<Error> faults;   ///< of the file that was chosen
    std::string file;            ///< its name
    std::string shown;           ///< which ones the list shows: name of a standing, or empty for all
    semantics::TableWindow list; ///< what is seen of it

    std::string open;                   ///< document whose receipt is on the screen
    std::string delivered_on, answered; ///< days as they are typed there

    /// Whether receipts are lost with the page.
    [[nodiscard]] bool is_at_risk() const { return storage == Storage::Nowhere && changed; }
};

} // namespace pli::ui
