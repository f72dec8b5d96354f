#include "core/identifiers/free_line.hpp"

#include "core/base/text.hpp"
#include "core/identifiers/ascii.hpp"
#include "core/identifiers/latin.hpp"

namespace pli {

namespace {

constexpr std::u32string_view signs = U" '’-.,&()/°";

struct LineCodes {
    std::string_view empty;
    std::string_view character;
    std::string_view too_long;
};

Result<std::string> parse_line(std::string_view typed, const LineCodes& codes) {
    std::string line = fold_spaces(typed);
    if (const std::size_t size = length(line); size > line_max_length) {
        return Error{std::string(codes.too_long),
                     "",
                     {{"length", std::to_string(size)}, {"max", std::to_string(line_max_length)}}};
    }
    bool names_something = false;
    bool after_letter = false;
    for (const char32_t c : code_points(line)) {
        const bool is_mark = after_letter && is_combining_mark(c);
        const bool is_letter = is_latin_letter(c);
        const bool is_digit = is_ascii_digit(c);
        if (!is_letter && !is_digit && !is_mark && signs.find(c) == std::u32string_view::npos)
            return Error{std::string(codes.character), "", {{"character", readable(c)}}};
        names_something = names_something || is_letter || is_digit;
        after_letter = is_letter || is_mark;
    }
    if (!names_something) return Error{std::string(codes.empty), "", {}};
    return line;
}

} // namespace

Result<std::string> parse_organisation(std::string_view typed) {
    return parse_line(typed, {"organisation.empty", "organisation.character", "organisation.too-long"});
}

Result<std::string> parse_function(std::string_view typed) {
    return parse_line(typed, {"function.empty", "function.character", "function.too-long"});
}

Result<std::string> parse_street(std::string_view typed) {
    return parse_line(typed, {"street.empty", "street.character", "street.too-long"});
}

Result<std::string> parse_town(std::string_view typed) {
    return parse_line(typed, {"town.empty", "town.character", "town.too-long"});
}

Result<std::string> parse_place(std::string_view typed) {
    return parse_line(typed, {"place.empty", "place.character", "place.too-long"});
}

std::string line_pattern() {
    const std::string letter = latin_letter_pattern();
    return "^(?! )(?=.*(?:" + letter + "|[0-9]))(?:" + letter + "|[0-9'\\u2019.,&()/\\u00B0-]| (?=[^ ]))+$";
}

} // namespace pli
