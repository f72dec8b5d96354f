// What the page's module tells the canvas' one about a frame, and what it answers: bytes, so that either
// may be loaded without the other.
//
// Numbers are little-endian, texts are their size (32 bits) and their bytes.
//   scene   count, focused + 1, hovered + 1 (32 bits each); per node, a parent before its children:
//           role, level, holds (8 bits each), flags (16), parent + 1 (32), label, value, hint, error (texts)
//   places  count (32 bits), height (float); per node: the parts that have a place (8 bits, one a Part),
//           then x, y, w, h (floats) of each of them
// Values go along only where they are drawn or measured: what is typed into a line stays in the page.
#pragma once

#include "core/base/bytes.hpp"
#include "semantics/node.hpp"

#include <array>
#include <optional>
#include <vector>

namespace pli::semantics {

/// The nodes of one frame, without keys, and which of them the keyboard and the pointer are on (-1: none).
struct Scene {
    std::vector<Node> nodes;
    int focused = -1;
    int hovered = -1;
};

/// Where the nodes of a scene stand, in its order, and how high they are together.
struct Places {
    std::vector<std::array<Rect, part_count>> rects;
    float height = 0; ///< CSS px
};

/// The indices as in Scene.
Bytes write_scene(const std::vector<Node>& nodes, int focused, int hovered);
/// Nothing when the bytes are no scene: each node lies within the nodes that are still open where it stands.
std::optional<Scene> read_scene(ByteView bytes);

/// The rects of the nodes themselves.
Bytes write_places(const std::vector<Node>& nodes, float height);
/// Nothing when the bytes are no places; every number in them is finite and no larger than a page may be.
std::optional<Places> read_places(ByteView bytes);

} // namespace pli::semantics
