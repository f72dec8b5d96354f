#include "core/identifiers/bank_card.hpp"

#include "core/identifiers/ascii.hpp"

#include <algorithm>
#include <array>

namespace pli {

namespace {

/// Numbers of `length` digits that begin with `first` … `last`.
struct Scheme {
    std::string_view first;
    std::string_view last;
    std::size_t length;
};

constexpr std::array<Scheme, 17> schemes{{
    {"4", "4", 13},       // Visa
    {"4", "4", 16},       // Visa
    {"4", "4", 19},       // Visa
    {"51", "55", 16},     // Mastercard
    {"2221", "2720", 16}, // Mastercard
    {"34", "34", 15},     // American Express
    {"37", "37", 15},     // American Express
    {"5018", "5018", 16}, // Maestro, here and below
    {"5020", "5020", 16},
    {"5038", "5038", 16},
    {"6304", "6304", 16},
    {"6759", "6763", 16},
    {"6759", "6763", 19},
    {"6011", "6011", 16}, // Discover
    {"644", "659", 16},   // Discover
    {"3528", "3589", 16}, // JCB
    {"62", "62", 16},     // UnionPay
}};

bool is_of(const Scheme& scheme, std::string_view digits) {
    const std::string_view prefix = digits.substr(0, scheme.first.size());
    return digits.size() == scheme.length && prefix >= scheme.first && prefix <= scheme.last;
}

} // namespace

bool is_bank_card(std::string_view digits) {
    return passes_luhn(digits) && std::any_of(schemes.begin(), schemes.end(),
                                              [digits](const Scheme& scheme) { return is_of(scheme, digits); });
}

} // namespace pli
