// One's own keys: making them, trying their backup, using them, another passphrase.
#include "ui/addressing.hpp"
#include "ui/own_keys.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

using semantics::ButtonStyle;
using semantics::Emphasis;

void begin_making(View& view, bool resealing) {
    KeyMaking& making = view.session.keys.making;
    making = {};
    making.begun = true;
    making.resealing = resealing;
    making.passphrase.locks = Locks::Passphrase;
    view.ui.focus("fabriquer");
}

/// Nothing was made, or it does not count yet.
void give_up(View& view) {
    view.session.keys.making = {};
    view.session.keys.unlocking = {};
    view.session.go(view.session.place, false);
    view.session.notice = view.say("cles.renonce");
}

/// The key of rescue of the chosen territory, or nullptr.
const Rescue* rescue_here(const View& view) {
    const Territory* territory = view.session.territory;
    return territory && territory->rescue ? &*territory->rescue : nullptr;
}

/// What a lost key means, and who could help.
void if_it_is_lost(View& view) {
    if (const Rescue* rescue = rescue_here(view)) {
        view.ui.text("cle-perdue", view.say("cles.perdue-secours"), Emphasis::Strong);
        return view.ui.text("cle-secours", view.say("cles.secours", {{"titulaire", rescue->holder}}));
    }
    view.ui.text("cle-perdue", view.say("cles.perdue"), Emphasis::Strong);
    const std::vector<Territory>& all = view.pack.territories;
    const bool elsewhere = std::any_of(all.begin(), all.end(), [](const Territory& one) { return one.rescue; });
    if (!view.session.territory && elsewhere) view.paragraph("cle-secours", "cles.secours-territoire");
}

void ask_for_keys(View& view) {
    Keys& keys = view.session.keys;
    keys.at_work = true;
    Json wish = {{"passphrase", locks_payload(view, keys.making.passphrase)["passphrase"]},
                 {"created", iso_date(view.today)}};
    if (keys.making.resealing) return view.effect("reseal-keys", wish);
    wish["hybrid"] = keys.making.hybrid;
    wish["signing"] = keys.making.signing;
    const Rescue* rescue = rescue_here(view);
    keys.making.rescue = rescue ? rescue->holder : std::string();
    if (rescue) wish["rescue"] = rescue->recipient;
    view.effect("make-keys", wish);
}

void making_screen(View& view) {
    KeyMaking& making = view.session.keys.making;
    Addressing& passphrase = making.passphrase;
    const std::vector<Complaint> complaints =
        passphrase.refused ? missing_locks(view, passphrase) : std::vector<Complaint>{};
    summary(view, complaints);
    view.ui.heading("fabriquer", view.say(making.resealing ? "cles.autre-phrase" : "cles.creer"), 2);
    if (making.resealing) {
        view.paragraph("fabriquer-detail", "cles.autre-phrase-detail");
    } else {
        if_it_is_lost(view);
        view.ui.checkbox("cle-hybride", view.say("cles.hybride"), making.hybrid, hinted(view.say("cles.hybride-aide")));
        view.ui.checkbox("cle-signer", view.say("cles.signer"), making.signing, hinted(view.say("cles.signer-aide")));
    }
    view.paragraph("phrase-explication", "cles.phrase-explication");
    generated_passphrase(view, SealedThing::OwnKeys, complaints);
    const bool make =
        view.button("cle-fabriquer", making.resealing ? "cles.sceller" : "cles.fabriquer", ButtonStyle::Primary);
    if (view.button("cle-renoncer", "cles.renoncer")) return give_up(view);
    if (!make) return;
    passphrase.refused = true;
    if (missing_locks(view, passphrase).empty())
        ask_for_keys(view);
    else
        view.ui.focus(summary_key);
}

/// Keys that were made count once their files were saved, chosen again and opened.
void backup_screen(View& view) {
    KeyMaking& making = view.session.keys.making;
    const bool signs = !making.made->verifying_key.empty();
    const auto save = [&](std::string_view what) {
        making.saved = making.saved || what == "key";
        view.effect("save-keys", {{"what", what}});
        view.session.notice = view.say("cles.enregistrement-demande");
    };
    view.ui.text("pas-encore", view.say(making.resealing ? "cles.fichier-nouveau" : "cles.pas-encore"),
                 Emphasis::Strong);
    view.ui.heading("enregistrer", view.say("cles.enregistrer"), 2);
    view.paragraph("enregistrer-detail", "cles.enregistrer-detail");
    if (view.button("enregistrer-cle", "cles.enregistrer-cle", ButtonStyle::Primary)) save("key");
    if (signs && view.button("enregistrer-signature", "cles.enregistrer-signature")) save("signature");
    if (!making.rescue.empty()) {
        view.ui.heading("secours", view.say("cles.secours-titre"), 2);
        view.ui.text("secours-detail", view.say("cles.secours-remettre", {{"titulaire", making.rescue}}));
        if (view.button("enregistrer-cle-secours", "cles.enregistrer-cle-secours")) save("rescue-key");
        if (signs && view.button("enregistrer-signature-secours", "cles.enregistrer-signature-secours"))
            save("rescue-signature");
    }
    view.ui.heading("essayer", view.say("cles.essayer"), 2);
    view.paragraph("essayer-detail", "cles.essayer-detail");
    unlock_controls(view, signs);
    if (view.button("cle-renoncer", "cles.renoncer", ButtonStyle::Danger)) give_up(view);
}

/// What others need to seal for this person: a text that is no secret.
std::string public_key_file(const View& view, const Recipient& recipient) {
    return view.say("cles.entete", {{"jour", french_date(view.today)}, {"empreinte", grouped(recipient.fingerprint)}}) +
           "\n" + recipient.text + "\n";
}

void public_key(View& view, const Recipient& recipient) {
    const std::string kind = recipient.hybrid ? "hybride" : "classique";
    view.ui.heading("cle-" + kind, view.say(recipient.hybrid ? "cles.hybride-titre" : "cles.classique"), 2);
    view.ui.begin_rows("cle-" + kind + "-faits");
    view.ui.row("cle-" + kind + "-empreinte", view.say("cles.empreinte"), grouped(recipient.fingerprint),
                Emphasis::Mono);
    if (!recipient.hybrid) view.ui.row("cle-classique-texte", view.say("cles.texte"), recipient.text, Emphasis::Mono);
    view.ui.end_rows();
    const bool save = view.button("cle-" + kind + "-enregistrer",
                                  recipient.hybrid ? "cles.enregistrer-hybride" : "cles.enregistrer-classique");
    if (!save) return;
    view.effect("save", {{"name", recipient.hybrid ? "pli_cle-publique-hybride.txt" : "pli_cle-publique.txt"},
                         {"content", public_key_file(view, recipient)}});
    view.session.notice = view.say("cles.publique-demandee");
}

/// On paper: whose key, its text and its fingerprint, and how to check it. Of the own card, what is filled in.
void save_card(View& view, const KeyFacts& facts) {
    const Recipient& classic = facts.recipients.front();
    PrintModel card;
    const auto add = [&](PrintBlock::Type type, std::string text, std::string label = {}, std::string value = {}) {
        PrintBlock& block = card.blocks.emplace_back();
        block.type = type;
        block.text = std::move(text);
        block.label = std::move(label);
        block.value = std::move(value);
    };
    if (view.pack.card && !view.session.card.used.empty())
        card = print_model(view.pack.card->fields, view.session.card.used);
    card.title = view.say("cles.carte-titre");
    card.banner = view.say("cles.carte-bandeau");
    card.source = view.say("cles.carte-jour", {{"jour", french_date(view.today)}});
    add(PrintBlock::Type::Heading, view.say("cles.classique"));
    add(PrintBlock::Type::Row, {}, view.say("cles.texte"), classic.text);
    add(PrintBlock::Type::Row, {}, view.say("cles.empreinte"), grouped(classic.fingerprint));
    if (!facts.verifying_key.empty())
        add(PrintBlock::Type::Row, {}, view.say("cles.verification"), facts.verifying_key);
    add(PrintBlock::Type::Paragraph, view.say("cles.carte-verifier"));
    view.effect("key-card", {{"model", print_model_to_json(card)},
                             {"content", classic.text},
                             {"label", view.say("cles.carte-code")},
                             {"alt", view.say("cles.carte-code-dit")},
                             {"created", iso_date(view.today)}});
    view.session.notice = view.say("cles.carte-demandee");
}

/// The vault is ended, and nothing waits for these keys: another one can be opened or made.
void leave_keys(View& view) {
    view.effect("lock");
    view.session.keys = {};
    view.session.go(view.session.place, false);
    view.session.notice = view.say("cles.quittee");
}

void own_keys(View& view, const KeyFacts& facts) {
    view.paragraph("deverrouillees-detail", "cles.deverrouillees-detail");
    for (const Recipient& recipient : facts.recipients) public_key(view, recipient);
    if (!facts.verifying_key.empty()) {
        view.ui.heading("cle-verification", view.say("cles.verification"), 2);
        view.ui.begin_rows("cle-verification-faits");
        view.ui.row("cle-verification-texte", view.say("cles.texte"), facts.verifying_key, Emphasis::Mono);
        view.ui.end_rows();
    }
    view.ui.heading("gerer", view.say("cles.gerer"), 2);
    const bool lock = view.button("verrouiller", "cles.verrouiller", ButtonStyle::Primary);
    const bool card = view.button("cle-carte", "cles.carte");
    const bool reseal = view.button("cle-autre-phrase", "cles.changer-phrase");
    const bool leave = view.button("cle-quitter", "cles.quitter");
    if (lock) view.effect("lock");
    if (leave) leave_keys(view);
    if (card) save_card(view, facts);
    if (reseal) begin_making(view, true);
}

void no_keys_yet(View& view) {
    view.ui.heading("deverrouiller-titre", view.say("cles.charger"), 2);
    view.paragraph("deverrouiller-detail", "cles.charger-detail");
    unlock_controls(view, false);
    view.ui.heading("creer-titre", view.say("cles.creer"), 2);
    view.paragraph("creer-detail", "cles.creer-detail");
    if (view.button("cle-creer", "cles.commencer")) begin_making(view, false);
}

} // namespace

void mes_cles(View& view) {
    const Keys& keys = view.session.keys;
    view.paragraph("chapeau", "cles.chapeau");
    if (keys.making.made)
        backup_screen(view);
    else if (keys.at_work)
        key_computation(view);
    else if (keys.making.begun)
        making_screen(view);
    else if (keys.unlocked)
        own_keys(view, KeyFacts(*keys.unlocked)); // a copy: leaving them drops the others
    else
        no_keys_yet(view);
    if (!keys.making.begun && !keys.at_work)
        view.ui.link("cle-compromise", view.say("cles.compromise"), route_of({Screen::CleCompromise, 0}));
}

} // namespace pli::ui
