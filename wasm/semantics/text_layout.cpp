#include "semantics/text_layout.hpp"

#include <cstddef>

namespace pli::semantics {
namespace {

/// The next code point of well-formed UTF-8; anything else yields its bytes one by one.
char32_t take_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size == 1 || at + size > text.size()) return byte(at++);
    char32_t code_point = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code_point = code_point << 6U | (byte(at + i) & 0x3FU);
    at += size;
    return code_point;
}

} // namespace

float text_width(const GlyphWidths& widths, std::string_view text, float em, float spacing) {
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += widths.advance(take_code_point(text, at)) * em + spacing;
    return width;
}

int count_lines(const GlyphWidths& widths, std::string_view text, float em, float width, float spacing) {
    if (text.empty()) return 0;
    if (width < em) width = em; // a line holds at least one character
    int lines = 1;
    float line = 0; // up to the last space, spaces included
    float word = 0; // after it
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = take_code_point(text, at);
        const float advance = widths.advance(c) * em + spacing;
        if (c == '\n') {
            ++lines;
            line = word = 0;
        } else if (c == ' ' || c == '\t') {
            line += word + advance; // spaces hang over the edge
            word = 0;
        } else if (line + word + advance <= width) {
            word += advance;
        } else if (line > 0) {
            ++lines; // the word goes to the next line, and may be too long for that one too
            line = 0;
            word += advance;
            while (word > width) {
                ++lines;
                word -= width;
            }
        } else {
            ++lines; // split within the word
            word = advance;
        }
    }
    return lines;
}

} // namespace pli::semantics
