#include "core/identifiers/caf_id.hpp"

#include "core/identifiers/ascii.hpp"

#include <algorithm>
#include <optional>

namespace pli {

namespace {

constexpr std::size_t max_digits = 7;
constexpr std::size_t padded_digits = 15;

/// The number without the zeros that follow its seventh digit, if nothing else does.
std::optional<std::string_view> cut(std::string_view digits, bool is_padded) {
    if (digits.size() <= max_digits) return digits;
    const bool has_empty_tail = digits.find_first_not_of('0', max_digits) == std::string_view::npos;
    if (!is_padded || !has_empty_tail) return std::nullopt;
    return digits.substr(0, max_digits);
}

} // namespace

Result<std::string> parse_caf_id(std::string_view typed) {
    const std::string number = without_spaces(typed);
    if (std::string character = first_outside(digits_only, number); !character.empty())
        return Error{"caf-id.character", "", {{"character", std::move(character)}}};
    const bool is_padded = number.size() == padded_digits;
    const std::string_view digits = number;
    const std::string_view significant = digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
    auto id = cut(digits, is_padded);
    if (!id) id = cut(significant, is_padded);
    if (!id || id->empty()) return Error{"caf-id.length", "", {}};
    return std::string(*id);
}

} // namespace pli
