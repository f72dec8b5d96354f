// How the tests of this folder put an example in one line.
#pragma once

#include "core/identifiers/kind.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace pli {

/// What a kind makes of a typed value: its canonical value, or the code of the reason it is refused.
inline std::string parsed(std::string_view kind_name, std::string_view typed) {
    const Kind* kind = find_kind(kind_name);
    if (kind == nullptr) return "no kind " + std::string(kind_name);
    const auto value = kind->parse(typed);
    return value ? value.value() : value.error().code;
}

/// One parameter of the reason for which a value is refused; empty when it is accepted.
inline std::string refusal_param(std::string_view kind_name, std::string_view typed, const std::string& name) {
    const auto value = find_kind(kind_name)->parse(typed);
    if (value.ok()) return {};
    const auto param = value.error().params.find(name);
    return param == value.error().params.end() ? std::string() : param->second;
}

inline std::string shown(std::string_view kind_name, std::string_view canonical) {
    return find_kind(kind_name)->show(canonical);
}

} // namespace pli
