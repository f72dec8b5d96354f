// fiche.json as it comes out of a stranger's file.
#include "core/document/fiche.hpp"

#include "core/document/print_model.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

/// What was read can be written again and then reads the same. The writer's territory may be another one.
void check_rewriting(const Fiche& fiche, std::string_view text) {
    const Pack& pack = fuzz::shipped_pack();
    const Territory* territory = territory_for(pack, fiche.form->id, find_territory(pack, fiche.territory));
    fuzz::require(territory != nullptr, "a territory offers each form");
    const auto rewritten = build_fiche(*territory, *fiche.form, fiche.answers, fiche.envelope);
    if (!rewritten) {
        fuzz::require(fiche.envelope.created > fuzz::today, "what is read can be written again");
        return;
    }
    const auto again = read_fiche(pack, rewritten.value(), fuzz::today);
    fuzz::require(again.ok(), "what is written can be read");
    fuzz::require(again.value().answers == fiche.answers, "answers are kept");
    fuzz::require(rewritten.value().size() <= text.size() + territory->id.size() + territory->version.size(),
                  "nothing is added");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of({data, size});
    const auto fiche = read_fiche(fuzz::shipped_pack(), text, fuzz::today);
    if (!fiche) return 0;
    fuzz::require(fiche.value().form != nullptr, "a fiche has a form");
    const auto faults = check_form(*fiche.value().form, fiche.value().answers, fuzz::today);
    fuzz::require(!has_fault(faults) || fiche.value().envelope.created < fuzz::today, "a fiche has no fault");
    fuzz::require(!print_model(*fiche.value().form, fiche.value().answers).blocks.empty(), "a fiche can be printed");
    check_rewriting(fiche.value(), text);
    return 0;
}
