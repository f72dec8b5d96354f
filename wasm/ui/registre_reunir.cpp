// Two versions of one register: which is the later one, and what to keep of two that were saved in parallel.
#include "core/definition/register_names.hpp"
#include "ui/page.hpp"
#include "ui/registre.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

namespace pli::ui {

namespace {

namespace names = register_names;
using semantics::ButtonStyle;

void show(View& view, Register content, std::string sha256) {
    Session& session = view.session;
    session.desk.emplace();
    session.desk->content = content;
    session.desk->base = std::move(content);
    session.desk->sha256 = std::move(sha256);
    const Version opened{session.desk->base, session.desk->sha256};
    session.desk->outdated = outdated(session.known_registers, opened);
    remember_register(view, opened);
    session.go(Screen::Registre);
}

/// My side of a merge: the version that was opened with what was changed since.
Version mine(const RegisterDesk& desk) { return {desk.content, desk.sha256}; }

/// What both versions are known to descend from: mine, if nothing was changed since it was opened.
const Register* common_base(const RegisterDesk& desk) {
    const OtherVersion& other = *desk.other;
    const bool newer = kinship({desk.base, desk.sha256}, {other.content, other.sha256}) == Kinship::Newer;
    return newer ? &desk.base : nullptr;
}

/// Both versions in one, by the choices made until now.
const Result<Merge>& merge(const View& view, RegisterDesk& desk) {
    OtherVersion& other = *desk.other;
    if (!other.merged)
        other.merged =
            merge_registers(mine(desk), {other.content, other.sha256}, common_base(desk), other.choices, view.today);
    return *other.merged;
}

std::string column_label(const View& view, std::string_view name) {
    const RegisterColumn* column = find_column(view.pack.register_wording, name);
    return column != nullptr ? column->label : view.say("registre." + std::string(name));
}

/// What both say about a conflict, as two options to choose from.
semantics::Cells both_sides(const View& view, const RegisterDesk& desk, const MergeConflict& conflict) {
    const auto say = [&](std::string_view key, const std::string& text) {
        return view.say(key, {{"valeur", text.empty() ? view.say("reunir.rien") : text}});
    };
    const auto text = [&](const Register& side) {
        if (conflict.person.empty()) return conflict.field == names::safir ? side.safir : side.organisation;
        const Person* person = find_person(side, conflict.person);
        if (conflict.field.empty()) return view.say(person == nullptr ? "reunir.effacee" : "reunir.gardee");
        return person == nullptr ? std::string()
                                 : field_text(*person, conflict.field, conflict.tool, view.pack.register_wording);
    };
    return {{"moi", say("reunir.moi", text(desk.content))}, {"autre", say("reunir.autre", text(desk.other->content))}};
}

std::string subject_of(const View& view, const RegisterDesk& desk, const MergeConflict& conflict) {
    if (conflict.person.empty()) return column_label(view, conflict.field);
    const Person* person = find_person(desk.content, conflict.person);
    if (person == nullptr) person = find_person(desk.other->content, conflict.person);
    std::string subject =
        person == nullptr ? std::string() : person->identity.family_name + " " + person->identity.given_name;
    if (!conflict.field.empty()) subject += " – " + column_label(view, conflict.field);
    if (!conflict.tool.empty()) subject += " – " + label_of(view.pack.register_wording.tools, conflict.tool);
    return subject;
}

void conflicts(View& view, RegisterDesk& desk, const Merge& merged) {
    std::vector<Side>& choices = desk.other->choices;
    choices.resize(merged.conflicts.size(), Side::Mine);
    bool changed = false;
    view.ui.heading("reunir-differences", view.say_count("reunir.differences", choices.size()), 2);
    for (std::size_t n = 0; n < choices.size(); ++n) {
        std::string chosen = choices[n] == Side::Mine ? "moi" : "autre";
        if (view.ui.radio_group("reunir-" + std::to_string(n + 1), subject_of(view, desk, merged.conflicts[n]), chosen,
                                both_sides(view, desk, merged.conflicts[n]))) {
            choices[n] = chosen == "moi" ? Side::Mine : Side::Theirs;
            changed = true;
        }
    }
    if (changed) desk.other->merged.reset();
}

} // namespace

void open_register(View& view, Register content, std::string sha256) {
    Session& session = view.session;
    if (!session.desk) return show(view, std::move(content), std::move(sha256));
    RegisterDesk& desk = *session.desk;
    const Kinship kin = kinship({desk.base, desk.sha256}, {content, sha256});
    if (!desk.changed && (kin == Kinship::Same || kin == Kinship::Newer))
        return show(view, std::move(content), std::move(sha256));
    remember_register(view, {content, sha256});
    desk.other = OtherVersion{std::move(content), std::move(sha256), {}, {}};
    session.go(Screen::RegistreReunir);
}

void registre_reunir(View& view) {
    Session& session = view.session;
    if (!session.desk || !session.desk->other) return;
    RegisterDesk& desk = *session.desk;
    const Kinship kin = kinship({desk.base, desk.sha256}, {desk.other->content, desk.other->sha256});
    const bool unrelated = kin == Kinship::Unrelated;
    view.paragraph("chapeau", unrelated               ? "reunir.autre-registre"
                              : kin == Kinship::Older ? "reunir.plus-ancien"
                              : kin == Kinship::Newer ? "reunir.plus-recent"
                              : kin == Kinship::Same  ? "reunir.le-meme"
                                                      : "reunir.en-parallele");
    const bool can_merge = kin == Kinship::Parallel || kin == Kinship::Newer;
    bool joins = false;
    if (can_merge) {
        const Result<Merge>& merged = merge(view, desk);
        if (!merged) {
            view.ui.text("reunir-contradiction", view.texts.say_error(merged.error()), semantics::Emphasis::Strong);
        } else if (!merged.value().conflicts.empty()) {
            conflicts(view, desk, merged.value());
        }
        joins = view.button("reunir", "reunir.reunir", ButtonStyle::Primary);
    }
    const bool keep = view.button("reunir-garder", "reunir.garder");
    const bool replace = view.button("reunir-remplacer", "reunir.remplacer", ButtonStyle::Danger);
    if (joins) {
        const Result<Merge>& merged = merge(view, desk);
        if (!merged) {
            session.failure = merged.error();
            return view.ui.focus(summary_key);
        }
        Register content = merged.value().content;
        desk.other.reset();
        desk.outdated.reset(); // what was lacking is in it now
        desk.take(std::move(content));
        session.go(Screen::Registre);
        session.notice = view.say("reunir.reunis");
    } else if (keep) {
        desk.other.reset();
        session.go(Screen::Registre);
    } else if (replace) {
        OtherVersion other = std::move(*desk.other);
        show(view, std::move(other.content), std::move(other.sha256));
    }
}

} // namespace pli::ui
