// The widgets that screens are made of. Each one declares an accessible node; where and how it is drawn
// is decided elsewhere. Screens call Ui only: never ImGui, never the DOM.
//
// A screen is built twice when events are pending: first to consume them (nothing is emitted), then
// to emit. So a widget's return value is the event; what the screen shows is state alone.
#pragma once

#include "semantics/node.hpp"
#include "semantics/patch.hpp"
#include "semantics/scene.hpp"
#include "semantics/tree.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pli::semantics {

/// What most widgets take beside their key and label.
struct Field {
    std::string hint;
    std::string error;
    bool required = false; ///< screens write "(optionnel)" into the label when false, as the acts' forms do
    bool disabled = false;
    bool secret = false;
    std::string inputmode;
    std::string autocomplete; ///< empty: off. Only the own-details screen may give a token.
};

/// A table of which only the rows that can be seen, and some around them, are declared.
struct TableWindow {
    std::size_t first = 0;
    std::size_t count = 20;             ///< until the shell says how many fit
    std::optional<std::size_t> focused; ///< stays declared while it has the keyboard, wherever the page is

    /// The rows of a table of `total` to declare, in order: those in the window, a screenful around them, and
    /// the focused one.
    [[nodiscard]] std::vector<std::size_t> rows(std::size_t total) const;
};

using Cells = std::vector<std::pair<std::string, std::string>>; ///< column, text

enum class Emphasis : std::uint8_t { Plain, Strong, Mono };
enum class ButtonStyle : std::uint8_t { Plain, Primary, Danger };

class Ui {
  public:
    // ---- text and structure
    void heading(std::string_view key, std::string_view text, int level);
    void text(std::string_view key, std::string_view text, Emphasis emphasis = Emphasis::Plain);
    void begin_group(std::string_view key, std::string_view legend, const std::string& error = {});
    void end_group();
    void begin_region(std::string_view key, std::string_view label);
    void end_region();
    void begin_list(std::string_view key);
    void begin_item(std::string_view key, bool current = false);
    void item(std::string_view key, std::string_view text);
    void end_item();
    void end_list();
    void stepper(std::string_view key, std::string_view label, const std::vector<std::string>& steps, int current);
    /// `columns` are (name, label). The window follows the page as it scrolls; true when it changed.
    bool begin_table(std::string_view key, std::string_view label, const Cells& columns, std::size_t total,
                     TableWindow& window);
    /// `index` counts all rows of the table; the first cell is a link to `address`. True when it was followed.
    bool table_row(std::string_view key, std::size_t index, const Cells& cells, std::string_view address);
    void end_table();
    void begin_rows(std::string_view key);
    void row(std::string_view key, std::string_view label, std::string_view value, Emphasis emphasis = Emphasis::Plain);
    void end_rows();
    void begin_alert(std::string_view key); ///< the only role=alert of a screen: its summary
    void end_alert();
    void status(std::string_view key, std::string_view text); ///< declared always, even when empty
    void progress(std::string_view key, std::string_view label, std::optional<int> percent);

    // ---- controls: true when the user changed the value in this pass
    bool text_field(std::string_view key, std::string_view label, std::string& value, const Field& field = {});
    bool text_area(std::string_view key, std::string_view label, std::string& value, const Field& field = {});
    bool select(std::string_view key, std::string_view label, std::string& value,
                const std::vector<std::pair<std::string, std::string>>& options, const Field& field = {});
    bool checkbox(std::string_view key, std::string_view label, bool& value, const Field& field = {});
    /// `options` are (value, label); the radios' keys are key + "-" + value.
    bool radio_group(std::string_view key, std::string_view legend, std::string& value,
                     const std::vector<std::pair<std::string, std::string>>& options, const Field& field = {});
    /// True when a file was chosen, dropped or cleared; `name` is then its name. The bytes stay with the shell.
    bool file(std::string_view key, std::string_view label, std::string& name, std::string_view accept,
              const Field& field = {});
    /// Strokes in 1000 × 300 units, as state/answers.hpp keeps them. True when a stroke was added.
    bool pad(std::string_view key, std::string_view label, std::vector<std::vector<int>>& strokes,
             const Field& field = {});
    bool button(std::string_view key, std::string_view label, ButtonStyle style = ButtonStyle::Plain,
                bool disabled = false);
    /// `address` "#/…" changes the screen: the browser follows it and route() tells. "#key" moves the
    /// focus to a node: done here. True when clicked.
    bool link(std::string_view key, std::string_view label, std::string_view address);

    // ---- beside the nodes
    void focus(std::string_view key);                          ///< after the next emitted frame
    void effect(std::string_view name, std::string payload);   ///< JSON; see patch.hpp
    [[nodiscard]] bool blurred(std::string_view key) const;    ///< in this pass
    bool message(std::string_view name, std::string& payload); ///< takes the shell's oldest answer, if one came
    bool route(std::string& route);                            ///< takes the latest change of address, if one came

    // ---- runner-facing (bridge and tests)
    void push(Event event);
    [[nodiscard]] bool pending() const; ///< events wait for begin_consume
    void begin_consume();               ///< first pass
    void end_consume();                 ///< unclaimed events are dropped
    void begin_emit();                  ///< second pass
    /// What was declared since begin_emit, for who lays it out (scene.hpp).
    [[nodiscard]] Bytes scene() const;
    /// The patch since the last emitted frame as JSON; empty when nothing changed. `places`: where the
    /// nodes declared in this frame go; without them, or when they are not of this frame, the DOM lays
    /// itself out.
    std::string end_emit(const Places* places = nullptr);
    /// The DOM was emptied: the next patch is complete.
    void forget();

  private:
    enum class Pass : std::uint8_t { Idle, Consume, Emit };

    std::optional<std::string> take(EventType type, std::string_view key);
    [[nodiscard]] Node node(Role role, std::string_view key, std::string_view label) const;
    [[nodiscard]] Node control(Role role, std::string_view key, std::string_view label, const Field& field) const;
    void leaf(Node node);
    void begin(Node node);
    void end();
    bool edit_text(Role role, std::string_view key, std::string_view label, std::string& value, const Field& field);

    SemTree tree_;
    std::vector<Event> events_;
    std::vector<int> parents_; ///< open containers of the frame being declared
    Pass pass_ = Pass::Idle;
    std::string focused_;
    std::string hovered_;
};

} // namespace pli::semantics
