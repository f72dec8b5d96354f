#include "semantics/tree.hpp"

#include "semantics/patch_writer.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace pli::semantics {
namespace {

using Nodes = std::vector<Node>;
constexpr int none = -1;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool same_shape(const Nodes& before, const Nodes& after) {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(), [](const Node& a, const Node& b) {
        return a.key == b.key && a.role == b.role && a.parent == b.parent;
    });
}

/// How the nodes of two frames correspond.
struct Match {
    std::vector<int> old_of;    ///< per new node: the old one it continues, or none
    std::vector<bool> kept;     ///< per old node: it goes on existing
    std::vector<bool> in_place; ///< per new node: its element need not move
};

/// A node goes on existing when key, role and parent are the same and the parent goes on existing too.
Match match(const Nodes& before, const Nodes& after) {
    Match result{std::vector<int>(after.size(), none), std::vector<bool>(before.size(), false),
                 std::vector<bool>(after.size(), false)};
    std::unordered_map<std::string_view, int> old_index;
    for (std::size_t i = 0; i < before.size(); ++i) old_index.emplace(before[i].key, static_cast<int>(i));
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto found = old_index.find(after[i].key);
        if (found == old_index.end()) continue;
        const Node& old = before[at(found->second)];
        const int parent = after[i].parent == none ? none : result.old_of[at(after[i].parent)];
        const bool same_parent = old.parent == parent && (parent != none || after[i].parent == none);
        if (old.role != after[i].role || !same_parent || result.kept[at(found->second)]) continue;
        result.old_of[i] = found->second;
        result.kept[at(found->second)] = true;
    }
    return result;
}

/// Marks the longest run of siblings that already stand in order: moving an element takes the focus
/// away from it, so as few as possible move. `children` are new nodes that continue old ones.
void mark_in_place(const std::vector<int>& children, Match& match) {
    std::vector<int> tails;                           // tails[n]: child that ends the best run of n + 1
    std::vector<int> previous(children.size(), none); // positions in `children`
    for (std::size_t i = 0; i < children.size(); ++i) {
        const int rank = match.old_of[at(children[i])];
        const auto place = std::lower_bound(tails.begin(), tails.end(), rank, [&](int position, int wanted) {
            return match.old_of[at(children[at(position)])] < wanted;
        });
        if (place != tails.begin()) previous[i] = *(place - 1);
        if (place == tails.end()) {
            tails.push_back(static_cast<int>(i));
        } else {
            *place = static_cast<int>(i);
        }
    }
    for (int i = tails.empty() ? none : tails.back(); i != none; i = previous[at(i)])
        match.in_place[at(children[at(i)])] = true;
}

void find_moves(const Nodes& after, Match& match) {
    std::vector<std::vector<int>> children(after.size() + 1); // by parent + 1
    for (std::size_t i = 0; i < after.size(); ++i)
        if (match.old_of[i] != none) children[at(after[i].parent + 1)].push_back(static_cast<int>(i));
    for (const auto& siblings : children) mark_in_place(siblings, match);
}

void write_removals(const Nodes& before, const Match& match, PatchWriter& patch) {
    for (std::size_t i = 0; i < before.size(); ++i) {
        const int parent = before[i].parent;
        const bool goes_with_parent = parent != none && !match.kept[at(parent)];
        if (!match.kept[i] && !goes_with_parent) patch.remove(before[i].key);
    }
}

void write_same_shape(const Nodes& before, const Nodes& after, bool placed, PatchWriter& patch) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        patch.set(before[i], after[i]);
        if (placed) patch.place(before[i], after[i]);
    }
}

void write_new_shape(const Nodes& before, const Nodes& after, bool placed, PatchWriter& patch) {
    static const Node fresh;
    Match matched = match(before, after);
    find_moves(after, matched);
    write_removals(before, matched, patch);
    std::vector<int> last_child(after.size() + 1, none); // by parent + 1
    for (std::size_t i = 0; i < after.size(); ++i) {
        const Node& node = after[i];
        int& last = last_child[at(node.parent + 1)];
        const std::string_view previous = last == none ? std::string_view{} : std::string_view(after[at(last)].key);
        const int old = matched.old_of[i];
        if (old == none) {
            const auto parent = node.parent == none ? std::string_view{} : std::string_view(after[at(node.parent)].key);
            patch.create(node, parent, previous);
        } else if (!matched.in_place[i]) {
            patch.move(node.key, previous);
        }
        last = static_cast<int>(i);
        const Node& from = old == none ? fresh : before[at(old)];
        patch.set(from, node);
        if (placed) patch.place(from, node);
    }
}

} // namespace

int SemTree::add(Node node) {
    next_.push_back(std::move(node));
    return static_cast<int>(next_.size()) - 1;
}

const Node* SemTree::shown(std::string_view key) const {
    const auto found = std::find_if(shown_.begin(), shown_.end(), [&](const Node& node) { return node.key == key; });
    return found == shown_.end() ? nullptr : &*found;
}

void SemTree::observe(const Event& event) {
    const auto found =
        std::find_if(shown_.begin(), shown_.end(), [&](const Node& node) { return node.key == event.key; });
    if (found == shown_.end()) return;
    const auto check = [](Node& node, bool on) {
        node.flags = static_cast<std::uint16_t>(on ? node.flags | FlagChecked : node.flags & ~FlagChecked);
    };
    const bool ticked = found->role == Role::Check || found->role == Role::Radio;
    // Not a chosen file: its name shows where only a patch writes it.
    const bool edit = event.type == EventType::Value || event.type == EventType::Shown;
    if (ticked && (event.type == EventType::Check || event.type == EventType::Shown)) {
        // The browser lets go of the other radios of the group.
        if (found->role == Role::Radio && !event.value.empty())
            for (Node& node : shown_)
                if (node.role == Role::Radio && node.parent == found->parent) check(node, false);
        check(*found, !event.value.empty());
    } else if (!ticked && edit) {
        found->value = event.value;
    }
}

void SemTree::want_effect(std::string_view name, std::string payload) {
    effects_.push_back({std::string(name), std::move(payload)});
}

std::string SemTree::diff(const Places* places) {
    PatchWriter patch;
    const bool placed = places != nullptr && places->rects.size() == next_.size();
    for (std::size_t i = 0; placed && i < next_.size(); ++i) next_[i].rects = places->rects[i];
    if (same_shape(shown_, next_)) {
        write_same_shape(shown_, next_, placed, patch);
    } else {
        write_new_shape(shown_, next_, placed, patch);
    }
    if (placed && places->height != height_) {
        patch.height(places->height);
        height_ = places->height;
    }
    shown_.swap(next_);
    next_.clear();
    for (const Effect& effect : effects_) patch.effect(effect.name, effect.payload);
    effects_.clear();
    if (!focus_.empty() && shown(focus_) != nullptr) patch.focus(focus_);
    focus_.clear();
    return std::move(patch).finish();
}

void SemTree::forget() {
    shown_.clear();
    height_ = -1;
}

} // namespace pli::semantics
