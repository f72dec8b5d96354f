#include "core/identifiers/code_pe.hpp"

#include "core/identifiers/ascii.hpp"

namespace pli {

Result<std::string> parse_code_pe(std::string_view typed) {
    std::string code = without_spaces(typed);
    if (!is_digits(code, 3)) return Error{"code-pe.digits", "", {}};
    return code;
}

} // namespace pli
