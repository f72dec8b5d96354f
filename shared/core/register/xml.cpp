#include "core/register/xml.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace pli {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view spaces = " \t\r\n";

struct Entity {
    std::string_view name;
    char character;
};
constexpr std::array<Entity, 5> entities{{{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"apos", '\''}, {"quot", '"'}}};

bool ends_name(char c) { return spaces.find(c) != std::string_view::npos || c == '/' || c == '>' || c == '='; }

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The character of "#233" or "#xE9", if XML may hold it.
std::optional<char32_t> numeric(std::string_view name) {
    const bool is_hex = name.starts_with("#x");
    const std::string_view digits = name.substr(is_hex ? 2 : 1);
    if (digits.empty() || digits.size() > 8) return std::nullopt;
    const int base = is_hex ? 16 : 10;
    char32_t character = 0;
    for (const char c : digits) {
        const int digit = hex_digit(c);
        if (digit < 0 || digit >= base) return std::nullopt;
        character = character * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
    }
    const bool is_control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
    const bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (is_control || is_surrogate || character > 0x10FFFF || character == 0xFFFE || character == 0xFFFF)
        return std::nullopt;
    return character;
}

/// Text with its entities resolved; nothing when it has one that XML does not have by itself.
bool decode(std::string_view raw, std::string& out) {
    out.clear();
    for (std::size_t start = 0; start < raw.size();) {
        const std::size_t mark = std::min(raw.find('&', start), raw.size());
        out += raw.substr(start, mark - start);
        if (mark == raw.size()) break;
        const std::size_t end = raw.find(';', mark);
        if (end == std::string_view::npos) return false;
        const std::string_view name = raw.substr(mark + 1, end - mark - 1);
        if (name.starts_with('#')) {
            const auto character = numeric(name);
            if (!character) return false;
            append_utf8(out, *character);
        } else {
            const auto* const found =
                std::find_if(entities.begin(), entities.end(), [name](const Entity& one) { return one.name == name; });
            if (found == entities.end()) return false;
            out += found->character;
        }
        start = end + 1;
    }
    return true;
}

} // namespace

XmlReader::XmlReader(std::string_view text, std::string_view part) : text_(text), part_(part) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    is_valid_ = !first_invalid_utf8(text_) && text_.find('\0') == std::string_view::npos;
}

Error XmlReader::damaged() const { return {"table.damaged", std::string(part_), {{"part", std::string(part_)}}}; }

Error XmlReader::unsafe() const { return {"table.unsafe", std::string(part_), {{"part", std::string(part_)}}}; }

std::optional<std::string> XmlReader::attribute(std::string_view name) const {
    const auto found = std::find_if(attributes_.begin(), attributes_.end(),
                                    [name](const Attribute& one) { return without_prefix(one.name) == name; });
    if (found == attributes_.end()) return std::nullopt;
    std::string value;
    decode(found->value, value); // that it can be was seen when it was read
    return value;
}

Result<XmlReader::Event> XmlReader::next() {
    if (!is_valid_) return damaged();
    if (ends_at_once_) {
        ends_at_once_ = false;
        open_.pop_back();
        return Event::End;
    }
    while (position_ < text_.size()) {
        if (text_[position_] != '<') {
            const std::size_t end = std::min(text_.find('<', position_), text_.size());
            const std::string_view raw = text_.substr(position_, end - position_);
            position_ = end;
            if (!open_.empty()) return read_text(raw);
            if (raw.find_first_not_of(spaces) != std::string_view::npos) return damaged();
        } else if (at("<?")) {
            if (Status skipped = skip_past("?>"); !skipped) return skipped.error();
        } else if (at("<!--")) {
            if (Status skipped = skip_past("-->"); !skipped) return skipped.error();
        } else {
            return read_markup();
        }
    }
    if (!open_.empty() || !has_root_) return damaged();
    return Event::Finish;
}

Status XmlReader::skip_past(std::string_view end) {
    const std::size_t found = text_.find(end, position_ + 2);
    if (found == std::string_view::npos) return damaged();
    position_ = found + end.size();
    return done();
}

Result<XmlReader::Event> XmlReader::read_markup() {
    constexpr std::string_view verbatim = "<![CDATA[";
    if (at(verbatim) && !open_.empty()) {
        const std::size_t start = position_ + verbatim.size();
        const std::size_t end = text_.find("]]>", start);
        if (end == std::string_view::npos) return damaged();
        decoded_ = text_.substr(start, end - start);
        position_ = end + 3;
        return Event::Text;
    }
    if (at("<!")) return unsafe();
    return at("</") ? read_end() : read_start();
}

Result<XmlReader::Event> XmlReader::read_text(std::string_view raw) {
    if (!decode(raw, decoded_)) return unsafe();
    return Event::Text;
}

std::string_view XmlReader::take_name() {
    const std::size_t start = position_;
    while (position_ < text_.size() && !ends_name(text_[position_])) ++position_;
    return text_.substr(start, position_ - start);
}

void XmlReader::skip_spaces() {
    while (position_ < text_.size() && spaces.find(text_[position_]) != std::string_view::npos) ++position_;
}

Result<XmlReader::Event> XmlReader::read_start() {
    if (open_.empty() && has_root_) return damaged();
    ++position_;
    const std::string_view name = take_name();
    if (name.empty() || open_.size() == xml_limits::depth) return damaged();
    if (Status read = read_attributes(); !read) return read.error();
    has_root_ = true;
    open_.push_back(name);
    name_ = without_prefix(name);
    if (text_[position_] == '/') {
        ends_at_once_ = true;
        ++position_;
    }
    ++position_;
    return Event::Start;
}

/// Stops at the end of the tag: at ">", or at "/" before it.
Status XmlReader::read_attributes() {
    attributes_.clear();
    while (true) {
        skip_spaces();
        if (position_ == text_.size()) return damaged();
        if (text_[position_] == '>' || at("/>")) return done();
        const std::string_view name = take_name();
        skip_spaces();
        if (name.empty() || !at("=") || attributes_.size() == xml_limits::attributes) return damaged();
        ++position_;
        skip_spaces();
        if (position_ == text_.size()) return damaged();
        const char mark = text_[position_];
        const std::size_t end = text_.find(mark, position_ + 1);
        if ((mark != '"' && mark != '\'') || end == std::string_view::npos) return damaged();
        const std::string_view value = text_.substr(position_ + 1, end - position_ - 1);
        if (value.find('<') != std::string_view::npos) return damaged();
        if (value.find('&') != std::string_view::npos && !decode(value, decoded_)) return unsafe();
        attributes_.push_back({name, value});
        position_ = end + 1;
    }
}

Result<XmlReader::Event> XmlReader::read_end() {
    position_ += 2;
    const std::string_view name = take_name();
    skip_spaces();
    if (open_.empty() || open_.back() != name || !at(">")) return damaged();
    ++position_;
    open_.pop_back();
    name_ = without_prefix(name);
    return Event::End;
}

} // namespace pli
