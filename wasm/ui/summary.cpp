#include "ui/summary.hpp"

namespace pli::ui {

void summary(View& view, const std::vector<Complaint>& complaints) {
    if (complaints.empty()) return;
    view.ui.begin_alert(summary_key);
    view.ui.text("bilan-titre", view.say_count("bilan.titre", complaints.size()), semantics::Emphasis::Strong);
    view.ui.begin_list("bilan-liste");
    for (const Complaint& complaint : complaints) {
        view.ui.begin_item("bilan-item-" + complaint.field);
        view.ui.link("bilan-lien-" + complaint.field, complaint.sentence, "#" + complaint.field);
        view.ui.end_item();
    }
    view.ui.end_list();
    view.ui.end_alert();
}

void failure(View& view) {
    if (!view.session.failure) return;
    view.ui.begin_alert(summary_key);
    view.ui.text("bilan-echec", view.texts.say_error(*view.session.failure), semantics::Emphasis::Strong);
    view.ui.end_alert();
}

} // namespace pli::ui
