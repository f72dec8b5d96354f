#include "core/base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace pli {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t last_code_point = 0x10FFFF;
constexpr std::uint8_t first_beyond_ascii = 0x80;

struct Decoded {
    char32_t code_point = replacement;
    std::size_t size = 0; ///< bytes taken; 0 when malformed
};

std::uint8_t byte_at(std::string_view text, std::size_t position) { return static_cast<std::uint8_t>(text[position]); }

/// The second byte's range is narrower after some first bytes (Unicode 15, table 3-7): that is what
/// keeps out overlong forms, surrogates and values past U+10FFFF.
bool is_second_byte(std::uint8_t first, std::uint8_t second) {
    const std::uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

std::size_t sequence_size(std::uint8_t first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

Decoded decode_at(std::string_view text, std::size_t position) {
    const std::uint8_t first = byte_at(text, position);
    const std::size_t size = sequence_size(first);
    if (size == 1) return {first, 1};
    if (size == 0 || position + size > text.size() || !is_second_byte(first, byte_at(text, position + 1))) return {};
    char32_t code_point = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        const std::uint8_t next = byte_at(text, position + i);
        if ((next & 0xC0U) != 0x80) return {};
        code_point = code_point << 6U | (next & 0x3FU);
    }
    return {code_point, size};
}

/// Tab and the general category Zs: keyboards, word processors and web pages yield all of them.
bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        if (byte_at(text, position) < first_beyond_ascii) { // most of any text: megabytes pass here
            ++position;
            continue;
        }
        const Decoded next = decode_at(text, position);
        if (next.size == 0) return position;
        position += next.size;
    }
    return std::nullopt;
}

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> points;
    points.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        if (const std::uint8_t byte = byte_at(text, position); byte < first_beyond_ascii) {
            points.push_back(byte);
            ++position;
            continue;
        }
        const Decoded next = decode_at(text, position);
        points.push_back(next.code_point);
        position += std::max<std::size_t>(next.size, 1);
    }
    return points;
}

void append_utf8(std::string& out, char32_t code_point) {
    const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    const char32_t c = is_surrogate || code_point > last_code_point ? replacement : code_point;
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t position = 0; position < text.size(); ++count)
        position += std::max<std::size_t>(decode_at(text, position).size, 1);
    return count;
}

std::string fold_spaces(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    bool pending = false;
    for (const char32_t c : code_points(text)) {
        if (is_space(c)) {
            pending = !folded.empty();
            continue;
        }
        if (pending) folded += ' ';
        pending = false;
        append_utf8(folded, c);
    }
    return folded;
}

} // namespace pli
