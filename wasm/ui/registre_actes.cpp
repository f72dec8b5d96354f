// Documents about persons of the register, one each: who, and what is the same for all.
#include "core/identifiers/search_key.hpp"
#include "core/production/register_answers.hpp"
#include "core/state/own_card.hpp"
#include "core/validation/routing.hpp"
#include "ui/form_view.hpp"
#include "ui/registre.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

using semantics::ButtonStyle;

/// As many as are shown, and sealed in one go: more are proposed again after these.
constexpr std::size_t most_acts = 50;

constexpr std::string_view persons_group = "actes-personnes";

/// The form of the acts of a kind, if the register's territory offers it; else nullptr.
const Form* form_here(const View& view, const RegisterDesk& desk, ActKind kind) {
    const std::string& id = acts_mapping(view, kind).id;
    const Territory* territory = territory_of(view, desk);
    return territory != nullptr && offers(*territory, id) ? find_form(view.pack, id) : nullptr;
}

std::string name_of_person(const Register& content, const Act& act) {
    const Person* person = find_person(content, act.person);
    return person == nullptr ? std::string() : person->identity.family_name + " " + person->identity.given_name;
}

/// Those that fit what is searched for, at most as many as are shown.
std::vector<const Act*> shown_acts(RegisterDesk& desk) {
    const std::string sought = search_key(desk.acts.search);
    std::vector<const Act*> shown;
    for (const Act& act : desk.proposed_acts()) {
        if (shown.size() == most_acts) break;
        const bool fits =
            sought.empty() || search_key(name_of_person(desk.content, act)).find(sought) != std::string::npos;
        if (fits) shown.push_back(&act);
    }
    return shown;
}

void choose_shown(RegisterDesk& desk) {
    for (const Act* act : shown_acts(desk)) desk.acts.chosen.insert(act->key());
}

void begin_acts(View& view, RegisterDesk& desk, ActKind kind) {
    const Form& form = *form_here(view, desk, kind);
    desk.acts = {};
    desk.acts.begun = true;
    desk.acts.kind = kind;
    choose_shown(desk);
    Answers& common = desk.acts.common;
    fill_organisation(acts_mapping(view, kind), desk.content, common);
    const std::vector<Option> roles = sender_roles(*territory_of(view, desk), form);
    if (roles.size() == 1) fill_own_blocks(form, roles.front().value, view.session.card.used, common);
    prefill_days(form, common, view.today);
    if (is_signed(form)) common.signature.mode = Signature::Mode::Paper; // each document is signed by hand
    view.session.go(Screen::RegistreActes);
}

/// What the register says wrongly, or not at all, of one person: the first thing.
std::string fault_of(const View& view, const RegisterDesk& desk, const Form& form, const Form& common, const Act& act) {
    const RegisterForm& mapping = acts_mapping(view, act.kind);
    const std::vector<std::string> left_out = tools_left_out(form, mapping, act);
    if (!left_out.empty())
        return view.say("actes.outil-absent",
                        {{"outil", label_of(view.pack.register_wording.tools, left_out.front())}});
    const Answers answers = act_answers(form, mapping, desk.content, act, desk.acts.common);
    for (const Fault& fault : check_form(form, answers, view.today))
        if (fault.severity == Severity::Fault && find_item(common, fault.path) == nullptr)
            return view.texts.say_fault(fault);
    return {};
}

/// What keeps the documents from being made, persons first; each of them has a link to where it is corrected.
std::vector<Complaint> complaints_of(View& view, RegisterDesk& desk, const Form& form, const Form& common) {
    const std::vector<Act> acts = chosen_acts(desk);
    if (acts.empty()) return {{std::string(persons_group), view.say("actes.personne-choisie")}};
    if (acts.size() > most_acts)
        return {{std::string(persons_group), view.say("actes.trop", {{"max", std::to_string(most_acts)}})}};
    std::vector<Complaint> complaints;
    for (const Act& act : acts) {
        const std::string fault = fault_of(view, desk, form, common, act);
        const std::string field = route_of({Screen::RegistrePersonne, 0, act.person}).substr(1);
        const bool told = std::any_of(complaints.begin(), complaints.end(),
                                      [&](const Complaint& other) { return other.field == field; });
        if (!fault.empty() && !told)
            complaints.push_back(
                {field, view.say("actes.faute", {{"personne", name_of_person(desk.content, act)}, {"faute", fault}})});
    }
    return complaints;
}

void choice_of_persons(View& view, RegisterDesk& desk, const std::vector<Complaint>& complaints) {
    ActsDraft& acts = desk.acts;
    const bool refused = !complaints.empty() && complaints.front().field == persons_group;
    view.ui.begin_group(persons_group, view.say("actes.personnes"),
                        refused ? complaints.front().sentence : std::string());
    if (view.ui.checkbox("actes-encore", view.say("actes.encore"), acts.again)) acts.proposed.reset();
    view.ui.text_field("actes-chercher", view.say("registre.chercher"), acts.search,
                       hinted(view.say("actes.chercher-aide")));
    const bool all = view.button("actes-tous", "actes.tout-cocher");
    const bool none = view.button("actes-aucun", "actes.tout-decocher");
    if (all) choose_shown(desk);
    if (none) acts.chosen.clear();
    for (const Act* act : shown_acts(desk)) {
        const std::string key = act->key();
        bool ticked = acts.chosen.contains(key);
        if (!view.ui.checkbox("acte-" + key, act_in_words(view, desk.content, *act), ticked)) continue;
        if (ticked)
            acts.chosen.insert(key);
        else
            acts.chosen.erase(key);
    }
    if (desk.proposed_acts().size() > most_acts)
        view.ui.text("actes-suite", view.say("actes.suite", {{"max", std::to_string(most_acts)}}));
    view.ui.status("actes-nombre", view.say_count("actes.choisis", chosen_acts(desk).size()));
    view.ui.end_group();
}

} // namespace

const RegisterForm& acts_mapping(const View& view, ActKind kind) {
    const RegisterWording& wording = view.pack.register_wording;
    return kind == ActKind::Grant ? wording.grant : wording.withdrawal;
}

std::string acts_title(const View& view) {
    const auto& desk = view.session.desk;
    const bool ends = desk && desk->acts.kind == ActKind::Withdrawal;
    return view.say(ends ? "actes.titre-retraits" : "actes.titre");
}

std::string act_in_words(const View& view, const Register& content, const Act& act) {
    std::string what;
    for (const std::string& tool : act.tools)
        what += (what.empty() ? "" : ", ") + label_of(view.pack.register_wording.tools, tool);
    const Person* person = find_person(content, act.person);
    if (act.kind == ActKind::Withdrawal && person != nullptr)
        what = label_of(view.pack.register_wording.states, name_of(person->habilitation.state));
    Params params{{"personne", name_of_person(content, act)}, {"quoi", what}, {"jour", french_date(act.day)}};
    std::string words = view.say("actes.acte", params);
    if (act.formalised) words += " – " + view.say("registre.formalise-le", {{"jour", french_date(*act.formalised)}});
    return words;
}

std::vector<Act> chosen_acts(RegisterDesk& desk) {
    std::vector<Act> chosen;
    for (const Act& act : desk.proposed_acts())
        if (desk.acts.chosen.contains(act.key())) chosen.push_back(act);
    return chosen;
}

void acts_part(View& view, RegisterDesk& desk) {
    const bool grants = form_here(view, desk, ActKind::Grant) != nullptr;
    const bool ends = form_here(view, desk, ActKind::Withdrawal) != nullptr;
    if (!grants && !ends) return;
    view.ui.heading("registre-actes", view.say("registre.actes"), 2);
    view.paragraph("registre-actes-detail", "registre.actes-detail");
    if (!desk.acts.files.empty()) { // until they are done with
        if (view.button("registre-revoir-actes", "registre.revoir-actes"))
            view.session.go(Screen::RegistreActesSceller);
        return;
    }
    if (desk.acts.begun && view.button("registre-reprendre-actes", "registre.reprendre-actes"))
        return view.session.go(Screen::RegistreActes);
    if (grants && view.button("registre-produire-habilitations", "registre.produire-habilitations"))
        begin_acts(view, desk, ActKind::Grant);
    else if (ends && view.button("registre-produire-retraits", "registre.produire-retraits"))
        begin_acts(view, desk, ActKind::Withdrawal);
}

void registre_actes(View& view) {
    if (!view.session.desk || !view.session.desk->acts.begun) return;
    RegisterDesk& desk = *view.session.desk;
    ActsDraft& acts = desk.acts;
    const Form* form = form_here(view, desk, acts.kind);
    if (form == nullptr) return;
    const Form common = common_part(*form, acts_mapping(view, acts.kind));
    const Sheet sheet{common, acts.common};
    const std::vector<Complaint> complaints =
        acts.refused ? complaints_of(view, desk, *form, common) : std::vector<Complaint>{};
    steps_summary(view, sheet, complaints);
    view.paragraph("chapeau", "actes.chapeau");
    if (desk.proposed_acts().empty()) view.paragraph("actes-rien", "actes.rien");
    choice_of_persons(view, desk, complaints);
    view.ui.heading("actes-communes", view.say("actes.communes"), 2);
    view.paragraph("actes-communes-detail", "actes.communes-detail");
    Steps steps;
    for (const Step& step : common.steps) {
        steps.push_back(&step);
        step_fields(view, sheet, step);
    }
    if (is_signed(*form)) view.paragraph("actes-signature", "actes.signature");
    const bool next = view.button("suivant", "actes.suivant", ButtonStyle::Primary);
    if (view.button("precedent", "registre.retour")) return view.session.go(Screen::Registre);
    acts.accepted = false;
    if (!next) return;
    acts.refused = true;
    const bool complete = complaints_of(view, desk, *form, common).empty();
    if (!accept_steps(view, sheet, steps)) return;
    if (!complete) return view.ui.focus(summary_key);
    acts.accepted = true;
    acts.read_back.clear();
    view.session.go(Screen::RegistreActesSceller);
}

} // namespace pli::ui
