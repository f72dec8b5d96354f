// The deadlines that follow from the answers, with the rule that sets each, and the agenda file of them.
#pragma once

#include "core/document/calendar.hpp"
#include "core/validation/deadlines.hpp"
#include "ui/view.hpp"

#include <string>
#include <vector>

namespace pli::ui {

/// Those of the form in progress, as of today.
std::vector<Deadline> current_deadlines(const View& view);

/// One sentence: what is due by when, or that it is too late.
std::string in_words(const View& view, const Deadline& deadline);

/// The sentences, each with its rule, as a list with this key.
void list_deadlines(View& view, std::string_view key, const std::vector<Deadline>& deadlines);

/// Asks the browser to save an agenda file, and says so.
void save_agenda(View& view, const std::vector<CalendarEvent>& events);

/// A region with all of them; nothing when there are none.
void deadline_list(View& view);

/// The same with a button that saves them for an agenda.
void deadline_agenda(View& view, std::string_view document_id);

} // namespace pli::ui
