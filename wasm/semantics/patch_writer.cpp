#include "semantics/patch_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace pli::semantics {

std::string_view role_name(Role role) {
    static constexpr std::array<std::string_view, 24> names{
        "heading", "text",   "field",    "area",  "select", "check",  "group", "radiogroup",
        "radio",   "button", "link",     "alert", "status", "list",   "item",  "stepper",
        "rows",    "row",    "progress", "file",  "pad",    "region", "table", "tablerow"};
    static_assert(names.size() == static_cast<std::size_t>(last_role) + 1);
    return names[static_cast<std::size_t>(role)];
}

void PatchWriter::begin(std::string_view operation) {
    out_ += out_.empty() ? "[[" : ",[";
    text(operation);
}

void PatchWriter::text(std::string_view value) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out_ += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (byte < 0x20) {
            out_ += "\\u00";
            out_ += digits[byte >> 4U];
            out_ += digits[byte & 0xFU];
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

// Hundredths of a pixel, as an integer division: the C library's float formatting costs 10 kB.
void PatchWriter::number(float value) {
    long hundredths = std::lround(value * 100);
    if (hundredths < 0) {
        out_ += '-';
        hundredths = -hundredths;
    }
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), hundredths / 100).ptr;
    out_.append(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const auto rest = static_cast<int>(hundredths % 100);
    if (rest == 0) return;
    out_ += '.';
    out_ += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out_ += static_cast<char>('0' + rest % 10);
}

void PatchWriter::create(const Node& node, std::string_view parent, std::string_view previous) {
    begin("+");
    for (const auto part : {std::string_view(node.key), role_name(node.role), parent, previous}) {
        out_ += ',';
        text(part);
    }
    out_ += ']';
}

void PatchWriter::remove(std::string_view key) {
    begin("-");
    out_ += ',';
    text(key);
    out_ += ']';
}

void PatchWriter::move(std::string_view key, std::string_view previous) {
    begin("m");
    out_ += ',';
    text(key);
    out_ += ',';
    text(previous);
    out_ += ']';
}

void PatchWriter::property(std::string_view key, std::string_view name) {
    if (in_properties_) {
        out_ += ',';
    } else {
        begin("=");
        out_ += ',';
        text(key);
        out_ += ",{";
        in_properties_ = true;
    }
    text(name);
    out_ += ':';
}

void PatchWriter::end_properties() {
    if (in_properties_) out_ += "}]";
    in_properties_ = false;
}

void PatchWriter::set_text(std::string_view key, std::string_view name, const std::string& before,
                           const std::string& after) {
    if (before == after) return;
    property(key, name);
    text(after);
}

void PatchWriter::set_flag(std::string_view name, const Node& before, const Node& after, Flag flag) {
    if ((before.flags & flag) == (after.flags & flag)) return;
    property(after.key, name);
    out_ += (after.flags & flag) != 0 ? "true" : "false";
}

void PatchWriter::set_options(const Node& before, const Node& after) {
    if (before.options == after.options) return;
    property(after.key, "options");
    out_ += '[';
    for (const auto& [value, label] : after.options) {
        if (out_.back() != '[') out_ += ',';
        out_ += '[';
        text(value);
        out_ += ',';
        text(label);
        out_ += ']';
    }
    out_ += ']';
}

void PatchWriter::set(const Node& before, const Node& after) {
    set_text(after.key, "label", before.label, after.label);
    set_text(after.key, "hint", before.hint, after.hint);
    set_text(after.key, "error", before.error, after.error);
    set_text(after.key, "autocomplete", before.autocomplete, after.autocomplete);
    set_text(after.key, "inputmode", before.inputmode, after.inputmode);
    set_text(after.key, "accept", before.accept, after.accept);
    set_options(before, after);
    // New options make a select choose by itself: its value must follow them, changed or not.
    if (before.value != after.value || before.options != after.options) {
        property(after.key, "value");
        text(after.value);
    }
    if (before.level != after.level) {
        property(after.key, "level");
        number(after.level);
    }
    set_flag("checked", before, after, FlagChecked);
    set_flag("required", before, after, FlagRequired);
    set_flag("disabled", before, after, FlagDisabled);
    set_flag("primary", before, after, FlagPrimary);
    set_flag("current", before, after, FlagCurrent);
    set_flag("secret", before, after, FlagSecret);
    set_flag("strong", before, after, FlagStrong);
    set_flag("mono", before, after, FlagMono);
    set_flag("danger", before, after, FlagDanger);
    end_properties();
}

void PatchWriter::place(const Node& before, const Node& after) {
    for (std::size_t part = 0; part < after.rects.size(); ++part) {
        const Rect& rect = after.rects[part];
        if (rect == before.rects[part]) continue;
        begin("r");
        out_ += ',';
        text(after.key);
        for (const float value : {static_cast<float>(part), rect.x, rect.y, rect.w, rect.h}) {
            out_ += ',';
            number(value);
        }
        out_ += ']';
    }
}

void PatchWriter::height(float pixels) {
    begin("h");
    out_ += ',';
    number(pixels);
    out_ += ']';
}

void PatchWriter::focus(std::string_view key) {
    begin("f");
    out_ += ',';
    text(key);
    out_ += ']';
}

void PatchWriter::effect(std::string_view name, std::string_view payload) {
    begin("!");
    out_ += ',';
    text(name);
    out_ += ',';
    out_ += payload.empty() ? std::string_view("{}") : payload;
    out_ += ']';
}

std::string PatchWriter::finish() && {
    if (!out_.empty()) out_ += ']';
    return std::move(out_);
}

} // namespace pli::semantics
