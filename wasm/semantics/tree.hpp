// What the DOM shows, and the smallest patch that turns it into what it should show.
#pragma once

#include "semantics/node.hpp"
#include "semantics/patch.hpp"
#include "semantics/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli::semantics {

class SemTree {
  public:
    /// Begins a frame; what was declared of one that never ended is dropped.
    void begin() { next_.clear(); }
    /// Appends a node to the frame being declared; the answer is its index, for its children.
    int add(Node node);
    [[nodiscard]] const std::vector<Node>& declared() const { return next_; }

    /// The node that the DOM shows under `key`, or nullptr.
    [[nodiscard]] const Node* shown(std::string_view key) const;

    /// Takes note of what the user's edit has already made the DOM show, so that it is not written
    /// back into the field being typed in. Other events change nothing.
    void observe(const Event& event);

    void want_focus(std::string_view key) { focus_ = key; }
    void want_effect(std::string_view name, std::string payload);

    /// Ends the frame: the patch as JSON (see patch.hpp), empty when nothing changed. Without `places`,
    /// or when they are not as many as the nodes declared, the DOM lays itself out.
    std::string diff(const Places* places = nullptr);

    /// The DOM was emptied: the next patch is complete.
    void forget();

  private:
    struct Effect {
        std::string name;
        std::string payload;
    };

    std::vector<Node> shown_; ///< what the DOM shows, edits included
    std::vector<Node> next_;  ///< the frame being declared
    std::vector<Effect> effects_;
    std::string focus_;
    float height_ = -1;
};

} // namespace pli::semantics
