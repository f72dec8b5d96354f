#include "core/identifiers/guard_patterns.hpp"

#include "core/base/text.hpp"
#include "core/identifiers/ascii.hpp"
#include "core/identifiers/bank_card.hpp"
#include "core/identifiers/iban.hpp"
#include "core/identifiers/latin.hpp"
#include "core/identifiers/nir.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace pli {

namespace {

using CodePoints = std::vector<char32_t>;

bool is_line_break(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

// Numbers in groups

constexpr std::size_t longest_number = 34; ///< of an IBAN

/// A run of ASCII digits or of ASCII letters.
struct Group {
    std::string text;
    bool is_joined = false; ///< nothing but separators, or nothing at all, stands before it and after the last
};

bool is_separator(char32_t c) { return c == ' ' || c == '.' || c == '-' || (c >= 0x2010 && c <= 0x2015); }

std::vector<Group> groups_of(const CodePoints& text) {
    std::vector<Group> groups;
    bool is_joined = false;
    char32_t before = 0;
    for (const char32_t c : text) {
        const bool is_digit = is_ascii_digit(c);
        if (is_digit || is_ascii_letter(c)) {
            const bool continues = is_digit ? is_ascii_digit(before) : is_ascii_letter(before);
            if (!continues) groups.push_back({{}, is_joined});
            groups.back().text += static_cast<char>(c);
            is_joined = true;
        } else if (!is_separator(c)) {
            is_joined = false;
        }
        before = c;
    }
    return groups;
}

/// Whether some groups in a row, put together, satisfy the predicate.
bool any_number(const std::vector<Group>& groups, const auto& predicate) {
    for (std::size_t first = 0; first < groups.size(); ++first) {
        // Of a word, only its last two letters can begin an IBAN: "IBANFR76…".
        const std::string& word = groups[first].text;
        std::string number = is_ascii_letter(word[0]) && word.size() > 2 ? word.substr(word.size() - 2) : word;
        for (std::size_t next = first + 1; number.size() <= longest_number; ++next) {
            if (predicate(number)) return true;
            if (next == groups.size() || !groups[next].is_joined) break;
            number += groups[next].text;
        }
    }
    return false;
}

// Amounts

/// `text` has its spaces folded: one at most stands between a number and its unit.
bool has_digit_after(const CodePoints& text, std::size_t end) {
    if (end < text.size() && text[end] == ' ') ++end;
    return end < text.size() && is_ascii_digit(text[end]);
}

bool has_digit_before(const CodePoints& text, std::size_t start) {
    if (start > 0 && text[start - 1] == ' ') --start;
    return start > 0 && is_ascii_digit(text[start - 1]);
}

/// Whether the euro sign at `position` belongs to a number: "500 €", "2 k€", "€ 500".
bool is_amount_at_sign(const CodePoints& text, std::size_t position) {
    const bool is_thousands = position > 0 && (text[position - 1] == 'k' || text[position - 1] == 'K');
    return has_digit_before(text, is_thousands ? position - 1 : position) || has_digit_after(text, position + 1);
}

/// Whether the word from `start` to `end` is a unit and belongs to a number: "500 euros", "EUR 500".
bool is_amount_at_word(const CodePoints& text, std::size_t start, std::size_t end) {
    std::string word;
    for (std::size_t i = start; i < end; ++i) append_utf8(word, text[i]);
    word = upper_case(word);
    if (word == "EUR" && has_digit_after(text, end)) return true;
    const bool is_unit = word == "EUR" || word == "KEUR" || word == "EURO" || word == "EUROS";
    return is_unit && has_digit_before(text, start);
}

bool has_amount(const CodePoints& text) {
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == U'€' && is_amount_at_sign(text, i)) return true;
        std::size_t end = i;
        while (end < text.size() && is_latin_letter(text[end])) ++end;
        if (end > i && is_amount_at_word(text, i, end)) return true;
        i = std::max(end, i + 1);
    }
    return false;
}

// Addresses of the web

constexpr std::array<std::string_view, 10> usual_domains{"FR", "COM", "ORG",  "NET", "EU",
                                                         "IO", "BE",  "INFO", "BZH", "PARIS"};

/// "SERVICE.EXEMPLE.FR", in capitals: names of two characters or more before a usual domain. Initials
/// and abbreviations ("S.A.R.L") are none.
bool is_web_host(std::string_view host) {
    const std::size_t last_dot = host.rfind('.');
    if (last_dot == std::string_view::npos) return false;
    const std::string_view domain = host.substr(last_dot + 1);
    const std::size_t dot_before = host.substr(0, last_dot).rfind('.');
    const std::size_t name_start = dot_before == std::string_view::npos ? 0 : dot_before + 1;
    return last_dot - name_start >= 2 &&
           std::find(usual_domains.begin(), usual_domains.end(), domain) != usual_domains.end();
}

/// `word` holds no space.
bool is_web_address(std::string_view word) {
    if (word.find("://") != std::string_view::npos) return true;
    if (word.find('@') != std::string_view::npos) return false;
    const std::size_t start = word.find_first_not_of("(<\"'-.,");
    if (start == std::string_view::npos) return false;
    word.remove_prefix(start);
    if (word.starts_with("WWW.")) return true;
    std::string_view host = word.substr(0, word.find_first_of("/?#:,;)>\"'"));
    while (host.ends_with('.')) host.remove_suffix(1);
    return is_web_host(host);
}

bool has_web_address(std::string_view text) {
    const std::string upper = upper_case(text);
    std::string_view rest = upper;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (is_web_address(rest.substr(0, end))) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

} // namespace

std::optional<std::string_view> forbidden_pattern(std::string_view text, bool is_nir_field) {
    const CodePoints typed = code_points(text);
    if (std::any_of(typed.begin(), typed.end(), is_line_break)) return "line-break";
    const std::string folded = fold_spaces(text);
    if (has_web_address(folded)) return "url";
    const CodePoints points = code_points(folded);
    const auto is_digit = [](char32_t c) { return is_ascii_digit(c); };
    if (std::none_of(points.begin(), points.end(), is_digit)) return std::nullopt; // all the others are numbers
    const std::vector<Group> groups = groups_of(points);
    const auto is_card = [is_nir_field](std::string_view number) {
        return is_bank_card(number) && !(is_nir_field && looks_like_nir(number));
    };
    if (any_number(groups, is_iban)) return "iban";
    if (!is_nir_field && any_number(groups, looks_like_nir)) return "nir";
    if (any_number(groups, is_card)) return "card";
    if (has_amount(points)) return "amount";
    return std::nullopt;
}

} // namespace pli
