// Made-up registers for tests.
#pragma once

#include "core/register/edits.hpp"
#include "core/register/register.hpp"
#include "unit/liaison.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <string>
#include <utility>

namespace pli::test {

/// 32 hex digits that end with a number.
inline std::string id_of(std::size_t number) {
    std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), '0') + digits;
}

/// 64 hex digits, all the same.
inline std::string hash_of(char digit) { return std::string(64, digit); }

inline UserIdentity identity_of(std::string family_name = "DURAND", std::string mail = "e.durand@exemple.fr") {
    return {std::move(family_name), "Éloïse", {1985, 3, 7},      std::move(mail),
            "Hauts-de-France",      false,    WorksFor::Partner, ""};
}

template <class T> std::string code_of(const Result<T>& result) { return result ? "" : result.error().code; }

inline std::vector<std::string> codes_of(const std::vector<Error>& faults) {
    std::vector<std::string> codes;
    for (const Error& fault : faults) codes.push_back(fault.code);
    return codes;
}

inline Register empty_register() { return must(new_register(id_of(900), "Structure Exemple", "62011", {2026, 1, 5})); }

inline Grant since(const Date& day) { return {day, std::nullopt}; }

/// A register of persons that differ in name and mail, the first with id_of(0).
inline Register register_of(std::size_t count) {
    Register made = empty_register();
    for (std::size_t i = 0; i < count; ++i) {
        std::string name;
        for (std::size_t rest = i + 1; rest > 0; rest /= 26) name += static_cast<char>('A' + rest % 26);
        Person person;
        person.id = id_of(i);
        person.identity = identity_of("DURAND " + name, "agent" + std::to_string(i) + "@exemple.fr");
        person.tools["ouiform"] = {{2026, 1, 5}, std::nullopt};
        made.persons.push_back(std::move(person));
    }
    std::sort(made.persons.begin(), made.persons.end(),
              [](const Person& one, const Person& other) { return one.id < other.id; });
    made.saved = today;
    return made;
}

inline const RegisterWording& shipped_wording() { return shipped_pack().register_wording; }

} // namespace pli::test
