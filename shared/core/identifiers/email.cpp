#include "core/identifiers/email.hpp"

#include "core/base/text.hpp"
#include "core/identifiers/ascii.hpp"

#include <algorithm>

namespace pli {

namespace {

constexpr std::size_t label_max_length = 63;

bool is_local_character(char c) {
    constexpr std::string_view signs = ".!#$%&'*+/=?^_`{|}~-";
    return is_ascii_digit(c) || is_ascii_letter(c) || signs.find(c) != std::string_view::npos;
}

bool is_local_part(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_local_character);
}

bool is_label(std::string_view text) {
    const auto is_label_character = [](char c) { return c == '-' || is_ascii_digit(c) || is_ascii_letter(c); };
    return !text.empty() && text.size() <= label_max_length && !text.starts_with('-') && !text.ends_with('-') &&
           std::all_of(text.begin(), text.end(), is_label_character);
}

bool is_dotted_domain(std::string_view text) {
    std::size_t labels = 0;
    for (std::size_t start = 0; start <= text.size(); ++labels) {
        const std::size_t end = std::min(text.find('.', start), text.size());
        if (!is_label(text.substr(start, end - start))) return false;
        start = end + 1;
    }
    return labels >= 2;
}

} // namespace

Result<std::string> parse_email(std::string_view typed) {
    std::string address = fold_spaces(typed);
    if (const std::size_t size = length(address); size > email_max_length) {
        return Error{
            "email.too-long", "", {{"length", std::to_string(size)}, {"max", std::to_string(email_max_length)}}};
    }
    const auto at_signs = std::count(address.begin(), address.end(), '@');
    if (at_signs > 1) return Error{"email.several", "", {}};
    for (const char32_t c : code_points(address)) {
        if (c == U' ') return Error{"email.space", "", {}};
        if (c < 0x20 || c >= 0x7F) return Error{"email.character", "", {{"character", readable(c)}}};
    }
    if (at_signs == 0) return Error{"email.at", "", {}};
    const std::size_t at_sign = address.find('@');
    if (!is_local_part(std::string_view(address).substr(0, at_sign))) return Error{"email.local", "", {}};
    if (!is_dotted_domain(std::string_view(address).substr(at_sign + 1))) return Error{"email.domain", "", {}};
    return address;
}

} // namespace pli
