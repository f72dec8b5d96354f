#include "semantics/strokes.hpp"

#include <algorithm>
#include <charconv>

namespace pli::semantics {

std::vector<int> parse_stroke(std::string_view text) {
    std::vector<int> stroke;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const bool abscissa = stroke.size() % 2 == 0;
        int value = 0;
        const auto [next, failure] = std::from_chars(at, end, value);
        if (failure != std::errc{}) return {};
        stroke.push_back(std::clamp(value, 0, abscissa ? pad_width : pad_height));
        at = next;
        if (at == end) break;
        if (*at != (abscissa ? ',' : ' ') || ++at == end) return {};
    }
    if (stroke.size() % 2 != 0) return {};
    return stroke;
}

std::string format_strokes(const std::vector<std::vector<int>>& strokes) {
    std::string text;
    for (const auto& stroke : strokes) {
        if (!text.empty()) text += ';';
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            if (i > 0) text += i % 2 == 0 ? ' ' : ',';
            text += std::to_string(stroke[i]);
        }
    }
    return text;
}

} // namespace pli::semantics
