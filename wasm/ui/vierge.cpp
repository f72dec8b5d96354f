// A blank form, to be printed and filled in by hand.
#include "ui/document_view.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

void vierge(View& view) {
    const Form* form = find_form(view.pack, view.session.place.id);
    if (form == nullptr) return;
    view.paragraph("chapeau", "vierge.chapeau");
    if (view.button("imprimer", "lecture.imprimer", semantics::ButtonStyle::Primary)) view.effect("print");
    blank_view(view, blank_model(*form));
}

} // namespace pli::ui
