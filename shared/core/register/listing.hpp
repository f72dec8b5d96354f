// The register as a table to look at: whom to show, in which order. Searching 5 000 persons takes a few
// milliseconds at most, as often as a key is pressed.
#pragma once

#include "core/register/findings.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Columns by which the list can be sorted.
enum class SortBy : std::uint8_t { Name, Birth, Mail, Structure, LastUse, State };

/// Which persons to show: all conditions hold. The default one shows everybody, by name.
struct ListQuery {
    std::string search; ///< each word is somewhere in name, mail, region or structure, whatever case and accents
    std::optional<Habilitation::State> state;
    bool with_findings = false;      ///< only those of whom the audit says something
    std::optional<std::string> code; ///< only those with this finding
    SortBy sort = SortBy::Name;
    bool descending = false;

    bool operator==(const ListQuery&) const = default;
};

/// The audit and the search keys of a register, made once for each version of it that is looked at.
class Listing {
  public:
    Listing(const Register& habilitations, const Date& today);

    /// Indices into Register::persons, in the order asked for; those that are alike in the order of names.
    [[nodiscard]] std::vector<std::size_t> find(const Register& habilitations, const ListQuery& query) const;

    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
    /// The findings of one person: a part of findings().
    [[nodiscard]] std::vector<Finding> findings_of(std::size_t person) const;
    /// How many findings have this code.
    [[nodiscard]] std::size_t count(std::string_view code) const;

  private:
    [[nodiscard]] bool shows(const Register& habilitations, std::size_t person, const ListQuery& query,
                             const std::vector<std::string>& words) const;

    std::vector<Finding> findings_;
    std::vector<std::size_t> first_finding_; ///< of each person, and the end
    std::vector<std::string> keys_;          ///< what the search looks at
    std::vector<std::string> names_;
    std::vector<std::size_t> by_name_;
};

} // namespace pli
