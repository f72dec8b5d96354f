#include "core/identifiers/ascii.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace pli {

bool is_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); });
}

std::string without_spaces(std::string_view typed) {
    std::string text = fold_spaces(typed);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

std::string first_outside(std::u32string_view allowed, std::string_view text) {
    for (const char32_t c : code_points(text))
        if (allowed.find(c) == std::u32string_view::npos) return readable(c);
    return {};
}

std::string readable(char32_t character) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    const bool is_control = character < 0x20 || (character >= 0x7F && character <= 0x9F);
    const bool is_format = (character >= 0x200B && character <= 0x200F) ||
                           (character >= 0x2028 && character <= 0x202E) ||
                           (character >= 0x2060 && character <= 0x206F) || character == 0xAD || character == 0xFEFF;
    std::string text;
    if (!is_control && !is_format && character != ' ') {
        append_utf8(text, character);
        return text;
    }
    text = "U+";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) text += hex[(character >> shift) & 0xFU];
    return text;
}

bool passes_luhn(std::string_view digits) {
    if (!is_digits(digits, digits.size())) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digit_value(digits[digits.size() - 1 - i]);
        const int weighted = i % 2 == 1 ? digit * 2 : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
}

} // namespace pli
