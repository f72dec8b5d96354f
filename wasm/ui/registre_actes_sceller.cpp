// The documents about persons of the register: read back, sealed in one go, and the files that came of it.
#include "core/production/register_answers.hpp"
#include "core/validation/routing.hpp"
#include "ui/addressing.hpp"
#include "ui/document_view.hpp"
#include "ui/page.hpp"
#include "ui/registre.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"
#include "ui/suivi.hpp"

#include <algorithm>
#include <utility>

namespace pli::ui {

namespace {

using semantics::ButtonStyle;

const Form& form_of(const View& view, const RegisterDesk& desk) {
    return *find_form(view.pack, acts_mapping(view, desk.acts.kind).id); // load_pack has seen to it
}

Answers answers_of(const View& view, const RegisterDesk& desk, const Act& act) {
    return act_answers(form_of(view, desk), acts_mapping(view, act.kind), desk.content, act, desk.acts.common);
}

/// Each document as it will be read, one at a time.
void read_back(View& view, RegisterDesk& desk, const std::vector<Act>& acts) {
    semantics::Cells documents;
    const Act* shown = &acts.front();
    for (const Act& act : acts) {
        documents.emplace_back(act.key(), act_in_words(view, desk.content, act));
        if (act.key() == desk.acts.read_back) shown = &act;
    }
    view.ui.heading("actes-relire", view.say("actes.relire"), 2);
    std::string key = shown->key();
    if (view.ui.select("actes-document", view.say("actes.document"), key, documents)) {
        desk.acts.read_back = key;
        return;
    }
    document_view(view, print_model(form_of(view, desk), answers_of(view, desk, *shown)));
}

void seal(View& view, RegisterDesk& desk, std::vector<Act> acts) {
    const Form& form = form_of(view, desk);
    const Territory* territory = territory_of(view, desk);
    if (territory == nullptr) return;
    const std::vector<Option> roles = sender_roles(*territory, form);
    Json drafts = Json::array();
    for (const Act& act : acts)
        drafts.push_back({{"form", form.id},
                          {"territory", territory->id},
                          {"answers", answers_to_json(answers_of(view, desk, act))},
                          {"replaces", ""},
                          {"role", roles.size() == 1 ? roles.front().value : std::string()}});
    Json payload = locks_payload(view, desk.acts.addressing);
    payload["drafts"] = std::move(drafts);
    payload["roles"] = Json::array();
    view.effect("seal-several", payload);
    desk.acts.being_sealed = std::move(acts);
    view.session.sealing = Progress{};
    view.session.go(Screen::Scellement);
}

/// Made before the answers are forgotten.
std::vector<Receipt> receipts_of(const View& view, const RegisterDesk& desk, const std::vector<Act>& acts,
                                 const std::vector<Sealed>& files) {
    std::vector<Receipt> receipts;
    const Territory* territory = territory_of(view, desk);
    if (territory == nullptr) return receipts;
    for (std::size_t n = 0; n < std::min(acts.size(), files.size()); ++n)
        receipts.push_back(receipt_for(view, {*territory, form_of(view, desk), answers_of(view, desk, acts[n]), "",
                                              desk.acts.addressing, files[n]}));
    return receipts;
}

void one_file(View& view, SealedAct& sealed, std::size_t n) {
    const std::string key = "fichier-" + std::to_string(n + 1);
    const auto save = [&](std::string_view what) {
        sealed.saved = true;
        view.effect("download", {{"what", what}, {"file", n}});
        view.session.notice = view.say("termine.enregistrement-demande");
    };
    view.ui.begin_item(key);
    view.ui.text(key + "-objet", sealed.about, semantics::Emphasis::Strong);
    view.ui.begin_rows(key + "-lignes");
    view.ui.row(key + "-nom", view.say("termine.nom"), sealed.file.name, semantics::Emphasis::Mono);
    view.ui.row(key + "-taille", view.say("termine.taille"), shown_size(view, sealed.file.size));
    view.ui.row(key + "-empreinte", view.say("termine.empreinte"), grouped(sealed.file.sha256),
                semantics::Emphasis::Mono);
    view.ui.end_rows();
    const Params which{{"nom", sealed.file.name}};
    if (view.ui.button(key + "-enregistrer", view.say("actes.enregistrer", which))) save("age");
    if (!sealed.file.armor_name.empty() &&
        view.ui.button(key + "-armure", view.say("actes.enregistrer", {{"nom", sealed.file.armor_name}})))
        save("armor");
    view.ui.end_item();
}

void sealed_files(View& view, RegisterDesk& desk) {
    ActsDraft& acts = desk.acts;
    view.ui.text("chapeau", view.say_count("actes.scelles", acts.files.size()));
    view.ui.text("pas-transmis", view.say("actes.pas-transmis"), semantics::Emphasis::Strong);
    if (view.button("telecharger-tout", "actes.tout-enregistrer", ButtonStyle::Primary)) {
        for (SealedAct& each : acts.files) each.saved = true;
        view.effect("download", {{"what", "all"}});
        view.session.notice = view.say("termine.enregistrement-demande");
    }
    view.paragraph("telecharger-tout-detail", "actes.tout-enregistrer-detail");
    view.ui.begin_list("fichiers");
    for (std::size_t n = 0; n < acts.files.size(); ++n) one_file(view, acts.files[n], n);
    view.ui.end_list();
    view.ui.heading("reste", view.say("actes.reste"), 2);
    view.ui.begin_list("reste-liste");
    int number = 0;
    for (const std::string& step : form_of(view, desk).transmission)
        view.ui.item("reste-" + std::to_string(++number), step);
    if (is_signed(form_of(view, desk))) view.ui.item("reste-signer", view.say("actes.reste-signer"));
    if (acts.addressing.locks == Locks::Passphrase)
        view.ui.item("reste-phrase", view.say("termine.phrase-autre-canal"));
    view.ui.item("reste-registre", view.say("actes.reste-registre"));
    view.ui.end_list();
    view.paragraph("recus", "actes.recus");
    view.ui.link("mes-plis", view.say("termine.mes-plis"), route_of({Screen::Suivi, 0}));
    if (!view.button("registre-revenir", "actes.terminer")) return;
    if (acts.has_unsaved_files()) return ask(view, Question::LeaveActs);
    acts = {};
    view.session.go(Screen::Registre);
}

} // namespace

void registre_actes_sceller(View& view) {
    Session& session = view.session;
    if (!session.desk) return;
    RegisterDesk& desk = *session.desk;
    if (!desk.acts.files.empty()) return sealed_files(view, desk);
    const std::vector<Act> acts = chosen_acts(desk);
    if (acts.empty()) return;
    Addressing& addressing = desk.acts.addressing;
    const std::vector<Complaint> complaints =
        addressing.refused ? missing_locks(view, addressing) : std::vector<Complaint>{};
    summary(view, complaints);
    view.ui.text("chapeau", view.say_count("actes.a-sceller", acts.size()));
    read_back(view, desk, acts);
    view.ui.heading("actes-destinataires", view.say("destinataires.titre"), 2);
    view.paragraph("actes-destinataires-detail", "actes.destinataires-detail");
    locks_controls(view, SealedThing::Acts, complaints);
    const bool go = view.button("sceller", "actes.sceller", ButtonStyle::Primary);
    if (view.button("precedent", "actes.precedent")) return session.go(Screen::RegistreActes);
    if (!go) return;
    session.failure.reset();
    addressing.refused = true;
    if (missing_locks(view, addressing).empty())
        seal(view, desk, acts);
    else
        view.ui.focus(summary_key);
}

void acts_sealed(View& view, std::vector<Sealed> files) {
    RegisterDesk& desk = *view.session.desk;
    const std::vector<Act> acts = std::exchange(desk.acts.being_sealed, {});
    const std::vector<Receipt> receipts = receipts_of(view, desk, acts, files);
    for (std::size_t n = 0; n < std::min(acts.size(), files.size()); ++n)
        desk.acts.files.push_back({act_in_words(view, desk.content, acts[n]), std::move(files[n]), false});
    Result<Register> noted = note_formalised(desk.content, acts, view.today);
    if (noted) desk.take(std::move(noted).value());
    desk.acts.chosen.clear();
    desk.acts.common = {};
    view.session.go(Screen::RegistreActesSceller);
    keep_receipts(view, receipts);
}

} // namespace pli::ui
