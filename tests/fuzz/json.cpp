// The JSON parser and the canonical form.
#include "core/base/json.hpp"

#include "core/base/text.hpp"
#include "core/document/print_model.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

void check_canonical(const Json& json) {
    const auto canonical = canonical_json(json);
    if (!canonical) return; // a number that JCS does not fix
    const auto again = parse_json(canonical.value());
    fuzz::require(again.ok() && again.value() == json, "the canonical form means the same");
    const auto twice = canonical_json(again.value());
    fuzz::require(twice.ok() && twice.value() == canonical.value(), "the canonical form is a fixed point");
}

void check_print_model(const Json& json) {
    const auto model = print_model_from_json(json);
    if (!model) return;
    const Json written = print_model_to_json(model.value());
    const auto again = print_model_from_json(written);
    fuzz::require(again.ok() && print_model_to_json(again.value()) == written, "a print model is read back");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of({data, size});
    const auto json = parse_json(text);
    if (!json) return 0;
    fuzz::require(!first_invalid_utf8(text), "JSON is UTF-8");
    fuzz::require(parse_json(dump_json(json.value())).ok(), "what is dumped is read back");
    check_canonical(json.value());
    check_print_model(json.value());
    return 0;
}
