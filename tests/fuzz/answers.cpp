// Answers as the page and its worker exchange them, and all that follows from them.
#include "core/state/answers.hpp"

#include "core/document/fiche.hpp"
#include "core/document/print_model.hpp"
#include "core/validation/routing.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

/// From the first role that may send the form, to those who must or may receive it, by a passphrase.
Envelope sample_envelope(const Territory& territory, const Form& form) {
    const std::string from = sender_roles(territory, form).at(0).value;
    std::vector<Addressee> addressees;
    if (const Route* route = find_route(territory, form, from)) {
        const std::vector<std::string>& roles = route->required.empty() ? route->to : route->required;
        for (const std::string& role : roles) addressees.push_back({{}, {}, role});
    }
    const bool answers_another = !form.replies_to.empty();
    return {.document_id = std::string(32, 'd'),
            .salt = std::string(32, '5'),
            .created = fuzz::today,
            .pack_sha256 = std::string(64, 'a'),
            .sender_role = from,
            .addressees = std::move(addressees),
            .replaces = "",
            .signing_key = "",
            .reply_key = "",
            .answered_id = answers_another ? std::string(32, 'b') : "",
            .answered_sha256 = answers_another ? std::string(64, 'c') : ""};
}

/// Valid answers make a fiche that reads back and makes the same fiche again; others make none.
void check_fiche(const Form& form, const Answers& answers) {
    const Pack& pack = fuzz::shipped_pack();
    const Territory& territory = *territory_for(pack, form.id, nullptr);
    const auto fiche = build_fiche(territory, form, answers, sample_envelope(territory, form));
    fuzz::require(fiche.ok() != has_fault(check_form(form, answers, fuzz::today)), "faults alone prevent a fiche");
    if (!fiche) return;
    const auto read = read_fiche(pack, fiche.value(), fuzz::today);
    fuzz::require(read.ok(), "what is written can be read");
    const auto again = build_fiche(territory, form, read.value().answers, sample_envelope(territory, form));
    fuzz::require(again.ok() && again.value() == fiche.value(), "what is read is what was written");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(text_of({data, size}));
    if (!json) return 0;
    for (const Form& form : fuzz::shipped_pack().forms) {
        const auto answers = answers_from_json(form, json.value());
        if (!answers) continue;
        const auto again = answers_from_json(form, answers_to_json(answers.value()));
        fuzz::require(again.ok() && again.value() == answers.value(), "answers are exchanged unchanged");
        const Answers visible = visible_answers(form, answers.value());
        fuzz::require(visible_answers(form, visible) == visible, "what is dropped changes nothing that is left");
        const Json print = print_model_to_json(print_model(form, answers.value()));
        fuzz::require(print_model_from_json(print).ok(), "a print model is read back");
        check_fiche(form, answers.value());
    }
    return 0;
}
