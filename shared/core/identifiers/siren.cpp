#include "core/identifiers/siren.hpp"

#include "core/identifiers/ascii.hpp"

#include <numeric>

namespace pli {

namespace {

constexpr std::string_view la_poste = "356000000";
constexpr std::string_view la_poste_head_office = "35600000000048";

int sum_of_digits(std::string_view digits) {
    return std::accumulate(digits.begin(), digits.end(), 0,
                           [](int sum, char digit) { return sum + digit_value(digit); });
}

bool has_siret_key(std::string_view siret) {
    if (siret.starts_with(la_poste) && siret != la_poste_head_office) return sum_of_digits(siret) % 5 == 0;
    return passes_luhn(siret.substr(0, la_poste.size())) && passes_luhn(siret);
}

} // namespace

Result<std::string> parse_siren(std::string_view typed) {
    std::string siren = without_spaces(typed);
    if (!is_digits(siren, 9)) return Error{"siren.digits", "", {}};
    if (!passes_luhn(siren)) return Error{"siren.key", "", {}};
    return siren;
}

Result<std::string> parse_siret(std::string_view typed) {
    std::string siret = without_spaces(typed);
    if (!is_digits(siret, 14)) return Error{"siret.digits", "", {}};
    if (!has_siret_key(siret)) return Error{"siret.key", "", {}};
    return siret;
}

} // namespace pli
