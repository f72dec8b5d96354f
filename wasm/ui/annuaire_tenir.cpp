// Keeping the directory of a territory: begin or go on, who may sign later ones, sign it, save its two files.
#include "core/directory/directory_file.hpp"
#include "core/directory/edits.hpp"
#include "ui/annuaire.hpp"
#include "ui/page.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

using semantics::ButtonStyle;
using semantics::Emphasis;

constexpr std::string_view successor_field = "tenue-successeur";
constexpr std::string_view revoked_field = "tenue-signataire-revoque";

const std::string& own_key(const Session& session) { return session.keys.unlocked->verifying_key; }

void show_failure(View& view, const Error& error) {
    view.session.failure = error;
    view.ui.focus(summary_key);
}

// ---- begin

void begin(View& view, Result<Directory> content) {
    view.session.failure.reset();
    if (!content) return show_failure(view, content.error());
    DirectoryDraft& draft = view.session.directory.draft.emplace();
    draft.content = std::move(content).value();
    draft.is_changed = true;
    view.ui.focus("tenue-resume");
}

void begin_controls(View& view) {
    const Session& session = view.session;
    const LoadedDirectory* loaded = directory_of(session, session.territory);
    if (session.directory.at_work) return directory_at_work(view);
    view.paragraph("tenue-commencer-detail", loaded == nullptr ? "tenue.commencer-detail" : "tenue.suivre-detail");
    const bool goes_on = loaded != nullptr && view.button("tenue-suivre", "tenue.suivre", ButtonStyle::Primary);
    const bool begins = loaded == nullptr && view.button("tenue-commencer", "tenue.commencer", ButtonStyle::Primary);
    if (goes_on) begin(view, reissue(loaded->content, own_key(session), view.today));
    if (begins) begin(view, new_directory(session.territory->id, own_key(session), view.today));
}

// ---- what it is

/// Whether readers believe this key in that territory.
bool is_believed(const Session& session, const std::string& key) {
    const Result<DirectoryTrust> trust = trust_of(*session.territory, session.directory.learned);
    if (!trust) return false;
    const auto is_it = [&key](const VerifyingKey& known) { return verifying_key_text(known) == key; };
    return std::any_of(trust.value().keys.begin(), trust.value().keys.end(), is_it) &&
           std::none_of(trust.value().revoked.begin(), trust.value().revoked.end(), is_it);
}

void facts(View& view, const DirectoryDraft& draft) {
    const Directory& content = draft.content;
    view.ui.heading("tenue-resume", view.say("tenue.resume"), 2);
    view.ui.begin_rows("tenue-faits");
    view.ui.row("tenue-territoire", view.say("annuaire.territoire"), view.session.territory->title);
    view.ui.row("tenue-version", view.say("annuaire.version"),
                view.say("annuaire.version-du",
                         {{"version", std::to_string(content.version)}, {"jour", french_date(content.issued)}}));
    view.ui.row("tenue-expire", view.say("annuaire.expire"), french_date(content.valid_until));
    view.ui.row("tenue-signataire", view.say("annuaire.signataire"), content.signer, Emphasis::Mono);
    if (!content.successor.empty())
        view.ui.row("tenue-successeur-nomme", view.say("annuaire.successeur"), content.successor, Emphasis::Mono);
    std::size_t number = 0;
    for (const std::string& key : content.revoked_signers)
        view.ui.row("tenue-revoquee-" + std::to_string(++number), view.say("tenue.signataire-revoque"), key,
                    Emphasis::Mono);
    view.ui.end_rows();
    view.ui.text("tenue-etat", view.say(draft.is_signed ? "tenue.est-signe" : "tenue.a-signer"),
                 draft.is_at_risk() ? Emphasis::Strong : Emphasis::Plain);
    if (!is_believed(view.session, content.signer))
        view.ui.text("tenue-non-crue", view.say("tenue.cle-non-crue"), Emphasis::Strong);
}

// ---- entries

void entries(View& view, DirectoryDraft& draft) {
    const Directory& content = draft.content;
    view.ui.heading("tenue-inscriptions", view.say("annuaire.liste"), 2);
    if (view.button("tenue-inscrire", "tenue.inscrire")) {
        draft_entry(draft, "", view.today);
        return view.session.go(Place{Screen::AnnuaireTenirInscription, 0, ""});
    }
    if (content.entries.empty()) return view.paragraph("tenue-vide", "tenue.vide");
    view.ui.begin_table("tenue-table", view.say("annuaire.liste"),
                        {{"nom", view.say("annuaire.colonne-inscription")}, {"role", view.say("annuaire.role")}},
                        content.entries.size(), draft.window);
    for (const std::size_t row : draft.window.rows(content.entries.size())) {
        const DirectoryEntry& entry = content.entries[row];
        view.ui.table_row("tenue-inscription-" + entry.id, row,
                          {{"nom", entry_name(entry)}, {"role", role_label(view, content, entry.role)}},
                          route_of({Screen::AnnuaireTenirInscription, 0, entry.id}));
    }
    view.ui.end_table();
}

// ---- who signs

/// Records a change of the keys that sign, or says below the field why it cannot be.
template <class Make> void change_signers(View& view, std::string& typed, std::string_view said, const Make& make) {
    DirectoryDraft& draft = *view.session.directory.draft;
    const Status changed = change_draft(view, make);
    draft.refusal = changed ? std::string() : view.texts.say_error(changed.error());
    if (!changed) return;
    typed.clear();
    view.session.notice = view.say(said);
}

void signers(View& view, DirectoryDraft& draft) {
    view.ui.begin_group("tenue-signataires", view.say("tenue.signataires"), draft.refusal);
    view.paragraph("tenue-signataires-detail", "tenue.signataires-detail");
    view.ui.text_field(successor_field, view.say("tenue.successeur"), draft.successor,
                       hinted(view.say("tenue.cle-signature-aide")));
    const bool names = view.button("tenue-nommer", "tenue.nommer");
    const bool forgets = !draft.content.successor.empty() && view.button("tenue-oublier", "tenue.oublier");
    view.ui.text_field(revoked_field, view.say("tenue.revoquer-signataire"), draft.revoked,
                       hinted(view.say("tenue.cle-signature-aide")));
    const bool revokes = view.button("tenue-revoquer", "tenue.revoquer", ButtonStyle::Danger);
    view.ui.end_group();
    if (names)
        change_signers(view, draft.successor, "tenue.successeur-nomme",
                       [&draft](const Directory& from) { return name_successor(from, draft.successor); });
    if (forgets) {
        change_signers(view, draft.successor, "tenue.successeur-oublie", forget_successor);
        view.ui.focus(successor_field);
    }
    if (revokes)
        change_signers(view, draft.revoked, "tenue.signataire-revoque-note",
                       [&draft](const Directory& from) { return revoke_signer(from, draft.revoked); });
}

// ---- sign and save

void sign(View& view) {
    DirectoryDraft& draft = *view.session.directory.draft;
    view.session.failure.reset();
    // Whoever unlocked another key since signs with that one, today.
    if (draft.content.signer != own_key(view.session) || draft.content.issued != view.today) {
        Result<Directory> again = reissue(draft.content, own_key(view.session), view.today);
        if (!again) return show_failure(view, again.error());
        draft.content = std::move(again).value();
    }
    const Result<std::string> text = write_directory(draft.content);
    if (!text) return show_failure(view, text.error());
    view.session.directory.at_work = true;
    view.effect("sign-directory", {{"territory", draft.content.territory},
                                   {"learned", write_learned_trust(view.session.directory.learned)},
                                   {"text", text.value()}});
}

void files(View& view, DirectoryDraft& draft) {
    view.ui.heading("tenue-fichiers", view.say("tenue.fichiers"), 2);
    if (view.session.directory.at_work) return directory_at_work(view);
    if (!draft.is_signed) {
        view.paragraph("tenue-signer-detail", "tenue.signer-detail");
        if (view.button("tenue-signer", "tenue.signer", ButtonStyle::Primary)) sign(view);
        return;
    }
    view.paragraph("tenue-fichiers-detail", "tenue.fichiers-detail");
    const auto save = [&view](std::string_view what, bool& saved) {
        saved = true;
        view.effect("save-directory", {{"what", what}});
        view.session.notice = view.say("tenue.enregistrement-demande");
    };
    if (view.button("tenue-enregistrer", "tenue.enregistrer", ButtonStyle::Primary)) save("text", draft.saved_text);
    if (view.button("tenue-enregistrer-signature", "tenue.enregistrer-signature"))
        save("signature", draft.saved_signature);
}

} // namespace

bool can_sign(const Session& session) { return session.keys.unlocked && !own_key(session).empty(); }

void directory_at_work(View& view) { view.ui.progress("avancement", view.say("tenue.signature-en-cours"), {}); }

void keeping_part(View& view) {
    view.ui.heading("tenue-titre", view.say("tenue.titre"), 2);
    view.paragraph("tenue-detail", "tenue.detail");
    if (view.button("tenue-ouvrir", "tenue.ouvrir")) view.session.go(Screen::AnnuaireTenir);
}

void annuaire_tenir(View& view) {
    Session& session = view.session;
    view.paragraph("chapeau", "tenue.chapeau");
    if (!can_sign(session)) {
        view.paragraph("tenue-sans-cle", "tenue.sans-cle");
        view.ui.link("tenue-mes-cles", view.say("pied.cles"), route_of({Screen::MesCles, 0}));
        return;
    }
    auto& draft = session.directory.draft;
    const bool is_of_here = draft && session.territory && draft->content.territory == session.territory->id;
    if (session.territory == nullptr || (draft && !is_of_here)) {
        view.paragraph("tenue-sans-territoire", "annuaire.sans-territoire");
    } else if (!draft) {
        begin_controls(view);
    } else {
        facts(view, *draft);
        files(view, *draft);
        if (!session.directory.at_work) { // what is signed stays as it is
            signers(view, *draft);
            entries(view, *draft);
        }
    }
    if (view.button("precedent", "annuaire.retour")) session.go(Screen::Annuaire);
    if (!draft || session.directory.at_work ||
        !view.button("tenue-abandonner", "tenue.abandonner", ButtonStyle::Danger))
        return;
    if (draft->is_at_risk()) return ask(view, Question::LeaveDirectory);
    draft.reset();
    session.go(Screen::Annuaire);
}

Result<Directory> base_of_change(const View& view) {
    const DirectoryDraft& draft = *view.session.directory.draft;
    if (!draft.is_signed) return draft.content;
    return reissue(draft.content, draft.content.signer, view.today);
}

void take_change(View& view, Directory changed) {
    DirectoryDraft& draft = *view.session.directory.draft;
    draft.content = std::move(changed);
    draft.is_changed = true;
    draft.is_signed = draft.saved_text = draft.saved_signature = false;
}

void directory_signed(View& view) {
    auto& draft = view.session.directory.draft;
    if (!draft) return;
    draft->is_changed = false;
    draft->is_signed = true;
    draft->saved_text = draft->saved_signature = false;
    view.session.notice = view.say("tenue.signe");
    view.ui.focus("tenue-fichiers");
}

} // namespace pli::ui
