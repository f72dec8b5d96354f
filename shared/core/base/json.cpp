#include "core/base/json.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace pli {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::int64_t largest_exact_integer = std::int64_t{1} << 53U;

Error error_at(std::string_view code, std::size_t position) {
    return {std::string(code), "byte " + std::to_string(position + 1), {}};
}

/// Builds the value from nlohmann/json's parser events, refusing what that library would let pass:
/// members that repeat a name (the last would win silently) and nesting without bound.
/// The member functions are the interface that nlohmann::json::sax_parse calls; false stops it.
class StrictReader {
  public:
    explicit StrictReader(std::size_t max_depth) : max_depth_(max_depth) {}

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) { return add(value); }
    bool number_float(double value, const std::string&) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t&) { return fail({"json.syntax", "", {}}); }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        auto& members = *open_.back()->get_ptr<Json::object_t*>();
        const auto [slot, is_new] = members.emplace(name, nullptr);
        if (!is_new) return fail({"json.duplicate-key", "", {{"key", name}}});
        slot_ = &slot->second;
        return true;
    }

    template <class Exception> bool parse_error(std::size_t bytes_read, const std::string&, const Exception&) {
        return fail({"json.syntax", "byte " + std::to_string(bytes_read), {}});
    }

    Json root;
    Error error;

  private:
    bool fail(Error why) {
        error = std::move(why);
        return false;
    }

    bool add(Json value) {
        *next_slot() = std::move(value);
        return true;
    }

    bool open(Json container) {
        if (open_.size() == max_depth_) return fail({"json.too-deep", "", {}});
        Json* slot = next_slot();
        *slot = std::move(container);
        open_.push_back(slot);
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    /// Where the next value goes: the root, the end of the open array, or the member just named.
    Json* next_slot() {
        if (open_.empty()) return &root;
        auto* elements = open_.back()->get_ptr<Json::array_t*>();
        return elements != nullptr ? &elements->emplace_back() : slot_;
    }

    std::size_t max_depth_;
    std::vector<Json*> open_; ///< the containers being filled: none of them moves before it is closed
    Json* slot_ = nullptr;
};

std::vector<std::uint32_t> utf16_units(std::string_view text) {
    std::vector<std::uint32_t> units;
    for (const char32_t c : code_points(text)) {
        if (c < 0x10000) {
            units.push_back(c);
        } else {
            units.push_back(0xD800U + ((c - 0x10000U) >> 10U));
            units.push_back(0xDC00U + ((c - 0x10000U) & 0x3FFU));
        }
    }
    return units;
}

/// Whether the library's order of members, by bytes, is the one by UTF-16 units: below U+E000 they are the same.
bool are_in_order(const Json::object_t& members) {
    constexpr std::uint8_t lead_of_u_e000 = 0xEE;
    return std::all_of(members.begin(), members.end(), [](const auto& member) {
        return std::all_of(member.first.begin(), member.first.end(),
                           [](char c) { return static_cast<std::uint8_t>(c) < lead_of_u_e000; });
    });
}

/// RFC 8785 in one walk: `write` appends a value and says whether it could.
class CanonicalWriter {
  public:
    bool write(const Json& value, std::size_t depth) {
        if (depth > JsonLimits{}.max_depth) return fail("json.too-deep");
        switch (value.type()) {
        case Json::value_t::null:
            out += "null";
            return true;
        case Json::value_t::boolean:
            out += *value.get_ptr<const bool*>() ? "true" : "false";
            return true;
        case Json::value_t::string:
            return write_string(*value.get_ptr<const std::string*>());
        case Json::value_t::array:
            return write_array(*value.get_ptr<const Json::array_t*>(), depth);
        case Json::value_t::object:
            return write_object(*value.get_ptr<const Json::object_t*>(), depth);
        default:
            return write_integer(value);
        }
    }

    std::string out;
    std::string code;

  private:
    bool fail(std::string_view why) {
        code = why;
        return false;
    }

    bool write_integer(const Json& value) {
        if (const auto* natural = value.get_ptr<const std::uint64_t*>()) {
            if (*natural > std::uint64_t{largest_exact_integer}) return fail("json.number");
            out += std::to_string(*natural);
            return true;
        }
        const auto* integer = value.get_ptr<const std::int64_t*>();
        if (integer == nullptr || *integer > largest_exact_integer || *integer < -largest_exact_integer)
            return fail("json.number");
        out += std::to_string(*integer);
        return true;
    }

    /// RFC 8785 section 3.2.2.2: two-character escapes where JSON has them, \u00xx for the other
    /// controls, everything else as it is.
    bool write_string(const std::string& text) {
        if (first_invalid_utf8(text)) return fail("json.encoding");
        out += '"';
        for (const char c : text) {
            if (static_cast<std::uint8_t>(c) < 0x20 || c == '"' || c == '\\') {
                write_escaped(c);
            } else {
                out += c;
            }
        }
        out += '"';
        return true;
    }

    void write_escaped(char c) {
        constexpr std::string_view hex = "0123456789abcdef";
        constexpr std::string_view escaped = "\b\t\n\f\r\"\\";
        constexpr std::string_view letters = "btnfr\"\\";
        const auto byte = static_cast<std::uint8_t>(c);
        const std::size_t index = escaped.find(c);
        out += '\\';
        if (index != std::string_view::npos) {
            out += letters[index];
        } else {
            out += "u00";
            out += hex[byte >> 4U];
            out += hex[byte & 0x0FU];
        }
    }

    bool write_array(const Json::array_t& elements, std::size_t depth) {
        out += '[';
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (i > 0) out += ',';
            if (!write(elements[i], depth + 1)) return false;
        }
        out += ']';
        return true;
    }

    bool write_object(const Json::object_t& members, std::size_t depth) {
        if (!are_in_order(members)) return write_sorted(members, depth);
        out += '{';
        bool first = true;
        for (const auto& member : members) {
            if (!write_member(member, first, depth)) return false;
            first = false;
        }
        out += '}';
        return true;
    }

    /// By UTF-16 units, as RFC 8785 wants it.
    bool write_sorted(const Json::object_t& members, std::size_t depth) {
        std::vector<std::pair<std::vector<std::uint32_t>, const Json::object_t::value_type*>> sorted;
        sorted.reserve(members.size());
        for (const auto& entry : members) sorted.emplace_back(utf16_units(entry.first), &entry);
        std::sort(sorted.begin(), sorted.end());
        out += '{';
        for (std::size_t i = 0; i < sorted.size(); ++i)
            if (!write_member(*sorted[i].second, i == 0, depth)) return false;
        out += '}';
        return true;
    }

    bool write_member(const Json::object_t::value_type& member, bool first, std::size_t depth) {
        if (!first) out += ',';
        if (!write_string(member.first)) return false;
        out += ':';
        return write(member.second, depth + 1);
    }
};

} // namespace

Result<Json> parse_json(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.max_bytes) {
        return Error{"json.too-large", "", {{"max", std::to_string(limits.max_bytes)}}};
    }
    if (text.starts_with(byte_order_mark)) return error_at("json.encoding", 0);
    if (const auto position = first_invalid_utf8(text)) return error_at("json.encoding", *position);
    // nlohmann/json takes a NUL for the end of the text and would ignore what follows it.
    if (const std::size_t position = text.find('\0'); position != std::string_view::npos)
        return error_at("json.syntax", position);
    StrictReader reader(limits.max_depth);
    if (!Json::sax_parse(text, &reader)) return std::move(reader.error);
    return std::move(reader.root);
}

Result<std::string> canonical_json(const Json& value) {
    CanonicalWriter writer;
    if (!writer.write(value, 0)) return Error{std::move(writer.code), "", {}};
    return std::move(writer.out);
}

const Json* member(const Json& object, std::string_view key) {
    const auto* members = object.get_ptr<const Json::object_t*>();
    if (members == nullptr) return nullptr;
    const auto found = members->find(key);
    return found == members->end() ? nullptr : &found->second;
}

const std::string* text_member(const Json& object, std::string_view key) {
    const Json* value = member(object, key);
    return value == nullptr ? nullptr : value->get_ptr<const std::string*>();
}

std::string text_member_or(const Json& object, std::string_view key, std::string_view fallback) {
    const std::string* text = text_member(object, key);
    return text == nullptr ? std::string(fallback) : *text;
}

bool bool_member_or(const Json& object, std::string_view key, bool fallback) {
    const Json* value = member(object, key);
    const bool* flag = value == nullptr ? nullptr : value->get_ptr<const bool*>();
    return flag == nullptr ? fallback : *flag;
}

std::int64_t int_member_or(const Json& object, std::string_view key, std::int64_t fallback) {
    const Json* value = member(object, key);
    if (value == nullptr || !value->is_number_integer()) return fallback;
    if (const auto* natural = value->get_ptr<const std::uint64_t*>()) {
        constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
        return *natural > largest ? fallback : static_cast<std::int64_t>(*natural);
    }
    return *value->get_ptr<const std::int64_t*>();
}

std::string dump_json(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace pli
