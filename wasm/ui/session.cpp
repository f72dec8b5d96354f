#include "ui/session.hpp"

#include "core/definition/rows.hpp"
#include "core/document/reply.hpp"
#include "core/state/assistant.hpp"
#include "core/state/change_form.hpp"
#include "core/state/own_card.hpp"
#include "core/validation/routing.hpp"
#include "ui/annuaire.hpp"

#include <algorithm>
#include <functional>

namespace pli::ui {

namespace {

void clear_answers(Answers& answers, const std::vector<Item>& items) {
    for (const Item& item : items) {
        answers.set(item.path, std::string());
        if (item.control == Control::Rows) answers.set_row_count(item.path, 0);
        clear_answers(answers, item.children);
    }
}

/// Lists have the rows that they must have at least.
void add_first_rows(const Form& form, Answers& answers) {
    for_each_item(form, [&](const Item& item) {
        const auto fewest = static_cast<std::size_t>(item.min);
        if (item.control == Control::Rows && answers.row_count(item.path) < fewest)
            answers.set_row_count(item.path, fewest);
    });
}

/// The days that the pack wants to be today are, unless they are answered.
void prefill_days(const std::vector<Item>& items, Answers& answers, const Date& today) {
    for (const Item& item : items) {
        if (item.today && !answers.has(item.path)) answers.set(item.path, french_date(today));
        if (item.control != Control::Rows) {
            prefill_days(item.children, answers, today);
            continue;
        }
        for (std::size_t row = 0; row < answers.row_count(item.path); ++row)
            prefill_days(row_items(item, row), answers, today);
    }
}

/// What is typed or shown on a screen and opens something: whoever looks at another screen needs it no more.
void forget_secrets(Opening& opening, Keys& keys) {
    if (!opening.work) {
        opening.passphrase.clear();
        opening.key_passphrase.clear();
    }
    if (keys.at_work) return;
    keys.unlocking.passphrase.clear();
    if (keys.making.begun && !keys.making.made) {
        keys.making.passphrase = {};
        keys.making.passphrase.locks = Locks::Passphrase;
    }
}

} // namespace

void prefill_days(const Form& form, Answers& answers, const Date& today) {
    for (const Step& step : form.steps) prefill_days(step.items, answers, today);
}

const Outcome* Assistance::outcome() const {
    return assistant && concluded ? &outcome_of(*assistant, answers) : nullptr;
}

bool Session::is_at_risk() const {
    const bool fiche = form != nullptr && touched && !(sealed && sealed->saved);
    const bool unsaved_keys = keys.making.made && !keys.making.saved;
    const bool unsaved_directory = directory.draft && directory.draft->is_at_risk();
    return fiche || unsaved_keys || unsaved_directory || follow_up.is_at_risk() || (desk && desk->is_at_risk());
}

bool Session::take_yes(Question expected) {
    if (yes != expected) return false;
    yes = Question::None;
    return true;
}

void Session::go(const Place& where, bool push) {
    if (where.screen != place.screen) forget_secrets(opening, keys);
    if (where != place) {
        checked.clear();
        refused.clear();
        first_rows.clear();
    }
    place = where;
    arrival = Arrival{.push = push, .focus = true};
    notice.clear();
    failure.reset();
    question = Question::None;
    yes = Question::None;
}

void Session::start(const Beginning& beginning, const Date& today) {
    const Beginning begun = beginning; // perhaps the one that is wiped
    wipe_draft();
    form = begun.form;
    form_territory = begun.territory;
    answers = begun.given;
    touched = !answers.empty();
    take_sender_role("");
    add_first_rows(*form, answers);
    prefill_days(*form, answers, today);
    take_over_assistance();
    use_card();
    go(Screen::Saisie);
}

void Session::take_sender_role(const std::string& wanted) {
    const std::vector<Option> roles = possible_sender_roles(*this);
    const bool known =
        std::any_of(roles.begin(), roles.end(), [&](const Option& role) { return role.value == wanted; });
    if (known) sender_role = wanted;
    if (roles.size() == 1) sender_role = roles.front().value;
}

void Session::use_card() {
    if (form) fill_own_blocks(*form, sender_role, card.used, answers);
}

void Session::choose_sender_role(const std::string& role) {
    clear_own_blocks(*form, sender_role, card.used, answers);
    sender_role = role;
    use_card();
}

/// What was told to the assistant need not be told again to the form that it concluded.
void Session::take_over_assistance() {
    const Outcome* outcome = assistance.outcome();
    if (!outcome || outcome->form != form->id) return;
    const Answers carried = carried_answers(*assistance.assistant, assistance.answers, *form);
    for (const auto& [path, value] : carried.all()) answers.set(path, value);
}

void Session::change_form(const Form& target, const Date& today) {
    if (!form) return;
    Answers kept = kept_answers(*form, answers, target);
    std::string corrected = std::move(replaces);
    const std::string role = sender_role;
    CurrentDraft draft = std::move(drafts.current); // the same one, under the same code
    start({&target, territory, {}}, today);
    drafts.current = std::move(draft);
    take_sender_role(role);
    for (const auto& [path, rows] : kept.row_counts())
        answers.set_row_count(path, std::max(rows, answers.row_count(path)));
    for (const auto& [path, value] : kept.all()) answers.set(path, value);
    replaces = std::move(corrected);
    touched = true;
}

void Session::begin_answer(const Pack& pack, const Date& today) {
    if (!opened) return;
    const Form* reply = find_form(pack, opened->form->reply.form);
    const Territory* where =
        territory_for(pack, opened->form->reply.form, opened->territory != nullptr ? opened->territory : territory);
    if (reply == nullptr || where == nullptr) return;
    wipe_draft();
    form = reply;
    form_territory = where;
    answering = static_cast<const ReadDocument&>(*opened);
    answers = reply_answers(*answering->form, answering->answers, *form);
    add_first_rows(*form, answers);
    prefill_days(*form, answers, today);
    take_sender_role("");
    use_card();
    address_answer();
    touched = true;
    go(Screen::Saisie);
}

/// To who sent the request. A key that the request alone names is compared before it counts.
void Session::address_answer() {
    if (answering->reply_key) addressing.recipients.push_back(*answering->reply_key);
    addressing.roles = {answering->role}; // of who is given the passphrase
}

std::vector<Option> possible_sender_roles(const Session& session) {
    std::vector<Option> roles = sender_roles(*session.form_territory, *session.form);
    if (!session.answering) return roles;
    const std::vector<std::string>& asked = session.answering->addressee_roles;
    if (std::all_of(asked.begin(), asked.end(), [](const std::string& role) { return role.empty(); })) return roles;
    std::erase_if(roles,
                  [&](const Option& role) { return std::find(asked.begin(), asked.end(), role.value) == asked.end(); });
    return roles;
}

void Session::correct(const Pack& pack, const Date& today) {
    if (!opened) return;
    start_correction(*opened, pack, today);
    answering = opened->request;
    if (!answering) return;
    take_sender_role(opened->role);
    address_answer();
    address_holder_of(*this, today, answering->signer);
}

void Session::correct_request(const Pack& pack, const Date& today) {
    if (opened && opened->request) start_correction(*opened->request, pack, today);
}

void Session::start_correction(const ReadDocument& document, const Pack& pack, const Date& today) {
    wipe_draft();
    form = document.form;
    form_territory = territory_for(pack, form->id, document.territory != nullptr ? document.territory : territory);
    take_sender_role(document.role);
    answers = document.answers;
    replaces = document.document_id;
    for (const Step& step : form->steps)
        if (step.stage != Stage::Saisie) clear_answers(answers, step.items);
    answers.signature = {};
    prefill_days(*form, answers, today);
    touched = true;
    go(Screen::Saisie);
}

void Session::resume(const DraftFile& draft) {
    wipe_draft();
    form = draft.form;
    form_territory = draft.territory;
    if (territory == nullptr) territory = draft.territory;
    take_sender_role(draft.sender_role);
    answers = draft.answers;
    replaces = draft.replaces;
    touched = true;
}

void Session::wipe_draft() {
    form = nullptr;
    form_territory = nullptr;
    asked.reset();
    sender_role.clear();
    answers = {};
    touched = false;
    replaces.clear();
    answering.reset();
    sought.clear();
    checked.clear();
    refused.clear();
    first_rows.clear();
    addressing = {};
    seven_zip = {};
    stops_sealing = stops_sealing || sealing.has_value();
    sealing.reset();
    sealed.reset();
    drafts.current = {};
    directory.choice.clear();
}

void Session::close_document() {
    opened.reset();
    opening = {};
}

void Session::close_register() {
    desk.reset();
    go(Screen::Registre);
}

Addressing* Session::addressing_of(SealedThing what) {
    if (what == SealedThing::Fiche) return &addressing;
    if (what == SealedThing::OwnKeys) return &keys.making.passphrase;
    if (what == SealedThing::SevenZip) return &seven_zip.passphrase;
    if (!desk) return nullptr;
    return what == SealedThing::Register ? &desk->addressing : &desk->acts.addressing;
}

void Session::answer(std::string_view path, Answer value, bool fault_shown) {
    answers.set(path, std::move(value));
    touched = true;
    if (!fault_shown) checked.erase(std::string(path));
}

void Session::add_row(const Item& list, const Date& today) {
    const std::size_t row = answers.row_count(list.path);
    answers.set_row_count(list.path, row + 1);
    prefill_days(row_items(list, row), answers, today);
    touched = true;
}

void Session::remove_row(const Item& list, std::size_t row) {
    answers.remove_row(list.path, row);
    std::set<std::string, std::less<>> still_checked;
    for (const std::string& path : checked)
        if (const auto moved = path_without_row(list.path, row, path)) still_checked.insert(*moved);
    checked = std::move(still_checked);
    std::vector<std::string> still_refused;
    for (const std::string& path : refused)
        if (const auto moved = path_without_row(list.path, row, path)) still_refused.push_back(*moved);
    refused = std::move(still_refused);
    touched = true;
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
