#include "core/identifiers/rome.hpp"

#include "core/identifiers/ascii.hpp"

namespace pli {

Result<std::string> parse_rome(std::string_view typed) {
    std::string code = upper_case(without_spaces(typed));
    const bool has_form =
        code.size() == 5 && code[0] >= 'A' && code[0] <= 'N' && is_digits(std::string_view(code).substr(1), 4);
    if (!has_form) return Error{"rome.format", "", {}};
    return code;
}

} // namespace pli
