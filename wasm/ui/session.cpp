#include "ui/session.hpp"

#include "core/validation/routing.hpp"

#include <algorithm>
#include <functional>

namespace pli::ui {

namespace {

void clear_answers(Answers& answers, const std::vector<Item>& items) {
    for (const Item& item : items) {
        answers.set(item.path, std::string());
        clear_answers(answers, item.children);
    }
}

/// The days that the pack wants to be today are, unless they are answered.
void prefill_days(const Form& form, Answers& answers, const Date& today) {
    for_each_item(form, [&](const Item& item) {
        if (item.today && !answers.has(item.path)) answers.set(item.path, french_date(today));
    });
}

} // namespace

void Session::go(Place where, bool push) {
    if (where != place) {
        checked.clear();
        refused.clear();
    }
    place = where;
    arrival = Arrival{.push = push, .focus = true};
    notice.clear();
    failure.reset();
    question = Question::None;
}

void Session::start(const Form& chosen, const Date& today) {
    wipe_draft();
    form = &chosen;
    form_territory = territory;
    take_sender_role("");
    prefill_days(chosen, answers, today);
    go(Screen::Saisie);
}

void Session::take_sender_role(const std::string& wanted) {
    const std::vector<Option> roles = sender_roles(*form_territory, *form);
    const bool known =
        std::any_of(roles.begin(), roles.end(), [&](const Option& role) { return role.value == wanted; });
    if (known) sender_role = wanted;
    if (roles.size() == 1) sender_role = roles.front().value;
}

void Session::correct(const Pack& pack, const Date& today) {
    if (!opened) return;
    wipe_draft();
    form = opened->form;
    form_territory = territory_for(pack, form->id, opened->territory != nullptr ? opened->territory : territory);
    take_sender_role(opened->role);
    answers = opened->answers;
    replaces = opened->document_id;
    for (const Step& step : form->steps)
        if (step.stage != Stage::Saisie) clear_answers(answers, step.items);
    answers.signature = {};
    prefill_days(*form, answers, today);
    touched = true;
    go(Screen::Saisie);
}

void Session::wipe_draft() {
    form = nullptr;
    form_territory = nullptr;
    form_asked = nullptr;
    sender_role.clear();
    answers = {};
    touched = false;
    replaces.clear();
    checked.clear();
    refused.clear();
    addressing = {};
    sealing.reset();
    sealed.reset();
}

void Session::close_document() {
    opened.reset();
    opening = {};
}

void Session::answer(std::string_view path, Answer value, bool fault_shown) {
    answers.set(path, std::move(value));
    touched = true;
    if (!fault_shown) checked.erase(std::string(path));
}

std::vector<const Step*> steps_of(const Form& form, Stage stage) {
    std::vector<const Step*> steps;
    for (const Step& step : form.steps) {
        const bool ours = !std::all_of(step.items.begin(), step.items.end(), std::mem_fn(&Item::receiver_only));
        if (step.stage == stage && ours) steps.push_back(&step);
    }
    return steps;
}

bool is_signed(const Form& form) { return !steps_of(form, Stage::Signature).empty(); }

} // namespace pli::ui
