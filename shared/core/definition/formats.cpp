#include "core/definition/formats.hpp"

#include <algorithm>

namespace pli {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// True for words of `in_word` characters joined by single `joint`s; `words` receives their number.
bool is_chain(std::string_view text, char joint, bool (*in_word)(char), int& words) {
    words = 0;
    bool after_word = false;
    for (const char c : text) {
        if (!in_word(c) && !(c == joint && after_word)) return false;
        if (in_word(c) && !after_word) ++words;
        after_word = in_word(c);
    }
    return after_word;
}

} // namespace

bool is_name(std::string_view text) {
    int words = 0;
    return is_chain(
        text, '-', [](char c) { return is_lower(c) || is_digit(c); }, words);
}

bool is_version(std::string_view text) {
    int numbers = 0;
    return is_chain(text, '.', is_digit, numbers) && numbers == 3;
}

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

std::string hex_pattern(std::size_t digits) { return "^[0-9a-f]{" + std::to_string(digits) + "}$"; }

bool is_recipient(std::string_view text) {
    if (!text.starts_with("age1")) return false;
    text.remove_prefix(4);
    if (text.starts_with("pq1")) text.remove_prefix(3);
    const auto in_bech32 = [](char c) {
        return (is_digit(c) && c != '1') || (is_lower(c) && c != 'b' && c != 'i' && c != 'o');
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), in_bech32);
}

bool is_verifying_key(std::string_view text) {
    const auto in_base64 = [](char c) {
        return is_digit(c) || is_lower(c) || (c >= 'A' && c <= 'Z') || c == '+' || c == '/';
    };
    return text.size() == 56 && text.starts_with("RW") && std::all_of(text.begin(), text.end(), in_base64);
}

} // namespace pli
