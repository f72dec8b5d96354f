#include "ui/deadlines.hpp"

#include "core/base/calendar.hpp"
#include "core/identifiers/clock_time.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

constexpr std::string_view region = "echeances";

void list(View& view, const std::vector<Deadline>& deadlines) {
    view.ui.heading("echeances-titre", view.say("echeances.titre"), 2);
    list_deadlines(view, "echeances-liste", deadlines);
}

std::string_view sentence_of(const Deadline& deadline) {
    if (deadline.late) return deadline.moment ? "echeances.depassee-heure" : "echeances.depassee";
    if (deadline.opens) return "echeances.fenetre";
    if (deadline.begins) return "echeances.a-partir";
    return deadline.moment ? "echeances.avant-heure" : "echeances.avant";
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
    if (deadline.moment) params["heure"] = french_time(legal_time(*deadline.moment).time);
    return view.say(sentence_of(deadline), params);
}

void list_deadlines(View& view, std::string_view key, const std::vector<Deadline>& deadlines) {
    view.ui.begin_list(key);
    for (const Deadline& deadline : deadlines)
        view.ui.item("echeance-" + deadline.id, in_words(view, deadline) + " " + deadline.rule);
    view.ui.end_list();
}

void save_agenda(View& view, const std::vector<CalendarEvent>& events) {
    view.effect("calendar", {{"name", "echeances_" + iso_date(view.today) + ".ics"},
                             {"content", calendar_file(events, stamp_of(view.today))}});
    view.session.notice = view.say("echeances.agenda-demande");
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
    save_agenda(view, calendar_events(deadlines, document_id, view.session.form->short_title));
}

} // namespace pli::ui
