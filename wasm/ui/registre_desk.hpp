// The register of habilitations that is being kept in the page, and what the screens need beside it.
#pragma once

#include "core/production/acts.hpp"
#include "core/register/import.hpp"
#include "core/register/lineage.hpp"
#include "core/register/listing.hpp"
#include "core/register/rules.hpp"
#include "core/state/answers.hpp"
#include "semantics/ui.hpp"
#include "ui/known_registers.hpp"
#include "ui/locks.hpp"
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
    std::string organisation, safir, territory;
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

/// A file of several that were sealed in one go, and what it is about.
struct SealedAct {
    std::string about;
    Sealed file;
    bool saved = false; ///< the browser was asked to
};

/// Documents about persons of the register, on their way to be sealed in one go.
struct ActsDraft {
    bool begun = false;
    ActKind kind = ActKind::Grant;
    std::optional<std::vector<Act>> proposed; ///< made when they are looked at
    bool again = false;                       ///< those that were produced already are proposed too
    std::string search;
    std::set<std::string, std::less<>> chosen; ///< keys of acts
    Answers common;                            ///< the same for all
    bool refused = false;                      ///< something was missing
    bool accepted = false;                     ///< nothing was, and nothing has changed since
    std::string read_back;                     ///< key of the act that is read back
    Addressing addressing;
    std::vector<Act> being_sealed; ///< in the shell's hands
    std::vector<SealedAct> files;

    [[nodiscard]] bool has_unsaved_files() const;
    [[nodiscard]] bool can_be_sealed() const { return accepted || !files.empty(); }
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
    Addressing addressing;                ///< of the register's own file
    std::optional<Outdated> outdated;     ///< a later or parallel version is known, until it is opened
    std::optional<Register> being_sealed; ///< the version in the shell's hands
    std::optional<Sealed> sealed;         ///< until something changes
    ActsDraft acts;

    /// Takes over what a change made of the content.
    void take(Register next);
    /// The shell has let go of the sealed file: what was in it alone is to be sealed again.
    void let_go();
    /// Whether something is lost with the page: it is in no file that was saved.
    [[nodiscard]] bool is_at_risk() const { return changed || !saved || acts.has_unsaved_files(); }
    /// Whether the shell is sealing something of it.
    [[nodiscard]] bool is_sealing() const { return being_sealed || !acts.being_sealed.empty(); }
    /// The acts that are proposed.
    const std::vector<Act>& proposed_acts();
    /// The audit and the search keys of the content.
    const Listing& looked_at(const Date& today);
};

} // namespace pli::ui
