// Colours and measures of the page: the canvas is drawn with them, web/static/palette.css repeats them
// for the style sheets (a unit test compares the two, another computes the contrasts).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pli::semantics {

/// An opaque colour, 0xRRGGBB.
struct Colour {
    std::uint32_t rgb = 0;
    [[nodiscard]] constexpr int red() const { return static_cast<int>(rgb >> 16U & 0xFFU); }
    [[nodiscard]] constexpr int green() const { return static_cast<int>(rgb >> 8U & 0xFFU); }
    [[nodiscard]] constexpr int blue() const { return static_cast<int>(rgb & 0xFFU); }
};

struct Palette {
    Colour ink;         ///< text
    Colour ink_soft;    ///< hints, secondary text
    Colour paper;       ///< the page
    Colour surface;     ///< cards and groups on it
    Colour field;       ///< inside of controls
    Colour line;        ///< borders of controls
    Colour accent;      ///< actions, links, what is chosen
    Colour accent_ink;  ///< text on accent
    Colour accent_soft; ///< a quiet ground that goes with accent
    Colour danger;      ///< faults, erasing
    Colour danger_soft; ///< ground of the fault summary
    Colour focus;       ///< ring around what has the keyboard
    Colour ok;          ///< success
    Colour wax;         ///< the seal: ornament only, never text
};

/// Petrol ink on warm paper, with the red of sealing wax.
inline constexpr Palette light_palette{
    .ink = {0x16282E},
    .ink_soft = {0x4B5E65},
    .paper = {0xF6F3EC},
    .surface = {0xFFFFFF},
    .field = {0xFBFAF6},
    .line = {0x75858B},
    .accent = {0x0B5563},
    .accent_ink = {0xFFFFFF},
    .accent_soft = {0xE1EEEF},
    .danger = {0xA8201A},
    .danger_soft = {0xFBEBE7},
    .focus = {0xBF5B04},
    .ok = {0x256B3D},
    .wax = {0xB5482F},
};

inline constexpr Palette dark_palette{
    .ink = {0xE9EFEE},
    .ink_soft = {0xACBBBE},
    .paper = {0x101B1E},
    .surface = {0x18272B},
    .field = {0x1E3035},
    .line = {0x7D949A},
    .accent = {0x76C8D1},
    .accent_ink = {0x06272D},
    .accent_soft = {0x1D3B41},
    .danger = {0xFFA193},
    .danger_soft = {0x3A2120},
    .focus = {0xFFB65C},
    .ok = {0x86D3A0},
    .wax = {0xE2805F},
};

/// The custom property of each colour, in the style sheets' order.
struct NamedColour {
    std::string_view property;
    Colour Palette::*colour;
};
inline constexpr std::array<NamedColour, 14> named_colours{{
    {"--ink", &Palette::ink},
    {"--ink-soft", &Palette::ink_soft},
    {"--paper", &Palette::paper},
    {"--surface", &Palette::surface},
    {"--field", &Palette::field},
    {"--line", &Palette::line},
    {"--accent", &Palette::accent},
    {"--accent-ink", &Palette::accent_ink},
    {"--accent-soft", &Palette::accent_soft},
    {"--danger", &Palette::danger},
    {"--danger-soft", &Palette::danger_soft},
    {"--focus", &Palette::focus},
    {"--ok", &Palette::ok},
    {"--wax", &Palette::wax},
}};

/// One size of the only typeface: CSS pixels of its em and of a line.
struct TextSize {
    float em = 16;
    float line = 24;
};
inline constexpr TextSize body_text{16, 24};
inline constexpr TextSize section_text{20, 28}; ///< h2, legend of an outermost group
inline constexpr TextSize title_text{28, 36};   ///< h1

/// Measures that the style sheets must share for the text to fall into what is drawn, CSS pixels.
inline constexpr float page_width = 672;     ///< widest column
inline constexpr float page_margin = 16;     ///< beside the column
inline constexpr float control_height = 44;  ///< fields and buttons of one line
inline constexpr float control_padding = 12; ///< between a field's border and its text
inline constexpr float mono_spacing = 1;     ///< letter-spacing of FlagMono text: there is one typeface only

/// The custom property of each measure.
struct NamedMeasure {
    std::string_view property;
    float pixels;
};
inline constexpr std::array<NamedMeasure, 11> named_measures{{
    {"--body-size", body_text.em},
    {"--body-line", body_text.line},
    {"--section-size", section_text.em},
    {"--section-line", section_text.line},
    {"--title-size", title_text.em},
    {"--title-line", title_text.line},
    {"--page-width", page_width},
    {"--page-margin", page_margin},
    {"--control-height", control_height},
    {"--control-padding", control_padding},
    {"--mono-spacing", mono_spacing},
}};

} // namespace pli::semantics
