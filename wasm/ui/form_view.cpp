#include "ui/form_view.hpp"

#include "core/identifiers/kind.hpp"
#include "core/state/options.hpp"
#include <algorithm>

namespace pli::ui {

namespace {

using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view drawn = "dessin";
constexpr std::string_view on_paper = "papier";

std::string label_of(const View& view, const Item& item) {
    return item.required ? item.label : view.say("champ.optionnel", {{"label", item.label}});
}

/// Draws the items of one step; `faults_` are those of the answers as they were before this pass.
class StepFields {
  public:
    StepFields(View& view, const Step& step, Notices notices)
        : view_(view), ui_(view.ui), session_(view.session), notices_(notices),
          faults_(check_step(*view.session.form, view.session.answers, step, view.today)) {}

    void draw(const std::vector<Item>& items) {
        for (const Item& item : items)
            if (is_visible(*session_.form, session_.answers, item.path)) draw(item);
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

    void line(const Item& item) {
        std::string value = session_.answers.text(item.path);
        semantics::Field field = field_of(item);
        const Kind* kind = item.control == Control::Text ? find_kind(item.kind) : nullptr;
        if (kind) field.inputmode = kind->inputmode;
        if (item.control == Control::Count) field.inputmode = "numeric";
        const std::string key = key_of(item);
        if (ui_.text_field(key, label_of(view_, item), value, field))
            session_.answer(item.path, value, !field.error.empty());
        if (ui_.blurred(key) && !value.empty()) session_.checked.insert(item.path);
    }

    void choice(const Item& item) {
        Choices choices;
        if (!item.required && !item.none_label.empty()) choices.emplace_back("", item.none_label);
        for (const Option& option : item.options) choices.emplace_back(option.value, option.label);
        std::string value = session_.answers.text(item.path);
        if (ui_.radio_group(key_of(item), label_of(view_, item), value, choices, field_of(item)))
            session_.answer(item.path, value, true);
    }

    void tick(const Item& item) {
        bool value = session_.answers.ticked(item.path);
        if (ui_.checkbox(key_of(item), label_of(view_, item), value, field_of(item)))
            session_.answer(item.path, value, true);
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
        const TickedOptions& values = session_.answers.list(item.path);
        bool ticked = is_ticked(item, option);
        semantics::Field field;
        field.disabled = option.unavailable || is_held(item, values, option);
        field.hint = dependencies(item, option);
        if (ui_.checkbox(key_of(item) + "-" + option.value, option.label, ticked, field))
            session_.answer(item.path, options_after(item, values, option.value, ticked), true);
    }

    [[nodiscard]] bool is_ticked(const Item& item, const Option& option) const {
        const TickedOptions& values = session_.answers.list(item.path);
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
        pli::Signature& signed_by = session_.answers.signature;
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
        for (const Fault& fault : faults_) {
            if (fault.path != item.path) continue;
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
    const Notices notices_;
    const std::vector<Fault> faults_;
};

/// Two agents both have a "Nom": the summary says whose.
std::string in_its_group(const View& view, const Fault& fault) {
    const std::string sentence = view.texts.say_fault(fault);
    const auto group = fault.params.find("group");
    if (group == fault.params.end() || group->second.empty()) return sentence;
    return view.say("bilan.dans", {{"groupe", group->second}, {"phrase", sentence}});
}

} // namespace

std::string key_of(const Item& item) { return "reponse-" + item.path; }

void steps_summary(View& view, const Steps& steps, std::vector<Complaint> first) {
    const Session& session = view.session;
    std::vector<Complaint> complaints = std::move(first);
    for (const Step* step : steps) {
        for (const Fault& fault : check_step(*session.form, session.answers, *step, view.today)) {
            const Item* item = find_item(*session.form, fault.path);
            if (!item || fault.severity == Severity::Warning || !session.refused.contains(fault.path)) continue;
            if (!complaints.empty() && complaints.back().field == key_of(*item)) continue;
            complaints.push_back({key_of(*item), in_its_group(view, fault)});
        }
    }
    summary(view, complaints);
}

void step_fields(View& view, const Step& step, Notices notices) { StepFields(view, step, notices).draw(step.items); }

bool accept_steps(View& view, const Steps& steps) {
    Session& session = view.session;
    session.failure.reset();
    session.refused.clear();
    for (const Step* step : steps) {
        for (const Fault& fault : check_step(*session.form, session.answers, *step, view.today)) {
            session.checked.insert(fault.path);
            if (fault.severity == Severity::Fault) session.refused.insert(fault.path);
        }
    }
    if (session.refused.empty()) return true;
    view.ui.focus(summary_key);
    return false;
}

} // namespace pli::ui
