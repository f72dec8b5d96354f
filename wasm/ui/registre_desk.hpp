// The register of habilitations that is being kept in the page, and what the screens need beside it.
#pragma once

#include "core/register/import.hpp"
#include "core/register/lineage.hpp"
#include "core/register/listing.hpp"
#include "core/register/rules.hpp"
#include "semantics/ui.hpp"
#include "ui/known_registers.hpp"
#include "ui/sealed.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pli::ui {

/// What waits for random ids from the shell.
enum class NeedsIds : std::uint8_t { Nothing, Begin, Add, Import };

/// The fields of the screen that begins a register.
struct RegisterStart {
    std::string organisation, safir;
    std::vector<Error> faults;
};

/// The fields of the screen of one person.
struct PersonDraft {
    std::string id; ///< empty for somebody new
    IdentityEntry entry;
    std::vector<Error> faults;
    std::string tool, day, use; ///< being granted or withdrawn, recorded
    std::string absent, ending_reason, ending_day;
    std::string removal_reason, removal_day;
    std::optional<Error> refusal; ///< of the last change, below its field
    std::string refused_field;
};

/// A table on its way into the register.
struct ImportDraft {
    std::string file;                ///< name of the chosen file
    std::vector<std::string> sheets; ///< of a workbook: those to choose from
    std::size_t sheet = 0;
    std::optional<Table> table;
    Import import;
    std::size_t corrected = 0; ///< line of the row being corrected; 0: the first one with a fault
    semantics::TableWindow faulty_window, noted_window;
};

/// Another version that was opened while this one was open.
struct OtherVersion {
    Register content;
    std::string sha256;
    std::vector<Side> choices;
    std::optional<Result<Merge>> merged; ///< of the present content and choices; made when it is looked at
};

struct RegisterDesk {
    Register content;
    Register base;      ///< the version that was opened or sealed last
    std::string sha256; ///< of its text; empty before the first one is sealed
    bool changed = false;
    bool saved = true;              ///< false until the browser was asked to save the file sealed last
    std::optional<Listing> listing; ///< of the content; made when it is looked at
    ListQuery query;
    semantics::TableWindow window;
    PersonDraft person;
    ImportDraft import;
    std::optional<OtherVersion> other;
    std::optional<Outdated> outdated;     ///< a later or parallel version is known, until it is opened
    std::optional<Register> being_sealed; ///< the version in the shell's hands
    std::optional<Sealed> sealed;         ///< until something changes

    /// Takes over what a change made of the content.
    void take(Register next);
    /// The shell has let go of the sealed file: what was in it alone is to be sealed again.
    void let_go();
    /// Whether something is lost with the page: it is in no file that was saved.
    [[nodiscard]] bool is_at_risk() const { return changed || !saved; }
    /// The audit and the search keys of the content.
    const Listing& looked_at(const Date& today);
};

} // namespace pli::ui
