#include "ui/form_view.hpp"

#include "core/definition/rows.hpp"
#include "core/identifiers/kind.hpp"
#include "core/state/options.hpp"
#include "core/state/search.hpp"
#include "ui/row_pages.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view drawn = "dessin";
constexpr std::string_view on_paper = "papier";

constexpr std::size_t max_found = 8; ///< options of a search: more are not read, but sought again

std::string label_of(const View& view, const Item& item) {
    return item.required ? item.label : view.say("champ.optionnel", {{"label", item.label}});
}

/// The summary of a refused step lists no more faults at once: the others come after these are mended.
constexpr std::size_t most_listed = 50;

/// The first field of these items that takes an answer, or nullptr.
const Item* first_field(const std::vector<Item>& items) {
    for (const Item& item : items) {
        if (is_answer(item.control)) return &item;
        if (const Item* field = first_field(item.children)) return field;
    }
    return nullptr;
}

/// Draws the items of one step.
class StepFields {
  public:
    StepFields(View& view, const Sheet& sheet, Notices notices)
        : view_(view), ui_(view.ui), session_(view.session), sheet_(sheet), form_(sheet.form), answers_(sheet.answers),
          notices_(notices) {}

    void draw(const std::vector<Item>& items) {
        for (const Item& item : items)
            if (is_visible(form_, answers_, item.path)) draw(item);
    }

  private:
    void draw(const Item& item) {
        switch (item.control) {
        case Control::Group:
            group(item);
            break;
        case Control::Composite:
            draw(item.children);
            break;
        case Control::Rows:
            rows(item);
            break;
        case Control::Text:
        case Control::Date:
        case Control::Count:
            line(item);
            break;
        case Control::Choice:
        case Control::YesNo:
            choice(item);
            break;
        case Control::Tick:
            tick(item);
            break;
        case Control::Multi:
            multi(item);
            break;
        case Control::Signature:
            signature(item);
            break;
        case Control::Notice:
            if (notices_ == Notices::Shown) notice(item);
            break;
        }
    }

    void group(const Item& item) {
        ui_.begin_group(key_of(item), label_of(view_, item));
        if (!item.hint.empty()) ui_.text(key_of(item) + "-aide", item.hint);
        draw(item.children);
        ui_.end_group();
    }

    /// A long list shows some of its rows at a time, so that each key stays quick.
    void rows(const Item& list) {
        const std::string key = key_of(list);
        ui_.begin_group(key, label_of(view_, list), field_of(list).error);
        if (!list.hint.empty()) ui_.text(key + "-aide", list.hint);
        const RowPage page = row_page(session_, list);
        row_page_buttons(view_, list);
        std::optional<std::size_t> removed;
        for (std::size_t row = page.first; row < page.end; ++row)
            if (draw_row(list, row)) removed = row;
        const bool full = answers_.row_count(list.path) >= static_cast<std::size_t>(list.max);
        const std::string add = key + "-ajouter";
        const Params line = {{"element", list.row_label}, {"max", std::to_string(list.max)}};
        if (full) ui_.text(key + "-complet", view_.say("lignes.complet", line));
        const bool added = ui_.button(add, view_.say("lignes.ajouter", line), semantics::ButtonStyle::Plain, full);
        ui_.end_group();
        if (added) add_row(list);
        if (removed) remove_row(list, *removed, add);
    }

    /// True when the row is to be removed.
    bool draw_row(const Item& list, std::size_t row) {
        const std::string key = "reponse-" + row_path(list.path, row);
        const std::string title = row_title(list, row);
        ui_.begin_group(key, title);
        draw(row_items(list, row));
        const bool remove = ui_.button(key + "-retirer", view_.say("lignes.retirer", {{"element", title}}));
        ui_.end_group();
        return remove;
    }

    void add_row(const Item& list) {
        const std::size_t row = session_.answers.row_count(list.path);
        session_.add_row(list, view_.today);
        show_row(session_, list, row);
        session_.notice = view_.say("lignes.ajoutee", {{"element", row_title(list, row)}});
        focus_row(list, row);
    }

    void remove_row(const Item& list, std::size_t row, const std::string& add_key) {
        session_.remove_row(list, row);
        session_.notice = view_.say("lignes.retiree", {{"element", row_title(list, row)}});
        const std::size_t left = session_.answers.row_count(list.path);
        if (row < left) {
            show_row(session_, list, row);
            focus_row(list, row);
        } else {
            ui_.focus(add_key);
        }
    }

    void focus_row(const Item& list, std::size_t row) {
        const std::vector<Item> items = row_items(list, row);
        if (const Item* field = first_field(items)) ui_.focus(key_of(*field));
    }

    void line(const Item& item) {
        std::string value = answers_.text(item.path);
        semantics::Field field = field_of(item);
        const Kind* kind = item.control == Control::Text ? find_kind(item.kind) : nullptr;
        if (kind) field.inputmode = kind->inputmode;
        if (item.control == Control::Count) field.inputmode = "numeric";
        if (sheet_.autocomplete && sheet_.autocomplete->contains(item.path))
            field.autocomplete = sheet_.autocomplete->at(item.path);
        const std::string key = key_of(item);
        if (ui_.text_field(key, label_of(view_, item), value, field)) set(item.path, value, !field.error.empty());
        if (ui_.blurred(key) && !value.empty()) session_.checked.insert(item.path);
    }

    /// Faults that are shown stay so until they are mended; others wait for the field to be left.
    void set(std::string_view path, Answer value, bool fault_shown) {
        if (&answers_ == &session_.answers) return session_.answer(path, std::move(value), fault_shown);
        answers_.set(path, std::move(value));
        if (!fault_shown) session_.checked.erase(std::string(path));
    }

    void choice(const Item& item) {
        if (!item.search.empty()) return searched_choice(item);
        Choices choices;
        if (!item.required && !item.none_label.empty()) choices.emplace_back("", item.none_label);
        for (const Option& option : item.options) choices.emplace_back(option.value, option.label);
        std::string value = answers_.text(item.path);
        if (ui_.radio_group(key_of(item), label_of(view_, item), value, choices, field_of(item)))
            set(item.path, value, true);
    }

    /// A long list: a line to search it with, and the options found, of which one is chosen as ever.
    void searched_choice(const Item& item) {
        const std::string key = key_of(item);
        std::string& sought = session_.sought[item.path];
        ui_.text_field(key + "-recherche", view_.say("recherche.champ", {{"label", item.label}}), sought,
                       hinted(item.hint));
        const std::vector<const Option*> found = found_options(item, sought);
        ui_.status(key + "-nombre", found.size() > max_found
                                        ? view_.say("recherche.trop", {{"n", std::to_string(found.size())},
                                                                       {"max", std::to_string(max_found)}})
                                        : view_.say_count("recherche.trouves", found.size()));
        std::string value = answers_.text(item.path);
        Choices choices;
        for (const Option* option : found)
            if (choices.size() < max_found) choices.emplace_back(option->value, option->label);
        const auto is_chosen = [&](const auto& choice) { return choice.first == value; };
        const Option* chosen = find_option(item, value);
        if (chosen && value != item.search && std::none_of(choices.begin(), choices.end(), is_chosen))
            choices.emplace_back(value, chosen->label);
        choices.emplace_back(item.search, find_option(item, item.search)->label);
        semantics::Field field = field_of(item);
        field.hint.clear();
        if (ui_.radio_group(key, label_of(view_, item), value, choices, field)) set(item.path, value, true);
    }

    void tick(const Item& item) {
        bool value = answers_.ticked(item.path);
        if (ui_.checkbox(key_of(item), label_of(view_, item), value, field_of(item))) set(item.path, value, true);
    }

    void multi(const Item& item) {
        const semantics::Field field = field_of(item);
        const std::string key = key_of(item);
        ui_.begin_group(key, label_of(view_, item), field.error);
        if (!field.hint.empty()) ui_.text(key + "-aide", field.hint);
        const std::string* open = nullptr; // the group being drawn
        for (const Option& option : item.options) {
            if (!option.group.empty() && (open == nullptr || *open != option.group)) {
                if (open != nullptr) ui_.end_group();
                ui_.begin_group(key + "/" + option.value, option.group);
                open = &option.group;
            }
            box(item, option);
        }
        if (open != nullptr) ui_.end_group();
        ui_.end_group();
    }

    /// One box of several. What it does to others, and others to it, is said below it.
    void box(const Item& item, const Option& option) {
        const TickedOptions& values = answers_.list(item.path);
        bool ticked = is_ticked(item, option);
        semantics::Field field;
        field.disabled = option.unavailable || is_held(item, values, option);
        field.hint = dependencies(item, option);
        if (ui_.checkbox(key_of(item) + "-" + option.value, option.label, ticked, field))
            set(item.path, options_after(item, values, option.value, ticked), true);
    }

    [[nodiscard]] bool is_ticked(const Item& item, const Option& option) const {
        const TickedOptions& values = answers_.list(item.path);
        return std::find(values.begin(), values.end(), option.value) != values.end();
    }

    [[nodiscard]] std::string dependencies(const Item& item, const Option& option) const {
        if (option.unavailable) return view_.say("option.indisponible");
        if (option.locked) return view_.say("option.d-office");
        if (const Option* needed = find_option(item, option.needs))
            return view_.say("option.necessite", {{"option", needed->label}});
        std::string labels;
        for (const Option& other : item.options) {
            if (other.needs != option.value || !is_ticked(item, other)) continue;
            if (!labels.empty()) labels += ", ";
            labels += other.label;
        }
        return labels.empty() ? labels : view_.say("option.retire-aussi", {{"options", labels}});
    }

    void signature(const Item& item) {
        pli::Signature& signed_by = answers_.signature;
        std::string mode(signed_by.mode == pli::Signature::Mode::Drawn   ? drawn
                         : signed_by.mode == pli::Signature::Mode::Paper ? on_paper
                                                                         : std::string_view());
        const std::string key = key_of(item);
        const Choices choices = {{std::string(drawn), view_.say("signature.dessiner")},
                                 {std::string(on_paper), view_.say("signature.papier")}};
        if (ui_.radio_group(key, label_of(view_, item), mode, choices, field_of(item))) {
            signed_by.mode = mode == drawn ? pli::Signature::Mode::Drawn : pli::Signature::Mode::Paper;
            if (mode == on_paper) signed_by.strokes.clear();
            session_.touched = true;
        }
        if (mode == on_paper) view_.paragraph(key + "-consigne", "signature.consigne-papier");
        if (mode != drawn) return;
        semantics::Field pad;
        pad.hint = view_.say("signature.consigne-dessin");
        pad.required = item.required;
        if (ui_.pad(key + "-trace", view_.say("signature.cadre"), signed_by.strokes, pad)) session_.touched = true;
        if (view_.button(key + "-effacer", "signature.effacer")) signed_by.strokes.clear();
    }

    void notice(const Item& item) {
        const std::string key = key_of(item);
        if (!item.label.empty()) ui_.heading(key, item.label, 2);
        for (std::size_t n = 0; n < item.paragraphs.size(); ++n)
            ui_.text(key + "-" + std::to_string(n + 1), item.paragraphs[n]);
    }

    /// Hint, fault and warning of an item. A warning stands before the hint: it stops nothing.
    [[nodiscard]] semantics::Field field_of(const Item& item) const {
        semantics::Field field;
        field.hint = item.hint;
        field.required = item.required;
        if (!session_.checked.contains(item.path)) return field;
        for (const Fault& fault : check_field(form_, answers_, item, view_.today)) {
            const std::string sentence = view_.texts.say_fault(fault);
            if (fault.severity == Severity::Warning)
                field.hint = item.hint.empty() ? sentence : sentence + " " + item.hint;
            else if (field.error.empty())
                field.error = sentence;
        }
        return field;
    }

    View& view_;
    semantics::Ui& ui_;
    Session& session_;
    const Sheet sheet_;
    const Form& form_;
    Answers& answers_;
    const Notices notices_;
};

/// The first fault of an item that is still shown and not mended.
std::optional<Complaint> complaint_about(const View& view, const Sheet& sheet, const std::string& path) {
    const std::optional<Item> item = item_at(sheet.form, path);
    if (!item || !is_visible(sheet.form, sheet.answers, path)) return std::nullopt;
    for (const Fault& fault : check_field(sheet.form, sheet.answers, *item, view.today))
        if (fault.severity == Severity::Fault) return Complaint{key_of(*item), sentence_in_its_group(view, fault)};
    return std::nullopt;
}

} // namespace

std::string key_of(const Item& item) { return "reponse-" + item.path; }

std::string sentence_in_its_group(const View& view, const Fault& fault) {
    const std::string sentence = view.texts.say_fault(fault);
    const auto group = fault.params.find("group");
    if (group == fault.params.end() || group->second.empty()) return sentence;
    return view.say("bilan.dans", {{"groupe", group->second}, {"phrase", sentence}});
}

Sheet draft(View& view) { return {*view.session.form, view.session.answers}; }

void steps_summary(View& view, const Sheet& sheet, std::vector<Complaint> first) {
    std::vector<Complaint> complaints = std::move(first);
    for (const std::string& path : view.session.refused)
        if (std::optional<Complaint> complaint = complaint_about(view, sheet, path))
            complaints.push_back(std::move(*complaint));
    const Complaint* clicked = summary(view, complaints);
    if (clicked == nullptr) return;
    for (const std::string& path : view.session.refused)
        if (clicked->field == "reponse-" + path) show_row_of(view.session, path);
}

void step_fields(View& view, const Sheet& sheet, const Step& step, Notices notices) {
    StepFields(view, sheet, notices).draw(step.items);
}

bool accept_steps(View& view, const Sheet& sheet, const Steps& steps) {
    Session& session = view.session;
    session.failure.reset();
    session.refused.clear();
    for (const Step* step : steps) {
        for (const Fault& fault : check_step(sheet.form, sheet.answers, *step, view.today)) {
            session.checked.insert(fault.path);
            const bool listed = !session.refused.empty() && session.refused.back() == fault.path;
            const bool list = fault.severity == Severity::Fault && !listed && session.refused.size() < most_listed;
            if (list) session.refused.push_back(fault.path);
        }
    }
    if (session.refused.empty()) return true;
    view.ui.focus(summary_key);
    return false;
}

} // namespace pli::ui
