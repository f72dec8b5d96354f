// Sealing the register: who can open it, and what to do with the file.
#include "core/register/register_file.hpp"
#include "ui/addressing.hpp"
#include "ui/page.hpp"
#include "ui/registre.hpp"
#include "ui/screens.hpp"
#include "ui/stored_file.hpp"

namespace pli::ui {

namespace {

using semantics::ButtonStyle;

/// The version that follows the last one, or the first one; a merge is its own version already.
Register version_to_seal(const View& view, const RegisterDesk& desk) {
    Register next = desk.content;
    next.saved = std::max(desk.content.saved, view.today);
    if (desk.sha256.empty() || desk.content.version > desk.base.version) return next;
    return next_version({desk.base, desk.sha256}, std::move(next), view.today);
}

void seal(View& view) {
    RegisterDesk& desk = *view.session.desk;
    Register next = version_to_seal(view, desk);
    const Result<std::string> text = write_register(next);
    if (!text) {
        view.session.failure = text.error();
        return view.ui.focus(summary_key);
    }
    Json payload = locks_payload(view);
    payload["text"] = text.value();
    desk.being_sealed = std::move(next);
    view.effect("seal-register", payload);
    view.session.sealing = Progress{};
    view.session.go(Screen::Scellement);
}

void sealed_file(View& view, RegisterDesk& desk) {
    Sealed& sealed = *desk.sealed;
    view.paragraph("chapeau", "registre.scelle");
    view.ui.begin_rows("fichier");
    view.ui.row("fichier-nom", view.say("termine.nom"), sealed.name, semantics::Emphasis::Mono);
    view.ui.row("fichier-taille", view.say("termine.taille"), shown_size(view, sealed.size));
    view.ui.row("fichier-empreinte", view.say("termine.empreinte"), grouped(sealed.sha256), semantics::Emphasis::Mono);
    view.ui.end_rows();
    const auto download = [&](std::string_view what) {
        desk.saved = true;
        view.effect("download", {{"what", what}});
        view.session.notice = view.say("termine.enregistrement-demande");
    };
    if (view.button("telecharger", "termine.telecharger", ButtonStyle::Primary)) download("age");
    if (!sealed.armor_name.empty() && view.button("telecharger-armure", "termine.telecharger-armure"))
        download("armor");
    view.paragraph("registre-remplace", "registre.remplace-ancien");
    view.ui.heading("controle", view.say("registre.controle"), 2);
    stored_file(view, sealed);
    if (sealed.same == true) view.paragraph("registre-identique", "registre.identique");
    if (view.button("registre-revenir", "registre.retour")) view.session.go(Screen::Registre);
}

} // namespace

void registre_sceller(View& view) {
    Session& session = view.session;
    if (!session.desk) return;
    if (session.desk->sealed) return sealed_file(view, *session.desk);
    Addressing& addressing = session.addressing;
    const std::vector<Complaint> complaints = addressing.refused ? missing_locks(view) : std::vector<Complaint>{};
    summary(view, complaints);
    view.paragraph("chapeau", "registre.sceller-chapeau");
    locks_controls(view, complaints, false);
    const bool go = view.button("sceller", "registre.sceller-maintenant", ButtonStyle::Primary);
    if (view.button("precedent", "registre.retour")) session.go(Screen::Registre);
    if (!go) return;
    session.failure.reset();
    addressing.refused = true;
    if (missing_locks(view).empty())
        seal(view);
    else
        view.ui.focus(summary_key);
}

void register_sealed(View& view, Sealed file, const std::string& content_sha256) {
    RegisterDesk& desk = *view.session.desk;
    desk.sealed = std::move(file);
    view.session.sealed.reset(); // the shell has let go of a fiche sealed before
    desk.content = *desk.being_sealed;
    desk.base = std::move(*desk.being_sealed);
    desk.being_sealed.reset();
    desk.sha256 = content_sha256;
    desk.changed = false;
    desk.saved = false;
    desk.listing.reset();
    desk.outdated.reset();
    if (desk.other) desk.other->merged.reset();
    remember_register(view, {desk.base, desk.sha256});
    view.session.addressing = {};
    view.session.go(Screen::RegistreSceller);
}

void register_verified(View& view, bool same) {
    RegisterDesk& desk = *view.session.desk;
    desk.sealed->same = same;
    desk.saved = desk.saved || same;
    view.session.notice = view.say(same ? "registre.identique" : "termine.different");
}

} // namespace pli::ui
