#include "core/definition/calendar_reader.hpp"

#include "core/definition/deadline_reader.hpp"
#include "core/definition/item_reader.hpp"

#include <algorithm>
#include <utility>

namespace pli::definition {

namespace {

constexpr std::string_view time_kind = "time";

/// What tells an event and when it was; nothing of it is kept.
bool can_be_asked(const Item& item) {
    return item.control == Control::Choice || item.control == Control::YesNo || item.control == Control::Date ||
           item.control == Control::Notice || (item.control == Control::Text && item.kind == time_kind);
}

/// Hours count from a time.
void check_times(StrictObject& file, const Form& fields, Problems& problems) {
    for (std::size_t n = 0; n < fields.deadlines.size(); ++n) {
        const std::string& path = fields.deadlines[n].time;
        if (path.empty()) continue;
        const Item* item = find_item(fields, path);
        const bool is_time = item != nullptr && item->control == Control::Text;
        const std::string place = pointer_to(pointer_to(file.place_of("deadlines"), n), "time");
        if (!is_time) problems.report(item == nullptr ? "unknown-field" : "bad-value", place, path);
    }
}

/// An option of one of the calendar's choices.
void read_given(StrictObject& breach, const Form& fields, const Json& json, BreachQuestions& questions) {
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const Item* item = find_item(fields, entry.key());
        const auto* option = entry.value().get_ptr<const std::string*>();
        const bool is_choice = item != nullptr && item->control == Control::Choice;
        const bool is_option = is_choice && option != nullptr &&
                               std::any_of(item->options.begin(), item->options.end(),
                                           [option](const Option& known) { return known.value == *option; });
        if (is_option)
            questions.given.emplace(entry.key(), *option);
        else
            breach.refuse(item == nullptr ? "unknown-field" : "bad-value", "given", entry.key());
    }
}

/// The path of an item with this control.
std::string read_question(StrictObject& breach, const Form& fields, std::string_view name, Control control) {
    const std::string path = breach.text(name);
    const Item* item = find_item(fields, path);
    if (!path.empty() && (item == nullptr || item->control != control))
        breach.refuse(item == nullptr ? "unknown-field" : "bad-value", name, path);
    return path;
}

std::optional<BreachQuestions> read_breach(StrictObject& file, const Form& fields, Problems& problems) {
    constexpr std::string_view name = "breach";
    const Json* json = file.object(name, Need::Optional);
    if (json == nullptr) return std::nullopt;
    StrictObject object(*json, file.place_of(name), problems);
    BreachQuestions questions;
    if (const Json* given = object.object("given")) read_given(object, fields, *given, questions);
    questions.day = read_question(object, fields, "day", Control::Date);
    questions.time = read_question(object, fields, "time", Control::Text);
    object.finish();
    return questions;
}

} // namespace

Calendar read_calendar(StrictObject& file, Library& library, Problems& problems) {
    Calendar calendar;
    ItemReader items(library, problems);
    file.text("kind");
    calendar.id = file.name("id");
    calendar.intro = file.text("intro");
    Step step;
    step.id = calendar.id;
    if (const Json* list = file.array("items")) step.items = items.read(*list, file.place_of("items"), "");
    for (const Item& item : step.items)
        if (!can_be_asked(item)) problems.report("bad-value", file.place_of("items"), item.path);
    calendar.fields.id = calendar.id;
    calendar.fields.steps.push_back(std::move(step));
    calendar.fields.deadlines = read_deadlines(file, items.known(), DeadlinesOf::Calendar, problems);
    check_times(file, calendar.fields, problems);
    calendar.breach = read_breach(file, calendar.fields, problems);
    return calendar;
}

} // namespace pli::definition
