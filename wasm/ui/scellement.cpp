// Sealing: how far it is, and how to stop it.
#include "ui/screens.hpp"

namespace pli::ui {

namespace {

std::string_view stage_in_words(std::string_view stage) {
    if (stage == "document") return "scellement.document";
    if (stage == "pdf") return "scellement.pdf";
    if (stage == "bundle") return "scellement.bundle";
    if (stage == "sevenZip") return "scellement.septzip";
    if (stage == "seal") return "scellement.seal";
    return "scellement.preparation";
}

} // namespace

void scellement(View& view) {
    if (!view.session.sealing) return;
    const Progress& progress = *view.session.sealing;
    view.paragraph("chapeau", "scellement.chapeau");
    if (progress.total > 0)
        view.ui.text("document", view.say("scellement.numero", {{"n", std::to_string(progress.number)},
                                                                {"total", std::to_string(progress.total)}}));
    view.ui.progress("avancement", view.say(stage_in_words(progress.stage)), progress.percent);
    if (view.button("annuler", "scellement.annuler")) view.effect("cancel");
}

} // namespace pli::ui
