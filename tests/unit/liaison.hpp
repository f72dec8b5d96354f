// The shipped pack and its fiche de liaison, with the answers of a golden case, for the tests.
#pragma once

#include "core/base/date.hpp"
#include "core/definition/pack.hpp"
#include "core/state/answers.hpp"
#include "native/files.hpp"
#include "native/pack_files.hpp"

#include <cstdlib>
#include <gtest/gtest.h>
#include <string>

namespace pli::test {

inline const std::string source_folder = PLI_SOURCE_DIR;

inline constexpr Date today{2026, 11, 22};

/// The value of a result that the test takes for granted: ends the test program when it is a failure.
template <class T> T must(Result<T> result) {
    if (!result) {
        ADD_FAILURE() << result.error().code << " at " << result.error().place << " " << Json(result.error().params);
        std::abort();
    }
    return std::move(result).value();
}

inline const std::string& shipped_bundle() {
    static const std::string bundle = must(read_pack_folder(source_folder + "/shared/packs"));
    return bundle;
}

inline const Pack& shipped_pack() {
    static const Pack pack = must(load_pack(shipped_bundle()));
    return pack;
}

inline const Territory& pas_de_calais() { return *find_territory(shipped_pack(), "pas-de-calais"); }

/// A territory that offers the form: Pas-de-Calais, if it does.
inline const Territory& territory_of(const Form& form) {
    return *territory_for(shipped_pack(), form.id, &pas_de_calais());
}

inline const Form& liaison() { return *find_form(shipped_pack(), "liaison-ag-tacite"); }

/// tests/data/<name>
inline std::string golden_text(const std::string& name) {
    return must(read_file(source_folder + "/tests/data/" + name));
}

inline Json golden_json(const std::string& name) { return must(parse_json(golden_text(name))); }

/// Answers that fill in the whole fiche, with a mandated referent and a drawn signature.
inline Answers complete_answers() {
    return must(answers_from_json(liaison(), golden_json("liaison-ag-tacite/answers.json")));
}

} // namespace pli::test
