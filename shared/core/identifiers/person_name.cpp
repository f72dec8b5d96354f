#include "core/identifiers/person_name.hpp"

#include "core/base/text.hpp"
#include "core/identifiers/ascii.hpp"
#include "core/identifiers/latin.hpp"

namespace pli {

Result<std::string> parse_person_name(std::string_view typed) {
    std::string name = fold_spaces(typed);
    if (const std::size_t size = length(name); size > person_name_max_length) {
        return Error{"person-name.too-long",
                     "",
                     {{"length", std::to_string(size)}, {"max", std::to_string(person_name_max_length)}}};
    }
    bool has_letter = false;
    bool after_letter = false;
    for (const char32_t c : code_points(name)) {
        if (is_ascii_digit(c)) return Error{"person-name.digit", "", {}};
        const bool is_letter = is_latin_letter(c);
        const bool continues_letter = after_letter && (is_combining_mark(c) || c == U'.');
        const bool stands_alone = c == U' ' || c == U'-' || c == U'\'' || c == U'’';
        if (!is_letter && !continues_letter && !stands_alone)
            return Error{"person-name.character", "", {{"character", readable(c)}}};
        has_letter = has_letter || is_letter;
        after_letter = is_letter || (after_letter && is_combining_mark(c));
    }
    if (!has_letter) return Error{"person-name.empty", "", {}};
    return name;
}

std::string person_name_pattern() {
    const std::string letter = latin_letter_pattern();
    return "^(?! )(?=.*" + letter + ")(?:" + letter + "\\.?|['\\u2019-]| (?=[^ ]))+$";
}

} // namespace pli
