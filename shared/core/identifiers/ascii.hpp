// What identifiers made of ASCII digits and letters have in common.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pli {

constexpr bool is_ascii_digit(auto c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(auto c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
constexpr int digit_value(char digit) { return digit - '0'; }

/// True for `count` digits and nothing else.
bool is_digits(std::string_view text, std::size_t count);

/// The text without any space: people group the digits of long numbers, each in their own way.
std::string without_spaces(std::string_view typed);

/// The text with the letters a–z in capitals: for codes that exist in capitals only.
std::string upper_case(std::string_view text);

inline constexpr std::u32string_view digits_only = U"0123456789";
inline constexpr std::u32string_view alphanumerics = U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The first character that is not among the allowed ones, as readable() gives it; empty when there
/// is none.
std::string first_outside(std::u32string_view allowed, std::string_view text);

/// A character for use in a message: itself, or "U+000A" when it could not be seen there.
std::string readable(char32_t character);

/// Whether the digits pass the check of Luhn (ISO/IEC 7812-1, annex B). False if one is not a digit.
bool passes_luhn(std::string_view digits);

} // namespace pli
