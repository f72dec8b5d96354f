#include "core/identifiers/phone.hpp"

#include "core/identifiers/ascii.hpp"

#include <algorithm>
#include <array>

namespace pli {

namespace {

/// A country code with the sizes of its national numbers, the trunk 0 left out.
struct Country {
    std::string_view code;
    std::size_t digits;
    std::size_t other_digits; ///< a second size in use, or the same
};

constexpr std::array<Country, 8> countries{{
    {"33", 9, 9},
    {"262", 9, 9}, // La Réunion, Mayotte
    {"590", 9, 9}, // Guadeloupe, Saint-Barthélemy, Saint-Martin
    {"594", 9, 9}, // Guyane
    {"596", 9, 9}, // Martinique
    {"508", 6, 9}, // Saint-Pierre-et-Miquelon
    {"687", 6, 6}, // Nouvelle-Calédonie
    {"689", 8, 8}, // Polynésie française
}};

/// First digits of the ten-digit form that tell the territory; the longest comes first.
struct Overseas {
    std::string_view prefix;
    std::string_view code;
};

constexpr std::array<Overseas, 15> overseas{{
    {"063998", "33"}, // kept by ARCEP for numbers of fiction, within a range of Mayotte
    {"0262", "262"},
    {"0263", "262"},
    {"0269", "262"},
    {"0639", "262"},
    {"0692", "262"},
    {"0693", "262"},
    {"0590", "590"},
    {"0690", "590"},
    {"0691", "590"},
    {"0594", "594"},
    {"0694", "594"},
    {"0596", "596"},
    {"0696", "596"},
    {"0697", "596"},
}};

constexpr std::string_view saint_pierre_prefix = "0508"; // dialled in ten digits, six of them its own

std::string without_separators(std::string_view typed) {
    std::string number = without_spaces(typed);
    const auto is_separator = [](char c) { return c == '.' || c == '-'; };
    number.erase(std::remove_if(number.begin(), number.end(), is_separator), number.end());
    return number;
}

Error digits_error() { return {"phone.digits", "", {}}; }

/// `number` comes after "+" or "00".
Result<std::string> parse_international(std::string_view number) {
    const auto country = std::find_if(countries.begin(), countries.end(),
                                      [number](const Country& c) { return number.starts_with(c.code); });
    if (country == countries.end()) return Error{"phone.country", "", {}};
    std::string_view national = number.substr(country->code.size());
    if (national.starts_with("(0)")) {
        national.remove_prefix(3);
    } else if (national.starts_with('0')) {
        national.remove_prefix(1);
    }
    const bool has_size = is_digits(national, country->digits) || is_digits(national, country->other_digits);
    if (!has_size || national.starts_with('0')) return digits_error();
    return "+" + std::string(country->code) + std::string(national);
}

/// `number` is ten digits from 0[1-9].
std::string from_national(std::string_view number) {
    if (number.starts_with(saint_pierre_prefix) && number[4] != '0')
        return "+508" + std::string(number.substr(saint_pierre_prefix.size()));
    const auto territory = std::find_if(overseas.begin(), overseas.end(),
                                        [number](const Overseas& o) { return number.starts_with(o.prefix); });
    const std::string_view code = territory == overseas.end() ? "33" : territory->code;
    return "+" + std::string(code) + std::string(number.substr(1));
}

/// Pairs counted from the end: "6 12 34 56 78".
std::string in_pairs(std::string_view digits) {
    std::string pairs;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 2 == 0) pairs += ' ';
        pairs += digits[i];
    }
    return pairs;
}

} // namespace

Result<std::string> parse_phone(std::string_view typed) {
    const std::string number = without_separators(typed);
    if (std::string character = first_outside(U"0123456789+()", number); !character.empty())
        return Error{"phone.character", "", {{"character", std::move(character)}}};
    if (number.starts_with('+')) return parse_international(std::string_view(number).substr(1));
    if (number.starts_with("00")) return parse_international(std::string_view(number).substr(2));
    if (is_digits(number, 9) && number[0] != '0')
        return Error{"phone.missing-zero", "", {{"suggestion", in_pairs("0" + number)}}};
    if (!is_digits(number, 10) || number[0] != '0') return digits_error();
    return from_national(number);
}

std::string show_phone(std::string_view canonical) {
    const auto country = std::find_if(countries.begin(), countries.end(), [canonical](const Country& c) {
        return canonical.starts_with('+') && canonical.substr(1).starts_with(c.code);
    });
    if (country == countries.end()) return std::string(canonical);
    const std::string_view national = canonical.substr(1 + country->code.size());
    const std::string prefix = national.size() == 6 ? std::string(saint_pierre_prefix) : "0";
    const std::string ten_digits = prefix + std::string(national);
    if (is_digits(ten_digits, 10) && from_national(ten_digits) == canonical) return in_pairs(ten_digits);
    return "+" + std::string(country->code) + " " + in_pairs(national);
}

} // namespace pli
