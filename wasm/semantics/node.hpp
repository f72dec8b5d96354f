// One accessible node: what a widget is, independent of how it is drawn. No ImGui and no browser here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pli::semantics {

/// What the DOM makes of a node (see web/src/mirror): the name sent is in brackets.
enum class Role : std::uint8_t {
    Heading,    ///< [heading] h1..h4 by `level`
    Text,       ///< [text] p
    Field,      ///< [field] label + input
    Area,       ///< [area] label + textarea
    Select,     ///< [select] label + select of `options`
    Check,      ///< [check] input checkbox + label
    Group,      ///< [group] fieldset + legend
    RadioGroup, ///< [radiogroup] fieldset role=radiogroup + legend
    Radio,      ///< [radio] input radio + label; a child of a RadioGroup
    Button,     ///< [button] button
    Link,       ///< [link] a; `value` is its address ("#/ouvrir" or "#field-id" inside an Alert)
    Alert,      ///< [alert] div role=alert; holds Text and Links
    Status,     ///< [status] p role=status; always present, text may be empty
    List,       ///< [list] ul
    Item,       ///< [item] li
    Stepper,    ///< [stepper] nav + ol of its Items; the current one has FlagCurrent
    Rows,       ///< [rows] dl
    Row,        ///< [row] dt `label` + dd `value`
    Progress,   ///< [progress] label + progress; `value` "0".."100", empty when indeterminate
    File,       ///< [file] label + input file that also takes drops; `value` is the chosen name
    Pad,        ///< [pad] signature pad: `value` holds the strokes "x,y x,y;x,y …" in 1000 × 300
    Region,     ///< [region] section with aria-label
    Table,      ///< [table] div role=grid; `options` are its columns (name, label), `value` the number of its rows
    TableRow,   ///< [tablerow] div role=row of a Table; `options` are its cells (column, text), `value` the address
                ///< of the link in the first one, `hint` its index among all rows, from 0
};

inline constexpr Role last_role = Role::TableRow;

enum Flag : std::uint16_t {
    FlagRequired = 1,
    FlagDisabled = 2,
    FlagChecked = 4,
    FlagPrimary = 8,  ///< Button: the screen's main action (submitted by Enter in a field)
    FlagCurrent = 16, ///< Item of a Stepper, Link: aria-current
    FlagSecret = 32,  ///< Field: a passphrase (masked until the user shows it)
    FlagStrong = 64,  ///< Text: emphasised
    FlagMono = 128,   ///< Text, Row: fingerprints, passphrases, file names
    FlagDanger = 256, ///< Button: erases something
};

/// The parts of a node that have a place of their own over the canvas.
enum class Part : std::uint8_t { Control, Label, Error, Hint };
inline constexpr int part_count = 4;

/// CSS pixels from the top left of the page's main area.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Rect&) const = default;
};

struct Node {
    std::string key; ///< stable; also the DOM id
    int parent = -1; ///< index in the same list, or -1
    Role role = Role::Text;
    std::uint16_t flags = 0;
    std::uint8_t level = 0;
    bool holds = false; ///< other nodes may lie in it, even if none does now
    std::string label;  ///< label, legend, or the text itself
    std::string value;
    std::string hint;
    std::string error;
    std::string autocomplete; ///< empty: "off"
    std::string inputmode;
    std::string accept;                                       ///< File: accepted endings
    std::vector<std::pair<std::string, std::string>> options; ///< Select: value, label
    std::array<Rect, part_count> rects{};
};

} // namespace pli::semantics
