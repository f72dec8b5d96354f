// One person of the register: identity, tools, use, and what becomes of the habilitation.
#include "core/definition/register_names.hpp"
#include "ui/page.hpp"
#include "ui/registre.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

namespace names = register_names;
using semantics::ButtonStyle;
using semantics::Cells;

constexpr std::string_view tool_field = "personne-outil";
constexpr std::string_view tool_day_field = "personne-outil-jour";
constexpr std::string_view use_field = "personne-utilise";
constexpr std::string_view absent_field = "personne-absent";
constexpr std::string_view ending_field = "personne-fin-jour";
constexpr std::string_view removal_field = "personne-retrait-jour";

Cells choices(const std::vector<RegisterWord>& words) {
    Cells options;
    for (const RegisterWord& word : words) options.emplace_back(word.value, word.label);
    return options;
}

/// The words of some reasons, in the pack's order.
Cells reason_choices(const View& view, std::initializer_list<Reason> reasons) {
    Cells options{{"", view.say("registre.choisir")}};
    for (const Reason reason : reasons)
        options.emplace_back(name_of(reason), label_of(view.pack.register_wording.reasons, name_of(reason)));
    return options;
}

std::vector<Complaint> complaints_of(const View& view, const PersonDraft& draft) {
    std::vector<Complaint> complaints;
    for (const Error& fault : draft.faults)
        complaints.push_back({column_key(fault.place), fault_sentence(view, fault)});
    return complaints;
}

void identity(View& view, PersonDraft& draft) {
    IdentityEntry& entry = draft.entry;
    const RegisterWording& wording = view.pack.register_wording;
    view.ui.begin_group("personne-identite", view.say("registre.identite"));
    column_field(view, names::family_name, entry.family_name, draft.faults);
    column_field(view, names::given_name, entry.given_name, draft.faults);
    column_field(view, names::birth, entry.birth, draft.faults);
    column_field(view, names::mail, entry.mail, draft.faults);
    column_field(view, names::region, entry.region, draft.faults);
    semantics::Field field = required_field();
    field.error = column_error(view, draft.faults, names::manager);
    if (const RegisterColumn* column = find_column(wording, names::manager))
        view.ui.radio_group(column_key(names::manager), column->label, entry.manager, choices(wording.yes_no), field);
    field.error = column_error(view, draft.faults, names::status);
    if (const RegisterColumn* column = find_column(wording, names::status))
        view.ui.radio_group(column_key(names::status), column->label, entry.works_for, choices(wording.statuses),
                            field);
    if (entry.works_for != name_of(WorksFor::Partner))
        column_field(view, names::structure, entry.structure, draft.faults);
    else
        entry.structure.clear();
    view.ui.end_group();
}

/// Records a change, or says below `field` why it cannot be.
void change(View& view, std::string_view field, Result<Register> next, std::string_view said) {
    RegisterDesk& desk = *view.session.desk;
    desk.person.refusal.reset();
    if (!next) {
        desk.person.refusal = next.error();
        desk.person.refused_field = field;
        return view.ui.focus(field);
    }
    desk.take(std::move(next).value());
    IdentityEntry typed = std::move(desk.person.entry); // perhaps not noted yet
    draft_person(desk, std::string(desk.person.id));
    desk.person.entry = std::move(typed);
    view.session.notice = view.say(said);
    view.ui.focus(field);
}

/// Records a change dated by what was typed.
template <class Make>
void change_on(View& view, std::string_view field, const std::string& typed, std::string_view said, const Make& make) {
    const Result<Date> day = parse_typed_date(typed);
    change(view, field, day ? make(day.value()) : Result<Register>(day.error()), said);
}

/// The field of a day, with what is wrong with the change that it dates.
void day_field(View& view, std::string_view key, std::string_view label, std::string& value) {
    const PersonDraft& draft = view.session.desk->person;
    semantics::Field field = hinted(view.say("registre.jour-aide"));
    field.inputmode = "numeric";
    if (draft.refusal && draft.refused_field == key) {
        Params params = draft.refusal->params;
        params["label"] = view.say(label);
        params["group"] = params["example"] = "";
        field.error = draft.refusal->code.starts_with("register.")
                          ? view.texts.say_error(*draft.refusal)
                          : view.texts.say_fault({draft.refusal->code, "", Severity::Fault, std::move(params)});
    }
    view.ui.text_field(key, view.say(label), value, field);
}

std::string formalised_in_words(const View& view, const std::optional<Date>& formalised) {
    if (!formalised) return {};
    return " – " + view.say("registre.formalise-le", {{"jour", french_date(*formalised)}});
}

std::string grant_in_words(const View& view, const Grant& grant) {
    const std::string granted = is_in_force(grant)
                                    ? view.say("registre.accorde-le", {{"jour", french_date(grant.granted)}})
                                    : view.say("registre.retire-le", {{"accorde", french_date(grant.granted)},
                                                                      {"retire", french_date(*grant.withdrawn)}});
    return granted + formalised_in_words(view, grant.formalised);
}

void tools(View& view, const Person& person) {
    RegisterDesk& desk = *view.session.desk;
    PersonDraft& draft = desk.person;
    view.ui.begin_group("personne-outils", view.say("registre.outils"));
    const RegisterWording& wording = view.pack.register_wording;
    if (!person.tools.empty()) {
        view.ui.begin_rows("personne-outils-liste");
        for (const auto& [tool, grant] : person.tools)
            view.ui.row("personne-outil-" + tool, label_of(wording.tools, tool), grant_in_words(view, grant));
        view.ui.end_rows();
    }
    Cells offered{{"", view.say("registre.choisir")}};
    for (const RegisterWord& tool : wording_here(view, desk).tools) offered.emplace_back(tool.value, tool.label);
    for (const auto& entry : person.tools) // the catalogue of the territory may have lost one that is still granted
        if (std::none_of(offered.begin(), offered.end(), [&](const auto& one) { return one.first == entry.first; }))
            offered.emplace_back(entry.first, label_of(wording.tools, entry.first));
    view.ui.select(tool_field, view.say("registre.outil"), draft.tool, offered,
                   hinted(view.say("registre.moindre-privilege")));
    day_field(view, tool_day_field, "registre.a-compter-du", draft.day);
    const bool grant = view.button("personne-accorder", "registre.accorder");
    const bool withdraw = view.button("personne-retirer", "registre.retirer");
    view.ui.end_group();
    if (!grant && !withdraw) return;
    const auto edit = grant ? grant_tool : withdraw_tool;
    if (draft.tool.empty()) return view.ui.focus(tool_field);
    change_on(view, tool_day_field, draft.day, grant ? "registre.outil-accorde" : "registre.outil-retire",
              [&](const Date& day) { return edit(desk.content, person.id, draft.tool, day, view.today); });
}

void use(View& view, const Person& person) {
    RegisterDesk& desk = *view.session.desk;
    PersonDraft& draft = desk.person;
    view.ui.begin_group("personne-usage", view.say("registre.usage"));
    day_field(view, use_field, "registre.derniere-utilisation", draft.use);
    const bool used = view.button("personne-utiliser", "registre.noter-utilisation");
    day_field(view, absent_field, "registre.absent-depuis", draft.absent);
    const bool absent = view.button("personne-absence", "registre.noter-absence");
    view.ui.select("personne-fin-motif", view.say("registre.fin-motif"), draft.ending_reason,
                   reason_choices(view, {Reason::Departure, Reason::ChangeOfFunction}));
    day_field(view, ending_field, "registre.fin-jour", draft.ending_day);
    const bool ends = view.button("personne-fin", "registre.noter-fin");
    view.ui.end_group();
    if (used)
        change_on(view, use_field, draft.use, "registre.utilisation-notee",
                  [&](const Date& day) { return record_use(desk.content, person.id, day, view.today); });
    if (absent && draft.absent.empty())
        change(view, absent_field, record_absence(desk.content, person.id, std::nullopt, view.today),
               "registre.absence-effacee");
    else if (absent)
        change_on(view, absent_field, draft.absent, "registre.absence-notee",
                  [&](const Date& day) { return record_absence(desk.content, person.id, day, view.today); });
    if (!ends) return;
    const auto reason = reason_named(draft.ending_reason);
    if (!reason)
        change(view, "personne-fin-motif", record_ending(desk.content, person.id, std::nullopt, view.today),
               "registre.fin-effacee");
    else
        change_on(view, ending_field, draft.ending_day, "registre.fin-notee", [&](const Date& day) {
            return record_ending(desk.content, person.id, Ending{*reason, day}, view.today);
        });
}

void habilitation(View& view, const Person& person) {
    using State = Habilitation::State;
    RegisterDesk& desk = *view.session.desk;
    PersonDraft& draft = desk.person;
    const State state = person.habilitation.state;
    view.ui.begin_group("personne-habilitation", view.say("registre.habilitation"));
    view.ui.text("personne-etat", field_text(person, names::state, "", view.pack.register_wording) +
                                      formalised_in_words(view, person.habilitation.formalised));
    const bool suspends = state == State::Active && view.button("personne-suspendre", "registre.suspendre");
    const bool reactivates = state == State::Suspended && view.button("personne-reactiver", "registre.reactiver");
    bool removes = false;
    if (state != State::Removed) {
        view.ui.select(
            "personne-retrait-motif", view.say("registre.retrait-motif"), draft.removal_reason,
            reason_choices(view, {Reason::Departure, Reason::ChangeOfFunction, Reason::Absence, Reason::Breach}));
        day_field(view, removal_field, "registre.retrait-jour", draft.removal_day);
        removes = view.button("personne-supprimer", "registre.supprimer", ButtonStyle::Danger);
    }
    view.paragraph("personne-effacer-detail", "registre.effacer-detail");
    const bool erases = view.button("personne-effacer", "registre.effacer", ButtonStyle::Danger);
    view.ui.end_group();
    if (suspends)
        change(view, "personne-habilitation", suspend(desk.content, person.id, view.today, view.today),
               "registre.suspendue");
    if (reactivates)
        change(view, "personne-habilitation", reactivate(desk.content, person.id, view.today, view.today),
               "registre.reactivee");
    if (removes) {
        const auto reason = reason_named(draft.removal_reason);
        if (!reason) return view.ui.focus("personne-retrait-motif");
        change_on(view, removal_field, draft.removal_day, "registre.supprimee", [&](const Date& day) {
            return remove_habilitation(desk.content, person.id, *reason, day, view.today);
        });
    }
    if (erases) ask(view, Question::ErasePerson);
}

void findings(View& view, const Person& person) {
    RegisterDesk& desk = *view.session.desk;
    const auto index = static_cast<std::size_t>(&person - desk.content.persons.data());
    const std::vector<Finding> found = desk.looked_at(view.today).findings_of(index);
    if (found.empty()) return;
    view.ui.begin_list("personne-constats");
    for (std::size_t n = 0; n < found.size(); ++n)
        view.ui.item("personne-constat-" + std::to_string(n + 1), finding_sentence(view, found[n]));
    view.ui.end_list();
}

void save_identity(View& view) {
    RegisterDesk& desk = *view.session.desk;
    PersonDraft& draft = desk.person;
    const IdentityCheck check = check_identity(draft.entry, view.today);
    draft.faults = check.faults;
    if (!draft.faults.empty()) return view.ui.focus(summary_key);
    if (draft.id.empty()) return ask_for_ids(view, NeedsIds::Add, 1);
    Result<Register> next = correct_person(desk.content, draft.id, check.identity, view.today);
    if (!next) {
        draft.faults = {next.error()};
        return view.ui.focus(summary_key);
    }
    desk.take(std::move(next).value());
    view.session.notice = view.say("registre.identite-enregistree");
}

} // namespace

void draft_person(RegisterDesk& desk, const std::string& id) {
    desk.person = {};
    const Person* person = find_person(desk.content, id);
    if (person == nullptr) {
        desk.person.entry.works_for = name_of(WorksFor::Partner);
        return;
    }
    desk.person.id = id;
    desk.person.entry = entry_of(person->identity);
    if (person->last_use) desk.person.use = french_date(*person->last_use);
    if (person->absent) desk.person.absent = french_date(*person->absent);
    if (!person->ending) return;
    desk.person.ending_reason = name_of(person->ending->reason);
    desk.person.ending_day = french_date(person->ending->day);
}

void registre_personne(View& view) {
    if (!view.session.desk) return;
    RegisterDesk& desk = *view.session.desk;
    PersonDraft& draft = desk.person;
    const Person* person = find_person(desk.content, draft.id);
    summary(view, complaints_of(view, draft));
    if (person != nullptr) findings(view, *person);
    identity(view, draft);
    const bool save =
        view.button("personne-enregistrer", person == nullptr ? "registre.inscrire" : "registre.enregistrer-identite",
                    ButtonStyle::Primary);
    if (save) save_identity(view);
    person = find_person(desk.content, draft.id); // a change moves the persons in memory
    if (person != nullptr) tools(view, *person);
    person = find_person(desk.content, draft.id);
    if (person != nullptr) use(view, *person);
    person = find_person(desk.content, draft.id);
    if (person != nullptr) habilitation(view, *person);
    if (view.button("precedent", "registre.retour")) view.session.go(Screen::Registre);
}

void add_drafted_person(View& view, const std::string& id) {
    RegisterDesk& desk = *view.session.desk;
    const IdentityCheck check = check_identity(desk.person.entry, view.today);
    Result<Register> next = add_person(desk.content, id, check.identity, view.today);
    if (!next) {
        view.session.failure = next.error();
        return view.ui.focus(summary_key);
    }
    desk.take(std::move(next).value());
    draft_person(desk, id);
    view.session.go(Place{Screen::RegistrePersonne, 0, id});
    view.session.notice = view.say("registre.inscrite");
}

} // namespace pli::ui
