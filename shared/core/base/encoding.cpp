#include "core/base/encoding.hpp"

#include <array>
#include <cstddef>
#include <optional>

namespace pli {

namespace {

constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::uint8_t no_digit = 0xFF;

using DigitValues = std::array<std::uint8_t, 256>;

constexpr DigitValues values_of(std::string_view digits) {
    DigitValues values{};
    for (std::uint8_t& value : values) value = no_digit;
    for (std::size_t i = 0; i < digits.size(); ++i)
        values[static_cast<std::uint8_t>(digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}

constexpr DigitValues base64_values = values_of(base64_digits);
constexpr DigitValues hex_values = values_of(hex_digits);

std::uint8_t value_of(const DigitValues& values, char digit) { return values[static_cast<std::uint8_t>(digit)]; }

Error character_error(std::string_view code, std::size_t position) {
    return {std::string(code), "byte " + std::to_string(position + 1), {}};
}

/// The text without its padding, or nothing when the padding is not the expected one.
std::optional<std::string_view> without_padding(std::string_view text, Padding padding) {
    const std::size_t end = text.find('=');
    const std::string_view digits = text.substr(0, end);
    const std::size_t missing = padding == Padding::Required ? (4 - digits.size() % 4) % 4 : 0;
    if (text.substr(digits.size()) != std::string_view("===").substr(0, missing)) return std::nullopt;
    return digits;
}

} // namespace

std::string base64_encode(ByteView bytes, Padding padding) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        buffer = (buffer << 8U | byte) & 0xFFFFU;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text += base64_digits[(buffer >> bits) & 0x3FU];
        }
    }
    if (bits > 0) text += base64_digits[(buffer << (6 - bits)) & 0x3FU];
    while (padding == Padding::Required && text.size() % 4 != 0) text += '=';
    return text;
}

Result<Bytes> base64_decode(std::string_view text, Padding padding) {
    const auto digits = without_padding(text, padding);
    if (!digits) return Error{"base64.padding", "", {}};
    if (digits->size() % 4 == 1) return Error{"base64.length", "", {}};
    Bytes bytes;
    bytes.reserve(digits->size() / 4 * 3 + 2);
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (std::size_t i = 0; i < digits->size(); ++i) {
        const std::uint8_t value = value_of(base64_values, (*digits)[i]);
        if (value == no_digit) return character_error("base64.character", i);
        buffer = (buffer << 6U | value) & 0x3FFFU;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
    }
    const std::uint32_t unused_bits = buffer & ((1U << bits) - 1);
    if (unused_bits != 0) return Error{"base64.not-canonical", "", {}};
    return bytes;
}

std::string hex_encode(ByteView bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += hex_digits[byte >> 4U];
        text += hex_digits[byte & 0x0FU];
    }
    return text;
}

Result<Bytes> hex_decode(std::string_view text) {
    if (text.size() % 2 != 0) return Error{"hex.length", "", {}};
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const std::uint8_t high = value_of(hex_values, text[i]);
        const std::uint8_t low = value_of(hex_values, text[i + 1]);
        if (high == no_digit) return character_error("hex.character", i);
        if (low == no_digit) return character_error("hex.character", i + 1);
        bytes.push_back(static_cast<std::uint8_t>(high << 4U | low));
    }
    return bytes;
}

} // namespace pli
