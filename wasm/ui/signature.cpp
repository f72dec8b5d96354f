// Signing: drawn on the screen, or by hand on the printed copy.
#include "ui/form_view.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

void signature(View& view) {
    Session& session = view.session;
    const Steps steps = steps_of(*session.form, Stage::Signature);
    steps_summary(view, draft(view));
    view.paragraph("chapeau", "signature.chapeau");
    for (const Step* step : steps) step_fields(view, draft(view), *step);
    const bool next = view.button("suivant", "signature.suivant", semantics::ButtonStyle::Primary);
    const bool back = view.button("precedent", "signature.precedent");
    if (back) session.go(Screen::Relecture);
    if (next && accept_steps(view, draft(view), steps)) session.go(Screen::Destinataires);
}

} // namespace pli::ui
