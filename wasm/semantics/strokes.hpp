// Strokes of a signature pad as text: "x,y x,y;x,y …" in 1000 × 300 units.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pli::semantics {

inline constexpr int pad_width = 1000;
inline constexpr int pad_height = 300;

/// One stroke, as x0 y0 x1 y1 …; points outside the pad are brought to its edge. Empty when the text
/// is not a stroke.
std::vector<int> parse_stroke(std::string_view text);

/// All strokes, separated by ";".
std::string format_strokes(const std::vector<std::vector<int>>& strokes);

} // namespace pli::semantics
