#include "core/identifiers/nir.hpp"

#include "core/identifiers/ascii.hpp"

#include <cstdint>

namespace pli {

namespace {

constexpr std::size_t size_without_key = 13;
constexpr std::size_t size_with_key = 15;

struct Parts {
    std::string_view sex;
    std::string_view year;
    std::string_view month;
    std::string_view departement;
    std::string_view commune;
    std::string_view order;
    std::string_view key; ///< may be left out
};

Parts parts_of(std::string_view nir) {
    return {nir.substr(0, 1), nir.substr(1, 2),  nir.substr(3, 2), nir.substr(5, 2),
            nir.substr(7, 3), nir.substr(10, 3), nir.substr(13)};
}

bool is_between(std::string_view digits, std::string_view first, std::string_view last) {
    return digits >= first && digits <= last;
}

/// 01–12 are months; 20, 30–42 and 50–99 stand for an unknown month or an exhausted series.
bool is_month(std::string_view month) {
    return is_digits(month, 2) && (is_between(month, "01", "12") || month == "20" || is_between(month, "30", "42") ||
                                   is_between(month, "50", "99"));
}

/// A department and its commune, 97 or 98 and an overseas one, 99 and a country. Corsica was 20 until
/// it became 2A and 2B in 1976.
bool is_place(const Parts& parts) {
    if (!is_digits(parts.commune, 3)) return false;
    if (parts.departement == "2A" || parts.departement == "2B") return true;
    if (!is_digits(parts.departement, 2)) return false;
    if (parts.departement == "20") return parts.year < "76";
    return is_between(parts.departement, "01", "95") || is_between(parts.departement, "97", "99");
}

bool is_sex(std::string_view sex) { return std::string_view("123478").find(sex) != std::string_view::npos; }

bool is_order(std::string_view order) { return is_digits(order, 3) && order != "000"; }

/// 97 minus the remainder by 97 of the thirteen digits, 2A and 2B counted as 19 and 18.
int expected_key(std::string_view nir) {
    std::string digits(nir.substr(0, size_without_key));
    if (digits[6] == 'A') digits.replace(5, 2, "19");
    if (digits[6] == 'B') digits.replace(5, 2, "18");
    std::int64_t number = 0;
    for (const char digit : digits) number = number * 10 + digit_value(digit);
    return static_cast<int>(97 - number % 97);
}

/// Code of the first fault of the thirteen characters' structure; empty when there is none.
std::string_view structure_fault(const Parts& parts) {
    if (!is_sex(parts.sex)) return "nir.sex";
    if (!is_digits(parts.year, 2) || !is_digits(parts.month, 2)) return "nir.year-month";
    if (!is_month(parts.month)) return "nir.month";
    if (!is_place(parts)) return "nir.place";
    if (!is_order(parts.order)) return "nir.order";
    return {};
}

bool is_size_of_nir(std::string_view nir) { return nir.size() == size_without_key || nir.size() == size_with_key; }

} // namespace

Result<std::string> parse_nir(std::string_view typed) {
    std::string nir = upper_case(without_spaces(typed));
    if (std::string character = first_outside(alphanumerics, nir); !character.empty())
        return Error{"nir.character", "", {{"character", std::move(character)}}};
    if (!is_size_of_nir(nir)) return Error{"nir.length", "", {{"length", std::to_string(nir.size())}}};
    const Parts parts = parts_of(nir);
    if (const std::string_view fault = structure_fault(parts); !fault.empty()) return Error{std::string(fault), "", {}};
    if (parts.key.empty()) return nir;
    const bool has_key =
        is_digits(parts.key, 2) && digit_value(parts.key[0]) * 10 + digit_value(parts.key[1]) == expected_key(nir);
    if (!has_key) return Error{"nir.key", "", {}};
    return nir;
}

bool looks_like_nir(std::string_view digits_and_letters) {
    if (!is_size_of_nir(digits_and_letters)) return false;
    const std::string nir = upper_case(digits_and_letters);
    const Parts parts = parts_of(nir);
    return structure_fault(parts).empty() && (parts.key.empty() || is_digits(parts.key, 2));
}

} // namespace pli
