#include "core/identifiers/insee_commune.hpp"

#include "core/identifiers/ascii.hpp"

namespace pli {

Result<std::string> parse_insee_commune(std::string_view typed) {
    std::string code = upper_case(without_spaces(typed));
    const std::string_view departement = std::string_view(code).substr(0, 2);
    const bool is_corsican = departement == "2A" || departement == "2B";
    const bool has_form = code.size() == 5 && (is_corsican || is_digits(departement, 2)) &&
                          is_digits(std::string_view(code).substr(2), 3);
    if (!has_form) return Error{"insee-commune.format", "", {}};
    if (departement == "00" || departement == "20" || departement == "99")
        return Error{"insee-commune.departement", "", {}};
    return code;
}

} // namespace pli
