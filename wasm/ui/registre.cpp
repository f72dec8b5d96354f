// The register of habilitations: begin one, look at the list, see what the audit finds.
#include "ui/registre.hpp"

#include "core/definition/register_names.hpp"
#include "core/register/yearly_list.hpp"
#include "ui/page.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <array>

namespace pli::ui {

namespace {

namespace names = register_names;
using semantics::ButtonStyle;

constexpr std::string_view organisation_field = "registre-organisme";
constexpr std::string_view safir_field = "registre-safir";
/// What the audit may find, and how the list of findings words it.
struct FindingKind {
    std::string_view code;
    std::string_view wording;

    [[nodiscard]] std::string key() const { return "constat-" + std::string(code.substr(code.find('.') + 1)); }
};

constexpr std::array<FindingKind, 8> finding_kinds{{
    {"finding.inactive", "registre.constat-inactive"},
    {"finding.never-used", "registre.constat-never-used"},
    {"finding.departure", "registre.constat-departure"},
    {"finding.change-of-function", "registre.constat-change-of-function"},
    {"finding.long-absence", "registre.constat-long-absence"},
    {"finding.absence", "registre.constat-absence"},
    {"finding.listed-twice", "registre.constat-listed-twice"},
    {"finding.manager", "registre.constat-manager"},
}};

// ---- begin

std::vector<Complaint> start_complaints(const View& view) {
    std::vector<Complaint> complaints;
    for (const Error& fault : view.session.register_start.faults)
        complaints.push_back(
            {std::string(fault.place == names::safir ? safir_field : organisation_field), fault_sentence(view, fault)});
    return complaints;
}

void begin_screen(View& view) {
    RegisterStart& start = view.session.register_start;
    summary(view, start_complaints(view));
    view.paragraph("chapeau", "registre.chapeau");
    view.paragraph("registre-fichier", "registre.un-fichier");
    if (view.button("registre-ouvrir", "registre.ouvrir")) view.session.go(Screen::Ouvrir);
    view.ui.begin_group("registre-nouveau", view.say("registre.nouveau"));
    semantics::Field field = required_field();
    field.error = column_error(view, start.faults, names::organisation);
    view.ui.text_field(organisation_field, view.say("registre.organisme"), start.organisation, field);
    field = hinted(view.say("registre.safir-aide"));
    field.required = true;
    field.inputmode = "numeric";
    field.error = column_error(view, start.faults, names::safir);
    view.ui.text_field(safir_field, view.say("registre.safir"), start.safir, field);
    view.ui.end_group();
    if (!view.button("registre-commencer", "registre.commencer", ButtonStyle::Primary)) return;
    start.faults = check_organisation(start.organisation, start.safir);
    if (start.faults.empty()) {
        ask_for_ids(view, NeedsIds::Begin, 1);
    } else {
        view.ui.focus(summary_key);
    }
}

// ---- what it is

void facts(View& view, const RegisterDesk& desk) {
    view.ui.begin_rows("registre-faits");
    view.ui.row("registre-fait-organisme", view.say("registre.organisme"), desk.content.organisation);
    view.ui.row("registre-fait-safir", view.say("registre.safir"), desk.content.safir);
    view.ui.row("registre-fait-personnes", view.say("registre.personnes"), std::to_string(desk.content.persons.size()));
    const bool sealed = !desk.sha256.empty();
    view.ui.row("registre-fait-version", view.say("registre.version"),
                sealed ? view.say("registre.version-du", {{"version", std::to_string(desk.base.version)},
                                                          {"jour", french_date(desk.base.saved)}})
                       : view.say("registre.jamais-scelle"));
    view.ui.end_rows();
    std::string_view state = desk.saved ? "registre.enregistre" : "registre.a-enregistrer";
    if (desk.changed || !sealed) state = "registre.a-sceller";
    view.ui.text("registre-enregistre", view.say(state),
                 desk.is_at_risk() ? semantics::Emphasis::Strong : semantics::Emphasis::Plain);
}

/// The file that was opened lacks what a version that this browser knows has.
void warning(View& view, const RegisterDesk& desk) {
    if (!desk.outdated) return;
    view.ui.text(
        "registre-perime",
        view.say(desk.outdated->is_parallel ? "registre.en-parallele" : "registre.plus-ancien",
                 {{"version", std::to_string(desk.content.version)}, {"vue", std::to_string(desk.outdated->known)}}),
        semantics::Emphasis::Strong);
}

void download_list(View& view, RegisterDesk& desk) {
    const auto sentence = [&view](const Finding& finding) { return finding_sentence(view, finding); };
    const std::string csv = write_csv(yearly_list(desk.content, view.pack.register_wording, view.today, sentence));
    view.effect("save",
                {{"name", "liste-des-personnes-habilitees_" + iso_date(view.today) + ".csv"}, {"content", csv}});
    view.session.notice = view.say("registre.liste-demandee");
}

void actions(View& view, RegisterDesk& desk) {
    const bool add = view.button("registre-ajouter", "registre.ajouter", ButtonStyle::Primary);
    const bool import = view.button("registre-importer", "registre.importer");
    const bool seal = view.button("registre-sceller", "registre.sceller");
    const bool list = view.button("registre-liste", "registre.liste");
    const bool close = view.button("registre-fermer", "registre.fermer", ButtonStyle::Danger);
    if (add) {
        draft_person(desk, "");
        view.session.go(Screen::RegistrePersonne);
    }
    if (import) view.session.go(Screen::RegistreImporter);
    if (seal) view.session.go(Screen::RegistreSceller);
    if (list) download_list(view, desk);
    if (close && desk.is_at_risk()) ask(view, Question::CloseRegister);
    if (close && !desk.is_at_risk()) view.session.close_register();
}

// ---- the audit

void audit_summary(View& view, RegisterDesk& desk) {
    const Listing& listing = desk.looked_at(view.today);
    view.ui.heading("registre-constats", view.say("registre.constats"), 2);
    if (listing.findings().empty()) return view.paragraph("registre-rien", "registre.aucun-constat");
    view.paragraph("registre-constats-detail", "registre.constats-detail");
    view.ui.begin_list("registre-constats-liste");
    for (const FindingKind& kind : finding_kinds) {
        const std::size_t count = listing.count(kind.code);
        if (count == 0) continue;
        view.ui.begin_item(kind.key());
        if (view.ui.button(kind.key() + "-voir", view.say("registre.voir", {{"constat", view.say(kind.wording)},
                                                                            {"n", std::to_string(count)}}))) {
            desk.query = {};
            desk.query.code = kind.code;
            view.ui.focus("registre-table");
        }
        view.ui.end_item();
    }
    view.ui.end_list();
}

// ---- the list

semantics::Cells options_of(const View& view, const std::vector<RegisterWord>& words, std::string_view all) {
    semantics::Cells options{{"", view.say(all)}};
    for (const RegisterWord& word : words) options.emplace_back(word.value, word.label);
    return options;
}

void filters(View& view, ListQuery& query) {
    semantics::Field field = hinted(view.say("registre.chercher-aide"));
    bool changed = view.ui.text_field("registre-chercher", view.say("registre.chercher"), query.search, field);

    std::string state(query.state ? name_of(*query.state) : std::string_view());
    if (view.ui.select("registre-etat", view.say("registre.filtre-etat"), state,
                       options_of(view, view.pack.register_wording.states, "registre.tous-etats"))) {
        query.state = state_named(state);
        changed = true;
    }
    constexpr std::string_view any = "tous";
    std::string code = query.code ? *query.code : query.with_findings ? std::string(any) : std::string();
    semantics::Cells codes{{"", view.say("registre.avec-ou-sans")},
                           {std::string(any), view.say("registre.avec-constat")}};
    for (const FindingKind& kind : finding_kinds) codes.emplace_back(kind.code, view.say(kind.wording));
    if (view.ui.select("registre-constat", view.say("registre.filtre-constat"), code, codes)) {
        query.with_findings = code == any;
        query.code = code.empty() || code == any ? std::nullopt : std::optional(code);
        changed = true;
    }
    constexpr std::array<std::string_view, 6> columns{names::family_name, names::birth,    names::mail,
                                                      names::structure,   names::last_use, names::state};
    std::string sort = std::string(columns[static_cast<std::size_t>(query.sort)]);
    semantics::Cells sorts;
    for (const std::string_view name : columns)
        if (const RegisterColumn* column = find_column(view.pack.register_wording, name))
            sorts.emplace_back(name, column->label);
    if (view.ui.select("registre-tri", view.say("registre.tri"), sort, sorts)) {
        const auto* const found = std::find(columns.begin(), columns.end(), sort);
        if (found != columns.end()) query.sort = static_cast<SortBy>(found - columns.begin());
        changed = true;
    }
    view.ui.checkbox("registre-inverse", view.say("registre.inverse"), query.descending);
    if (changed) view.session.notice.clear();
}

semantics::Cells cells_of(const View& view, const Person& person, std::size_t findings) {
    const auto in_force = std::count_if(person.tools.begin(), person.tools.end(),
                                        [](const auto& tool) { return is_in_force(tool.second); });
    std::string state = label_of(view.pack.register_wording.states, name_of(person.habilitation.state));
    if (findings > 0) state += " – " + view.say_count("registre.n-constats", findings);
    return {{"personne", person.identity.family_name + " " + person.identity.given_name},
            {"acces", view.say_count("registre.n-outils", static_cast<std::size_t>(in_force))},
            {"etat", state}};
}

void list(View& view, RegisterDesk& desk) {
    view.ui.heading("registre-personnes", view.say("registre.liste-titre"), 2);
    filters(view, desk.query);
    const Listing& listing = desk.looked_at(view.today);
    const std::vector<std::size_t> found = listing.find(desk.content, desk.query);
    view.ui.status("registre-nombre", view.say_count("registre.trouvees", found.size()));
    view.ui.begin_table("registre-table", view.say("registre.liste-titre"),
                        {{"personne", view.say("registre.colonne-personne")},
                         {"acces", view.say("registre.colonne-outils")},
                         {"etat", view.say("registre.colonne-etat")}},
                        found.size(), desk.window);
    for (const std::size_t row : desk.window.rows(found.size())) {
        const Person& person = desk.content.persons[found[row]];
        view.ui.table_row("personne-" + person.id, row, cells_of(view, person, listing.findings_of(found[row]).size()),
                          route_of({Screen::RegistrePersonne, 0, person.id}));
    }
    view.ui.end_table();
}

} // namespace

void registre(View& view) {
    if (!view.session.desk) return begin_screen(view);
    RegisterDesk& desk = *view.session.desk;
    warning(view, desk);
    facts(view, desk);
    actions(view, desk);
    if (!view.session.desk) return; // it was closed
    audit_summary(view, desk);
    list(view, desk);
}

void begin_register(View& view, const std::string& id) {
    const RegisterStart& start = view.session.register_start;
    Result<Register> made = new_register(id, start.organisation, start.safir, view.today);
    if (!made) {
        view.session.failure = made.error();
        return view.ui.focus(summary_key);
    }
    view.session.desk.emplace();
    view.session.desk->take(std::move(made).value());
    view.session.register_start = {};
    view.session.go(Screen::Registre);
}

} // namespace pli::ui
