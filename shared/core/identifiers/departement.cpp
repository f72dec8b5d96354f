#include "core/identifiers/departement.hpp"

#include "core/identifiers/ascii.hpp"

namespace pli {

namespace {

bool is_departement(std::string_view code) {
    if (code == "2A" || code == "2B") return true;
    if (is_digits(code, 2)) return code >= "01" && code <= "95" && code != "20";
    if (!is_digits(code, 3)) return false;
    return (code >= "971" && code <= "978") || code == "984" || (code >= "986" && code <= "989");
}

} // namespace

Result<std::string> parse_departement(std::string_view typed) {
    std::string code = upper_case(without_spaces(typed));
    if (!is_departement(code)) return Error{"departement.unknown", "", {}};
    return code;
}

} // namespace pli
