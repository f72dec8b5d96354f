#include "platform/typeface.hpp"

#include "semantics/palette.hpp"

#include <array>
#include <cmath>
#include <imgui.h>
#include <optional>
#include <string_view>

namespace pli::platform {
namespace {

std::optional<unsigned> number(ByteView file, std::size_t at, std::size_t size) {
    if (at > file.size() || size > file.size() - at) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | file[at + i];
    return value;
}

/// Offset of a table of an OpenType file (OpenType 1.9, "Table Directory").
std::optional<std::size_t> table(ByteView file, std::string_view tag) {
    const unsigned count = number(file, 4, 2).value_or(0);
    for (std::size_t i = 0, record = 12; i < count; ++i, record += 16) {
        const auto offset = number(file, record + 8, 4);
        if (offset && text_of(file.subspan(record, 4)) == tag) return *offset;
    }
    return std::nullopt;
}

float as_signed(unsigned value) { return static_cast<float>(static_cast<std::int16_t>(value)); }

/// Ascent minus descent, as a fraction of the em ("hhea" and "head").
std::optional<float> line_per_em(ByteView file) {
    const auto lines = table(file, "hhea"), head = table(file, "head");
    if (!lines || !head) return std::nullopt;
    const auto ascent = number(file, *lines + 4, 2), descent = number(file, *lines + 6, 2);
    const auto em = number(file, *head + 18, 2);
    if (!ascent || !descent || em.value_or(0) == 0) return std::nullopt;
    return (as_signed(*ascent) - as_signed(*descent)) / static_cast<float>(*em);
}

// What the subset holds: Latin letters, French and typographic punctuation, currency and a few signs.
constexpr std::array<ImWchar, 15> glyph_ranges{0x20,   0x7E,   0xA0,   0x17F,  0x1FA,  0x21B,  0x2010, 0x2044,
                                               0x20AC, 0x20AC, 0x2122, 0x2122, 0x2190, 0x2265, 0};

} // namespace

bool Typeface::load(ByteView file) {
    const auto proportion = line_per_em(file);
    if (!proportion) return false;
    file_ = file;
    line_per_em_ = *proportion;
    ratio_ = 0;
    return true;
}

bool Typeface::bake(ImFontAtlas& atlas, float ratio) {
    if (ratio == ratio_) return false;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 1;
    const float size = std::ceil(semantics::body_text.em * line_per_em_ * ratio);
    // The atlas only reads these bytes, whatever its interface says.
    void* const bytes = const_cast<std::uint8_t*>(file_.data());
    font_ = atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(file_.size()), size, &config, glyph_ranges.data());
    ratio_ = ratio;
    return true;
}

float Typeface::advance(char32_t code_point) const {
    constexpr float widest = 1; // for what another typeface will have to show
    if (font_ == nullptr || code_point > IM_UNICODE_CODEPOINT_MAX) return widest;
    const ImFontGlyph* const glyph = font_->FindGlyphNoFallback(static_cast<ImWchar>(code_point));
    return glyph == nullptr ? widest : glyph->AdvanceX * line_per_em_ / font_->FontSize;
}

} // namespace pli::platform
