// A pack's bundle.
#include "core/definition/pack.hpp"

#include "core/definition/schema.hpp"
#include "core/document/print_model.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

void use_form(const Form& form) {
    const Answers nothing;
    fuzz::require(json_schema(form).is_object(), "a form has a schema");
    fuzz::require(print_model(form, nothing).title == form.title, "a form can be printed");
    check_form(form, nothing, fuzz::today);
    for_each_item(form, [&](const Item& item) {
        fuzz::require(find_item(form, item.path) == &item, "paths are unique");
        is_visible(form, nothing, item.path);
    });
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bundle = text_of({data, size});
    const auto pack = load_pack(bundle);
    const std::vector<Error> mistakes = check_pack(bundle);
    fuzz::require(mistakes.empty() == pack.ok(), "what has no mistake is good");
    if (!pack) {
        fuzz::require(mistakes.front() == pack.error(), "the first mistake is the failure");
        return 0;
    }
    fuzz::require(canonical_pack(bundle).ok() || !pack.value().forms.empty(), "a good pack has a form");
    for (const Form& form : pack.value().forms) use_form(form);
    return 0;
}
