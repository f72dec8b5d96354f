// The one typeface: measured for every text, baked into Dear ImGui's atlas for the few drawn digits.
#pragma once

#include "core/base/bytes.hpp"
#include "semantics/text_layout.hpp"

struct ImFont;
struct ImFontAtlas;

namespace pli::platform {

class Typeface : public semantics::GlyphWidths {
  public:
    /// Takes the bytes of a TrueType font; they must outlive this. Dear ImGui trusts them blindly: the
    /// file is one of the site's own. False when its tables cannot be found.
    bool load(ByteView file);
    [[nodiscard]] bool loaded() const { return !file_.empty(); }

    /// Bakes the atlas for `ratio` device pixels per CSS pixel. True when it had to be done anew.
    bool bake(ImFontAtlas& atlas, float ratio);
    [[nodiscard]] ImFont* font() const { return font_; }
    /// The atlas went away with its graphics context: the next bake is a new one.
    void forget_atlas() { ratio_ = 0; }

    [[nodiscard]] float advance(char32_t code_point) const override;

  private:
    ByteView file_;
    float line_per_em_ = 1; ///< Dear ImGui's size of a font is ascent minus descent; that of CSS is the em
    float ratio_ = 0;
    ImFont* font_ = nullptr;
};

} // namespace pli::platform
