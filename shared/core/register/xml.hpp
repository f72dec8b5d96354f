// The XML that workbooks are made of, and no more of it than they need: elements, attributes and text in UTF-8.
// Nothing is ever expanded but the five entities that XML has by itself and numeric ones.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

namespace xml_limits {
inline constexpr std::size_t depth = 64;
inline constexpr std::size_t attributes = 256; ///< of one element
} // namespace xml_limits

/// Reads a text from one tag or piece of text to the next. Names are given without their prefix; all views look
/// into the text, which must outlive the reader.
class XmlReader {
  public:
    enum class Event : std::uint8_t { Start, End, Text, Finish };

    /// `part` names the text in failures.
    XmlReader(std::string_view text, std::string_view part);

    /// The next event; an empty element starts and ends. Errors, with the part as place and "part":
    ///   table.damaged   no well-formed XML in UTF-8, or nested too deeply
    ///   table.unsafe    a document type declaration, or an entity that XML does not have by itself
    Result<Event> next();

    /// Of the element that just started or ended.
    [[nodiscard]] std::string_view name() const { return name_; }

    /// An attribute of the element that just started, decoded; nothing when it has none of that name.
    [[nodiscard]] std::optional<std::string> attribute(std::string_view name) const;

    /// The piece of text that was just read, decoded.
    [[nodiscard]] const std::string& text() const { return decoded_; }

    /// How many elements are open.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }

  private:
    struct Attribute {
        std::string_view name, value;
    };

    Result<Event> read_markup();
    Result<Event> read_start();
    Result<Event> read_end();
    Result<Event> read_text(std::string_view raw);
    Status read_attributes();
    Status skip_past(std::string_view end);
    std::string_view take_name();
    void skip_spaces();
    [[nodiscard]] bool at(std::string_view expected) const { return text_.substr(position_).starts_with(expected); }
    [[nodiscard]] Error damaged() const;
    [[nodiscard]] Error unsafe() const;

    std::string_view text_;
    std::string_view part_;
    std::size_t position_ = 0;
    bool is_valid_ = true;      ///< the whole is UTF-8
    bool ends_at_once_ = false; ///< the element that just started is empty
    bool has_root_ = false;
    std::string_view name_;
    std::vector<std::string_view> open_; ///< with their prefix
    std::vector<Attribute> attributes_;
    std::string decoded_;
};

} // namespace pli
