#include "core/identifiers/safir.hpp"

#include "core/identifiers/ascii.hpp"

namespace pli {

Result<std::string> parse_safir(std::string_view typed) {
    std::string code = without_spaces(typed);
    if (!is_digits(code, 5)) return Error{"safir.digits", "", {}};
    return code;
}

} // namespace pli
