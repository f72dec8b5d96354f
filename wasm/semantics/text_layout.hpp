// How many lines a text takes. The DOM shows the text; this only reserves its place, so it must never
// count fewer lines than the browser: it breaks at spaces alone, where a browser may also break after
// hyphens, and it splits a word only when that word is longer than a line (overflow-wrap: anywhere).
#pragma once

#include <string_view>

namespace pli::semantics {

/// Widths of the typeface's glyphs.
class GlyphWidths {
  public:
    virtual ~GlyphWidths() = default;
    /// Advance of a code point, as a fraction of the em.
    [[nodiscard]] virtual float advance(char32_t code_point) const = 0;
};

/// Width of a text on one line, CSS px: `em` is its size, `spacing` is added after each character.
float text_width(const GlyphWidths& widths, std::string_view text, float em, float spacing = 0);

/// Number of lines of a text in a box `width` CSS px wide; line feeds are kept. 0 for an empty text.
int count_lines(const GlyphWidths& widths, std::string_view text, float em, float width, float spacing = 0);

} // namespace pli::semantics
