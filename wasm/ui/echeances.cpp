// What the conventions of the territory make due without a document: dates that come back, and limits that run from an
// event. What is typed here is kept nowhere.
#include "ui/deadlines.hpp"
#include "ui/form_view.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

#include <algorithm>
#include <utility>

namespace pli::ui {

namespace {

constexpr std::string_view limits_title = "delais-titre";

/// Those that count from nothing the user tells.
std::vector<Deadline> standing_dates(const View& view, const Calendar& calendar) {
    return deadlines_of(calendar.fields, Answers(), view.today);
}

/// Those of the event alone.
std::vector<Deadline> limits(const View& view, const Calendar& calendar) {
    const std::vector<Deadline> standing = standing_dates(view, calendar);
    std::vector<Deadline> all = deadlines_of(calendar.fields, view.session.reckoning.answers, view.today);
    std::erase_if(all, [&](const Deadline& one) {
        return std::any_of(standing.begin(), standing.end(), [&](const Deadline& other) { return other.id == one.id; });
    });
    return all;
}

/// The same deadline on the same day is the same event of the agenda, however often it is saved.
std::vector<CalendarEvent> events_of(const View& view, const Calendar& calendar,
                                     const std::vector<Deadline>& deadlines) {
    std::vector<CalendarEvent> events;
    for (const Deadline& deadline : deadlines)
        for (CalendarEvent& event :
             calendar_events({deadline}, calendar.id + "-" + iso_date(deadline.due), view.session.territory->title))
            events.push_back(std::move(event));
    return events;
}

void standing(View& view, const Calendar& calendar) {
    const std::vector<Deadline> dates = standing_dates(view, calendar);
    if (dates.empty()) return;
    view.ui.begin_region("dates", view.say("echeances.dates"));
    view.ui.heading("dates-titre", view.say("echeances.dates"), 2);
    list_deadlines(view, "dates-liste", dates);
    const bool save = view.button("agenda-dates", "echeances.agenda-dates");
    view.ui.end_region();
    if (save) save_agenda(view, events_of(view, calendar, dates));
}

void results(View& view, const Calendar& calendar) {
    const std::vector<Deadline> found = limits(view, calendar);
    view.ui.begin_region("delais", view.say("echeances.delais"));
    view.ui.heading(limits_title, view.say("echeances.delais"), 2);
    list_deadlines(view, "delais-liste", found);
    view.paragraph("agenda-detail", "echeances.agenda-detail");
    const bool save = view.button("agenda", "echeances.agenda");
    view.ui.end_region();
    if (save) save_agenda(view, events_of(view, calendar, found));
}

void reckon(View& view, const Calendar& calendar) {
    Reckoning& reckoning = view.session.reckoning;
    const Sheet sheet{calendar.fields, reckoning.answers};
    const Step& step = calendar.fields.steps.front();
    view.ui.heading("calcul-titre", view.say("echeances.calcul"), 2);
    view.paragraph("calcul-detail", "echeances.calcul-detail");
    const Answers before = reckoning.answers;
    step_fields(view, sheet, step);
    if (reckoning.answers != before) reckoning.done = false;
    if (!reckoning.done && view.button("calculer", "echeances.calculer", semantics::ButtonStyle::Primary)) {
        reckoning.done = accept_steps(view, sheet, {&step});
        if (reckoning.done) view.ui.focus(limits_title);
    }
    if (reckoning.done) results(view, calendar);
}

} // namespace

const Calendar* calendar_here(const View& view) {
    return view.session.territory ? find_calendar(view.pack, view.session.territory->calendar) : nullptr;
}

void echeances(View& view) {
    const Calendar* calendar = calendar_here(view);
    if (!calendar) {
        view.paragraph("aucun-calendrier", "echeances.aucun");
        view.ui.link("choisir-territoire", view.say("echeances.choisir"), route_of({Screen::Accueil, 0}));
        return;
    }
    Reckoning& reckoning = view.session.reckoning;
    if (reckoning.calendar != calendar) reckoning = {calendar, {}, false}; // of another territory
    steps_summary(view, {calendar->fields, reckoning.answers});
    view.ui.text("echeances-intro", calendar->intro);
    standing(view, *calendar);
    reckon(view, *calendar);
}

} // namespace pli::ui
