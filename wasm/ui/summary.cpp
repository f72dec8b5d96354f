#include "ui/summary.hpp"

namespace pli::ui {

const Complaint* summary(View& view, const std::vector<Complaint>& complaints) {
    if (complaints.empty()) return nullptr;
    const Complaint* clicked = nullptr;
    view.ui.begin_alert(summary_key);
    view.ui.text("bilan-titre", view.say_count("bilan.titre", complaints.size()), semantics::Emphasis::Strong);
    view.ui.begin_list("bilan-liste");
    for (const Complaint& complaint : complaints) {
        view.ui.begin_item("bilan-item-" + complaint.field);
        if (view.ui.link("bilan-lien-" + complaint.field, complaint.sentence, "#" + complaint.field))
            clicked = &complaint;
        view.ui.end_item();
    }
    view.ui.end_list();
    view.ui.end_alert();
    return clicked;
}

void failure(View& view) {
    if (!view.session.failure) return;
    view.ui.begin_alert(summary_key);
    view.ui.text("bilan-echec", view.texts.say_error(*view.session.failure), semantics::Emphasis::Strong);
    view.ui.end_alert();
}

} // namespace pli::ui
