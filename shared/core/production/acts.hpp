// What has to be put in writing of the persons of a register: what each was granted, and how it ended.
#pragma once

#include "core/register/register.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pli {

enum class ActKind : std::uint8_t {
    Grant,     ///< "chaque habilitation nominative est formalisée par écrit" (annexe 2, 3.2)
    Withdrawal ///< a suspension or removal (annexe 1, article 5.1)
};

/// What one document says. A person whose tools were granted on several days has one for each day.
struct Act {
    ActKind kind = ActKind::Grant;
    std::string person;                            ///< id
    Date day;                                      ///< from which on it holds
    std::vector<std::string> tools;                ///< of a grant
    std::optional<Date> formalised = std::nullopt; ///< day on which such a document was produced already

    bool operator==(const Act&) const = default;

    /// The same for the same document, and for no other.
    [[nodiscard]] std::string key() const;
};

/// All acts of a kind, by name and day: of tools in force of active habilitations; of suspensions and removals of
/// persons who had a tool. Those for which a document was produced only if `again`.
std::vector<Act> acts_of(const Register& habilitations, ActKind kind, bool again);

/// Notes that documents of these acts were produced. Errors: those of note_grants_formalised and note_end_formalised.
Result<Register> note_formalised(const Register& from, const std::vector<Act>& acts, const Date& today);

} // namespace pli
