#include "ui/stored_file.hpp"

namespace pli::ui {

void stored_file(View& view, Sealed& sealed) {
    constexpr std::string_view key = "verifier";
    view.paragraph("controle-detail", "termine.controle-detail");
    semantics::Field field;
    if (sealed.same == false) field.error = view.say("termine.different");
    if (!view.ui.file(key, view.say("termine.choisir"), sealed.verified_file, ".age,.txt,.7z", field)) return;
    sealed.same.reset();
    if (!sealed.verified_file.empty()) view.effect("verify", {{"file", key}});
}

} // namespace pli::ui
