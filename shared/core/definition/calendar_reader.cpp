#include "core/definition/calendar_reader.hpp"

#include "core/definition/deadline_reader.hpp"
#include "core/definition/item_reader.hpp"

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
    return calendar;
}

} // namespace pli::definition
