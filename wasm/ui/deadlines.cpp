#include "ui/deadlines.hpp"

#include "core/document/calendar.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

constexpr std::string_view region = "echeances";

void list(View& view, const std::vector<Deadline>& deadlines) {
    view.ui.heading("echeances-titre", view.say("echeances.titre"), 2);
    view.ui.begin_list("echeances-liste");
    for (const Deadline& deadline : deadlines)
        view.ui.item("echeance-" + deadline.id, in_words(view, deadline) + " " + deadline.rule);
    view.ui.end_list();
}

/// The page knows the day, not the hour: the file is stamped with the beginning of the day.
std::string stamp_of(const Date& day) {
    std::string digits = iso_date(day);
    std::erase(digits, '-');
    return digits + "T000000Z";
}

} // namespace

std::vector<Deadline> current_deadlines(const View& view) {
    return deadlines_of(*view.session.form, view.session.answers, view.today);
}

std::string in_words(const View& view, const Deadline& deadline) {
    Params params = {{"libelle", deadline.label}, {"jour", french_date(deadline.due)}};
    if (deadline.opens) params["debut"] = french_date(*deadline.opens);
    if (deadline.late) return view.say("echeances.depassee", params);
    return view.say(deadline.opens ? "echeances.fenetre" : "echeances.avant", params);
}

void deadline_list(View& view) {
    const std::vector<Deadline> deadlines = current_deadlines(view);
    if (deadlines.empty()) return;
    view.ui.begin_region(region, view.say("echeances.titre"));
    list(view, deadlines);
    view.ui.end_region();
}

void deadline_agenda(View& view, std::string_view document_id) {
    const std::vector<Deadline> deadlines = current_deadlines(view);
    if (deadlines.empty()) return;
    view.ui.begin_region(region, view.say("echeances.titre"));
    list(view, deadlines);
    view.paragraph("agenda-detail", "echeances.agenda-detail");
    const bool save = view.button("agenda", "echeances.agenda");
    view.ui.end_region();
    if (!save) return;
    const std::vector<CalendarEvent> events = calendar_events(deadlines, document_id, view.session.form->short_title);
    view.effect("calendar", {{"name", "echeances_" + iso_date(view.today) + ".ics"},
                             {"content", calendar_file(events, stamp_of(view.today))}});
    view.session.notice = view.say("echeances.agenda-demande");
}

} // namespace pli::ui
