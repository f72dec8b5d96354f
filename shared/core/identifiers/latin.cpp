#include "core/identifiers/latin.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pli {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

constexpr std::array<Range, 12> letters{{
    {'A', 'Z'},
    {'a', 'z'},
    {0x00C0, 0x00D6}, // À–Ö; × is between
    {0x00D8, 0x00F6}, // Ø–ö; ÷ is between
    {0x00F8, 0x017F}, // ø–ÿ, Latin Extended-A
    {0x018F, 0x018F}, // Ə
    {0x01A0, 0x01A1}, // Ơ ơ
    {0x01AF, 0x01B0}, // Ư ư
    {0x01C4, 0x01DC}, // Ǆ … ǜ
    {0x01DE, 0x0233}, // Ǟ … ȳ
    {0x0259, 0x0259}, // ə
    {0x1E00, 0x1EFF}, // Latin Extended Additional
}};
constexpr Range marks{0x0300, 0x036F};

bool contains(const Range& range, char32_t c) { return c >= range.first && c <= range.last; }

std::string escaped(char32_t c) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string text = "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) text += hex[(c >> shift) & 0xFU];
    return text;
}

std::string class_of(const Range& range) { return escaped(range.first) + "-" + escaped(range.last); }

} // namespace

bool is_latin_letter(char32_t c) {
    return std::any_of(letters.begin(), letters.end(), [c](const Range& range) { return contains(range, c); });
}

bool is_combining_mark(char32_t c) { return contains(marks, c); }

std::string latin_letter_pattern() {
    std::string pattern = "[";
    for (const Range& range : letters) pattern += class_of(range);
    return pattern + "][" + class_of(marks) + "]*";
}

} // namespace pli
