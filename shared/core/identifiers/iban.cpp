#include "core/identifiers/iban.hpp"

#include "core/identifiers/ascii.hpp"

#include <algorithm>

namespace pli {

namespace {

constexpr std::string_view registry = // country and length, as in the IBAN Registry of SWIFT
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
    "ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 "
    "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 "
    "SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";
constexpr std::ptrdiff_t fewest_digits = 10; ///< of any country: prose that starts like an IBAN has less

bool has_length_of_country(std::string_view iban) {
    const std::size_t country = registry.find(iban.substr(0, 2));
    if (country == std::string_view::npos || country % 5 != 0) return false;
    const std::string_view size = registry.substr(country + 2, 2);
    return iban.size() ==
           static_cast<std::size_t>(digit_value(size[0])) * 10 + static_cast<std::size_t>(digit_value(size[1]));
}

/// The four first characters moved to the end, letters counted from A = 10, the remainder by 97 is 1.
bool passes_mod_97(std::string_view iban) {
    int remainder = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        remainder = is_ascii_digit(c) ? remainder * 10 + digit_value(c) : remainder * 100 + (c - 'A' + 10);
        remainder %= 97;
    }
    return remainder == 1;
}

} // namespace

bool is_iban(std::string_view digits_and_letters) {
    if (digits_and_letters.size() < 15 || !is_ascii_letter(digits_and_letters[0])) return false;
    const std::string iban = upper_case(digits_and_letters);
    if (!first_outside(alphanumerics, iban).empty()) return false;
    const auto is_digit = [](char c) { return is_ascii_digit(c); };
    return has_length_of_country(iban) && is_digits(std::string_view(iban).substr(2, 2), 2) &&
           std::count_if(iban.begin(), iban.end(), is_digit) >= fewest_digits && passes_mod_97(iban);
}

} // namespace pli
