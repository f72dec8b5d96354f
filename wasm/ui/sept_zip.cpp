// The 7-Zip archive that may go with a fiche: wanted before sealing, saved after it.
#include "ui/addressing.hpp"
#include "ui/passphrase.hpp"
#include "ui/seven_zip.hpp"

namespace pli::ui {

namespace {

/// A fiche that is sealed by a passphrase shares it with its archive.
bool has_passphrase_of_its_own(const Session& session) { return session.addressing.locks == Locks::Keys; }

} // namespace

void seven_zip_controls(View& view, const std::vector<Complaint>& complaints) {
    SevenZipWish& wish = view.session.seven_zip;
    const std::string label = view.say("champ.optionnel", {{"label", view.say("septzip.vouloir")}});
    if (view.ui.checkbox("sept-zip", label, wish.wanted, hinted(view.say("septzip.vouloir-aide")))) {
        wish.passphrase = {};
        wish.passphrase.locks = Locks::Passphrase;
    }
    if (!wish.wanted) return;
    if (!has_passphrase_of_its_own(view.session)) return view.paragraph("sept-zip-phrase", "septzip.meme-phrase");
    view.paragraph("sept-zip-phrase", "septzip.phrase");
    generated_passphrase(view, SealedThing::SevenZip, complaints);
}

std::vector<Complaint> missing_seven_zip(const View& view) {
    const SevenZipWish& wish = view.session.seven_zip;
    if (!wish.wanted || !has_passphrase_of_its_own(view.session)) return {};
    return missing_locks(view, wish.passphrase);
}

std::string seven_zip_passphrase(const Session& session) {
    const SevenZipWish& wish = session.seven_zip;
    if (!wish.wanted) return {};
    return joined_words(has_passphrase_of_its_own(session) ? wish.passphrase.words : session.addressing.words);
}

void seven_zip_download(View& view) {
    Sealed& sealed = *view.session.sealed;
    if (sealed.seven_zip_name.empty()) return;
    view.paragraph("sept-zip-plus-sur", "septzip.plus-sur");
    if (!view.button("telecharger-7z", "septzip.enregistrer")) return;
    sealed.saved = true;
    view.effect("download", {{"what", "sevenZip"}});
    view.session.notice = view.say("termine.enregistrement-demande");
}

} // namespace pli::ui
