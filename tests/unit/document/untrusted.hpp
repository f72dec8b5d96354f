// A written fiche.json, changed in one place and read again.
#pragma once

#include "unit/document/samples.hpp"

#include <functional>

namespace pli::test {

/// How a text is read: "accepted", or code and place of the failure, and why a value is refused:
/// "fiche.value /reponses/demandeur/enfants (count.range)".
inline std::string reading(std::string_view text, const Date& day = today) {
    const auto fiche = read_fiche(shipped_pack(), text, day);
    if (fiche.ok()) return "accepted";
    const Error& error = fiche.error();
    const auto code = error.params.find("code");
    return error.code + " " + error.place + (code != error.params.end() ? " (" + code->second + ")" : "");
}

inline Json sample_fiche() {
    Envelope envelope = sample_envelope();
    envelope.replaces = std::string(32, 'e');
    envelope.has_seven_zip = true;
    return must(parse_json(written(complete_answers(), envelope)));
}

/// How the sample fiche is read once `change` was applied to it. It stays canonical.
inline std::string reading_after(const std::function<void(Json&)>& change) {
    Json json = sample_fiche();
    change(json);
    const auto canonical = canonical_json(json);
    return reading(canonical ? canonical.value() : dump_json(json)); // canonical JSON has no fractions
}

inline std::string reading_with(const std::string& pointer, const Json& value) {
    return reading_after([&](Json& json) { json[Json::json_pointer(pointer)] = value; });
}

inline std::string reading_without(const std::string& pointer) {
    const Json::json_pointer place(pointer);
    return reading_after([&](Json& json) { json[place.parent_pointer()].erase(place.back()); });
}

} // namespace pli::test
