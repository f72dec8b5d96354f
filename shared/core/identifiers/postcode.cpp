#include "core/identifiers/postcode.hpp"

#include "core/identifiers/ascii.hpp"

namespace pli {

Result<std::string> parse_postcode(std::string_view typed) {
    std::string code = without_spaces(typed);
    if (!is_digits(code, 5)) return Error{"postcode.digits", "", {}};
    if (code.starts_with("00")) return Error{"postcode.unknown", "", {}};
    return code;
}

} // namespace pli
