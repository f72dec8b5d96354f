#include "semantics/scene.hpp"

#include <cmath>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace pli::semantics {
namespace {

constexpr float largest_place = 1e7F; // CSS px: far more than browsers can scroll
constexpr unsigned all_parts = (1U << static_cast<unsigned>(part_count)) - 1;

class Writer {
  public:
    void number(std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) out_.push_back(static_cast<std::uint8_t>(value >> (8 * i) & 0xFFU));
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()), 4);
        const ByteView bytes = bytes_of(value);
        out_.insert(out_.end(), bytes.begin(), bytes.end());
    }
    void real(float value) {
        std::uint32_t bits = 0; // std::bit_cast is not in Emscripten's library yet
        std::memcpy(&bits, &value, sizeof bits);
        number(bits, 4);
    }
    Bytes finish() && { return std::move(out_); }

  private:
    Bytes out_;
};

/// Reads from the front; past the end, or after something impossible, everything reads as zero.
class Reader {
  public:
    explicit Reader(ByteView bytes) : rest_(bytes) {}

    std::uint32_t number(std::size_t bytes) {
        std::uint32_t value = 0;
        const ByteView taken = take(bytes);
        for (std::size_t i = taken.size(); i-- > 0;) value = value << 8U | taken[i];
        return value;
    }
    std::string text() { return std::string(text_of(take(number(4)))); }
    float real() {
        const std::uint32_t bits = number(4);
        float value = 0;
        std::memcpy(&value, &bits, sizeof value);
        require(std::isfinite(value) && std::abs(value) <= largest_place);
        return good_ ? value : 0;
    }
    /// How many things of at least `least` bytes follow.
    std::size_t count(std::size_t least) {
        const std::uint32_t value = number(4);
        require(value <= rest_.size() / least);
        return good_ ? value : 0;
    }
    /// An index + 1 that must be less than `bound`, as the index.
    int index(std::size_t bound) {
        const std::uint32_t value = number(4);
        require(value <= bound);
        return good_ ? static_cast<int>(value) - 1 : -1;
    }

    void require(bool condition) { good_ = good_ && condition; }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool finished() const { return good_ && rest_.empty(); }

  private:
    ByteView take(std::size_t size) {
        require(size <= rest_.size());
        if (!good_) return {};
        const ByteView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }

    ByteView rest_;
    bool good_ = true;
};

/// Whether the canvas needs the value of such a node: for its size, or because it is drawn.
bool value_matters(Role role) {
    return role == Role::Area || role == Role::Row || role == Role::Progress || role == Role::File ||
           role == Role::Pad || role == Role::Table;
}

constexpr std::size_t least_node = 3 + 2 + 4 + 4 * 4;

void write_node(Writer& out, const Node& node) {
    out.number(static_cast<std::uint32_t>(node.role), 1);
    out.number(node.level, 1);
    out.number(node.holds ? 1 : 0, 1);
    out.number(node.flags, 2);
    out.number(static_cast<std::uint32_t>(node.parent + 1), 4);
    out.text(node.label);
    out.text(value_matters(node.role) ? std::string_view(node.value) : std::string_view());
    out.text(node.hint);
    out.text(node.error);
}

Node read_node(Reader& in, std::size_t index) {
    Node node;
    const std::uint32_t role = in.number(1);
    in.require(role <= static_cast<std::uint32_t>(last_role));
    if (in.good()) node.role = static_cast<Role>(role);
    node.level = static_cast<std::uint8_t>(in.number(1));
    const std::uint32_t holds = in.number(1);
    in.require(holds <= 1);
    node.holds = holds == 1;
    node.flags = static_cast<std::uint16_t>(in.number(2));
    node.parent = in.index(index);
    node.label = in.text();
    node.value = in.text();
    node.hint = in.text();
    node.error = in.text();
    return node;
}

/// Closes what the node does not lie in; false when it would lie in what is closed or holds nothing.
bool enter(std::vector<int>& open, const std::vector<Node>& nodes, std::size_t index) {
    while (!open.empty() && open.back() != nodes[index].parent) open.pop_back();
    if (nodes[index].holds) open.push_back(static_cast<int>(index));
    const std::size_t own = nodes[index].holds ? 1 : 0;
    return nodes[index].parent < 0 || open.size() > own;
}

} // namespace

Bytes write_scene(const std::vector<Node>& nodes, int focused, int hovered) {
    Writer out;
    out.number(static_cast<std::uint32_t>(nodes.size()), 4);
    out.number(static_cast<std::uint32_t>(focused + 1), 4);
    out.number(static_cast<std::uint32_t>(hovered + 1), 4);
    for (const Node& node : nodes) write_node(out, node);
    return std::move(out).finish();
}

std::optional<Scene> read_scene(ByteView bytes) {
    Reader in(bytes);
    Scene scene;
    const std::size_t count = in.count(least_node);
    scene.focused = in.index(count);
    scene.hovered = in.index(count);
    std::vector<int> open;
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        scene.nodes.push_back(read_node(in, i));
        in.require(enter(open, scene.nodes, i));
    }
    if (!in.finished()) return std::nullopt;
    return scene;
}

Bytes write_places(const std::vector<Node>& nodes, float height) {
    Writer out;
    out.number(static_cast<std::uint32_t>(nodes.size()), 4);
    out.real(height);
    for (const Node& node : nodes) {
        std::uint32_t parts = 0;
        for (std::size_t part = 0; part < node.rects.size(); ++part)
            if (node.rects[part] != Rect{}) parts |= 1U << part;
        out.number(parts, 1);
        for (const Rect& rect : node.rects) {
            if (rect == Rect{}) continue;
            for (const float value : {rect.x, rect.y, rect.w, rect.h}) out.real(value);
        }
    }
    return std::move(out).finish();
}

std::optional<Places> read_places(ByteView bytes) {
    Reader in(bytes);
    Places places;
    const std::size_t count = in.count(1);
    places.height = in.real();
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        const std::uint32_t parts = in.number(1);
        in.require(parts <= all_parts);
        auto& rects = places.rects.emplace_back();
        for (std::size_t part = 0; part < rects.size(); ++part) {
            if ((parts >> part & 1U) == 0) continue;
            Rect& rect = rects[part];
            for (float* const value : {&rect.x, &rect.y, &rect.w, &rect.h}) *value = in.real();
        }
    }
    if (!in.finished()) return std::nullopt;
    return places;
}

} // namespace pli::semantics
