// Keeping one entry of the directory: what it is, who reads what it receives, its keys.
#include "core/directory/edits.hpp"
#include "core/identifiers/kind.hpp"
#include "core/seal/keys.hpp"
#include "ui/annuaire.hpp"
#include "ui/screens.hpp"

#include <array>

namespace pli::ui {

namespace {

using semantics::ButtonStyle;
using semantics::Cells;

constexpr std::string_view role_field = "tenir-role";
constexpr std::string_view structure_field = "tenir-structure";
constexpr std::string_view service_field = "tenir-service";
constexpr std::string_view mail_field = "tenir-mail";
constexpr std::string_view phone_field = "tenir-telephone";
constexpr std::string_view holder_field = "tenir-personne";
constexpr std::string_view chosen_holder_field = "tenir-titulaire";
constexpr std::string_view from_field = "tenir-du";
constexpr std::string_view until_field = "tenir-au";
constexpr std::string_view recipient_field = "tenir-cle";
constexpr std::string_view hybrid_field = "tenir-cle-hybride";
constexpr std::string_view signing_field = "tenir-cle-signature";
constexpr std::string_view key_from_field = "tenir-cle-du";
constexpr std::string_view key_until_field = "tenir-cle-au";
constexpr std::string_view chosen_key_field = "tenir-cle-choisie";
constexpr int usual_years = 2; ///< of a new key

EntryDraft& entry_draft(View& view) { return view.session.directory.draft->entry; }

std::string refusal_of(const View& view, std::string_view field) {
    const auto& refusals = view.session.directory.draft->entry.refusals;
    const auto found = refusals.find(field);
    return found == refusals.end() ? std::string() : found->second;
}

/// Says below a field why what was typed there cannot be.
void refuse(View& view, std::string_view field, std::string_view label, const Error& error) {
    constexpr std::array<std::string_view, 3> whole = {"directory.", "recipient.", "verifying-key."};
    const bool is_sentence = std::any_of(whole.begin(), whole.end(),
                                         [&](std::string_view family) { return error.code.starts_with(family); });
    Params params = error.params;
    params["label"] = view.say(label);
    params["group"] = params["example"] = "";
    entry_draft(view).refusals[std::string(field)] =
        is_sentence ? view.say("tenue.refus", {{"raison", view.texts.say_error(error)}})
                    : view.texts.say_fault({error.code, "", Severity::Fault, std::move(params)});
    view.ui.focus(field);
}

void text_field(View& view, std::string_view key, std::string_view label, std::string& value, bool required,
                std::string_view hint = {}, std::string_view inputmode = {}) {
    semantics::Field field;
    field.required = required;
    field.error = refusal_of(view, key);
    field.inputmode = inputmode;
    if (!hint.empty()) field.hint = view.say(hint);
    const std::string shown = view.say(label);
    view.ui.text_field(key, required ? shown : view.say("champ.optionnel", {{"label", shown}}), value, field);
}

/// Says below a list from which nothing was chosen what is to be chosen first; true when that is so.
bool lacks_choice(View& view, const std::string& chosen, std::string_view field, std::string_view sentence) {
    auto& refusals = entry_draft(view).refusals;
    refusals.clear();
    if (!chosen.empty()) return false;
    refusals[std::string(field)] = view.say(sentence);
    view.ui.focus(field);
    return true;
}

/// What was typed, as the directory writes it; an empty text stays so where it may be.
class Typed {
  public:
    explicit Typed(View& view) : view_(view) { entry_draft(view).refusals.clear(); }

    std::string text(std::string_view field, std::string_view label, std::string_view kind, const std::string& typed,
                     bool required) {
        if (typed.empty() && !required) return {};
        if (typed.empty()) return fail(field, label, {"required", {}, {}}), std::string();
        const Result<std::string> parsed = find_kind(kind)->parse(typed);
        return parsed ? parsed.value() : (fail(field, label, parsed.error()), std::string());
    }
    std::optional<Date> day(std::string_view field, std::string_view label, const std::string& typed, bool required) {
        if (typed.empty() && !required) return std::nullopt;
        const Result<Date> parsed = parse_typed_date(typed);
        if (parsed) return parsed.value();
        fail(field, label, parsed.error());
        return std::nullopt;
    }
    void fail(std::string_view field, std::string_view label, const Error& error) {
        if (good_) refuse(view_, field, label, error); // the first one has the focus
        good_ = false;
    }
    [[nodiscard]] bool good() const { return good_; }

  private:
    View& view_;
    bool good_ = true;
};

/// Records a change, or says below `field` why it cannot be.
template <class Make>
bool change(View& view, std::string_view field, std::string_view label, std::string_view said, const Make& make) {
    const Status changed = change_draft(view, make);
    if (!changed) {
        refuse(view, field, label, changed.error());
        return false;
    }
    entry_draft(view).refusals.clear();
    view.session.notice = view.say(said);
    return true;
}

// ---- what it is

void save_facts(View& view) {
    DirectoryDraft& draft = *view.session.directory.draft;
    EntryDraft& typed = draft.entry;
    Typed reader(view);
    DirectoryEntry facts;
    facts.id = typed.id;
    facts.role = typed.role;
    if (typed.role.empty()) reader.fail(role_field, "annuaire.role", {"required.choice", {}, {}});
    facts.structure = reader.text(structure_field, "annuaire.structure", "organisation", typed.structure, true);
    facts.service = reader.text(service_field, "annuaire.service", "organisation", typed.service, false);
    facts.mail = reader.text(mail_field, "annuaire.mail", "email", typed.mail, false);
    facts.phone = reader.text(phone_field, "annuaire.telephone", "phone", typed.phone, false);
    if (!reader.good()) return;
    const bool is_new = facts.id.empty();
    if (is_new) facts.id = free_id(draft.content, facts.service.empty() ? facts.structure : facts.service);
    const bool changed =
        change(view, structure_field, "annuaire.structure", "tenue.inscription-notee",
               [&](const Directory& from) { return is_new ? add_entry(from, facts) : change_entry(from, facts); });
    if (!changed || !is_new) return;
    draft_entry(draft, facts.id, view.today);
    view.session.go(Place{Screen::AnnuaireTenirInscription, 0, facts.id});
    view.session.notice = view.say("tenue.inscription-notee");
}

void facts(View& view) {
    EntryDraft& draft = entry_draft(view);
    view.ui.begin_group("tenir-inscription", view.say("tenue.inscription"));
    Cells roles{{"", view.say("destinataires.role-choisir")}};
    // Of the directory's territory: another one may have been chosen since.
    if (const Territory* territory = find_territory(view.pack, view.session.directory.draft->content.territory))
        for (const Option& role : territory->roles) roles.emplace_back(role.value, role.label);
    semantics::Field field = required_field();
    field.error = refusal_of(view, role_field);
    view.ui.select(role_field, view.say("annuaire.role"), draft.role, roles, field);
    text_field(view, structure_field, "annuaire.structure", draft.structure, true);
    text_field(view, service_field, "annuaire.service", draft.service, false, "tenue.service-aide");
    text_field(view, mail_field, "annuaire.mail", draft.mail, false, "tenue.mail-aide", "email");
    text_field(view, phone_field, "annuaire.telephone", draft.phone, false, {}, "tel");
    view.ui.end_group();
    const bool is_new = draft.id.empty();
    if (view.button("tenir-enregistrer", is_new ? "tenue.inscrire-ici" : "tenue.noter-inscription",
                    ButtonStyle::Primary))
        save_facts(view);
}

// ---- who reads what it receives

void note_presence(View& view) {
    const EntryDraft draft = entry_draft(view);
    Typed reader(view);
    Holder holder{draft.holder, Holder::Presence::Present};
    if (draft.holder.empty()) reader.fail(chosen_holder_field, "tenue.titulaire", {"required.choice", {}, {}});
    if (draft.presence == "absent") holder.presence = Holder::Presence::Absent;
    if (draft.presence == "parti") holder.presence = Holder::Presence::Left;
    if (holder.presence != Holder::Presence::Present)
        holder.from = reader.day(from_field, "tenue.depuis", draft.from, true);
    if (holder.presence == Holder::Presence::Absent)
        holder.until = reader.day(until_field, "tenue.jusque", draft.until, false);
    if (!reader.good()) return;
    change(view, from_field, "tenue.depuis", "tenue.presence-notee",
           [&](const Directory& from) { return set_presence(from, draft.id, holder); });
}

void add_typed_holder(View& view) {
    EntryDraft& draft = entry_draft(view);
    Typed reader(view);
    const std::string name = reader.text(holder_field, "tenue.personne", "person-name", draft.new_holder, true);
    if (!reader.good()) return;
    const bool added = change(view, holder_field, "tenue.personne", "tenue.personne-ajoutee",
                              [&](const Directory& from) { return add_holder(from, draft.id, {name}); });
    if (added) draft.new_holder.clear();
    view.ui.focus(holder_field);
}

void remove_chosen_holder(View& view) {
    EntryDraft& draft = entry_draft(view);
    if (lacks_choice(view, draft.holder, chosen_holder_field, "tenue.titulaire-a-choisir")) return;
    const bool removed = change(view, chosen_holder_field, "tenue.titulaire", "tenue.personne-retiree",
                                [&](const Directory& from) { return remove_holder(from, draft.id, draft.holder); });
    if (!removed) return;
    draft.holder.clear();
    view.ui.focus(holder_field);
}

void holders(View& view, const DirectoryEntry& entry) {
    EntryDraft& draft = entry_draft(view);
    view.ui.begin_group("tenir-titulaires", view.say("annuaire.titulaires"));
    Cells names{{"", view.say("tenue.choisir")}};
    if (!entry.holders.empty()) {
        view.ui.begin_rows("tenir-titulaires-liste");
        std::size_t number = 0;
        for (const Holder& holder : entry.holders) {
            view.ui.row("tenir-titulaire-" + std::to_string(++number), holder.name, presence_in_words(view, holder));
            names.emplace_back(holder.name, holder.name);
        }
        view.ui.end_rows();
    }
    text_field(view, holder_field, "tenue.personne", draft.new_holder, false, "tenue.personne-aide");
    const bool adds = view.button("tenir-ajouter-personne", "tenue.ajouter-personne");
    bool notes = false;
    bool removes = false;
    if (!entry.holders.empty()) {
        semantics::Field field;
        field.error = refusal_of(view, chosen_holder_field);
        view.ui.select(chosen_holder_field, view.say("tenue.titulaire"), draft.holder, names, field);
        view.ui.select("tenir-presence", view.say("tenue.presence"), draft.presence,
                       {{"", view.say("annuaire.present")},
                        {"absent", view.say("tenue.absent")},
                        {"parti", view.say("tenue.parti")}});
        text_field(view, from_field, "tenue.depuis", draft.from, false, "tenue.depuis-aide", "numeric");
        text_field(view, until_field, "tenue.jusque", draft.until, false, "tenue.jusque-aide", "numeric");
        notes = view.button("tenir-noter-presence", "tenue.noter-presence");
        removes = view.button("tenir-retirer-personne", "tenue.retirer-personne", ButtonStyle::Danger);
    }
    view.ui.end_group();
    if (adds) add_typed_holder(view);
    if (notes) note_presence(view);
    if (removes) remove_chosen_holder(view);
}

// ---- keys

/// The key that was typed, and which of its fields is wrong.
std::optional<DirectoryKey> typed_key(View& view) {
    const EntryDraft draft = entry_draft(view);
    Typed reader(view);
    DirectoryKey key;
    const auto recipient = [&](std::string_view field, std::string_view label, const std::string& text) {
        if (text.empty()) return;
        if (const auto parsed = parse_recipient(text); !parsed) reader.fail(field, label, parsed.error());
    };
    recipient(recipient_field, "tenue.cle", draft.recipient);
    recipient(hybrid_field, "tenue.cle-hybride", draft.hybrid);
    if (const auto parsed = parse_verifying_key(draft.signing); !draft.signing.empty() && !parsed)
        reader.fail(signing_field, "tenue.cle-signature", parsed.error());
    if (draft.recipient.empty() && draft.signing.empty())
        reader.fail(recipient_field, "tenue.cle", {"required", {}, {}});
    key.recipient = draft.recipient;
    key.hybrid = draft.hybrid;
    key.signing = draft.signing;
    const auto from = reader.day(key_from_field, "tenue.valable-du", draft.valid_from, true);
    const auto until = reader.day(key_until_field, "tenue.valable-au", draft.valid_until, true);
    if (!reader.good() || !from || !until) return std::nullopt;
    key.from = *from;
    key.until = *until;
    return key;
}

void add_typed_key(View& view, bool replacing) {
    EntryDraft& draft = entry_draft(view);
    if (replacing && lacks_choice(view, draft.key, chosen_key_field, "tenue.cle-a-choisir")) return;
    const std::optional<DirectoryKey> key = typed_key(view);
    if (!key) return;
    const bool done = change(view, replacing ? chosen_key_field : recipient_field, "tenue.cle",
                             replacing ? "tenue.cle-remplacee" : "tenue.cle-ajoutee", [&](const Directory& from) {
                                 return replacing ? replace_key(from, draft.id, draft.key, *key, key->from)
                                                  : add_key(from, draft.id, *key);
                             });
    if (!done) return;
    Json keys = Json::array();
    for (const std::string* text : {&key->recipient, &key->hybrid})
        if (!text->empty()) keys.push_back(*text);
    if (!keys.empty()) view.effect("fingerprints", {{"keys", std::move(keys)}});
    draft.recipient.clear();
    draft.hybrid.clear();
    draft.signing.clear();
    draft.key.clear();
    view.ui.focus("tenir-cles-titre");
}

void revoke_chosen_key(View& view) {
    EntryDraft& draft = entry_draft(view);
    if (lacks_choice(view, draft.key, chosen_key_field, "tenue.cle-a-choisir")) return;
    const bool revoked =
        change(view, chosen_key_field, "tenue.cle-choisie", "tenue.cle-revoquee",
               [&](const Directory& from) { return revoke_key(from, draft.id, draft.key, view.today); });
    if (revoked) view.ui.focus("tenir-cles-titre");
}

void keys(View& view, const DirectoryEntry& entry) {
    EntryDraft& draft = entry_draft(view);
    view.ui.heading("tenir-cles-titre", view.say("annuaire.cles"), 2);
    Cells chosen{{"", view.say("tenue.choisir")}};
    std::size_t number = 0;
    for (const DirectoryKey& key : entry.keys) {
        const std::string title = view.say("annuaire.cle-n", {{"n", std::to_string(++number)}});
        const std::string node = "tenir-cle-" + std::to_string(number);
        view.ui.heading(node, title, 3);
        key_rows(view, node, key);
        if (key.state != DirectoryKey::State::Revoked) chosen.emplace_back(key_name(key), title);
    }
    view.ui.begin_group("tenir-nouvelle-cle", view.say("tenue.nouvelle-cle"));
    text_field(view, recipient_field, "tenue.cle", draft.recipient, false, "tenue.cle-aide");
    text_field(view, hybrid_field, "tenue.cle-hybride", draft.hybrid, false, "tenue.cle-hybride-aide");
    text_field(view, signing_field, "tenue.cle-signature", draft.signing, false, "tenue.cle-signature-aide");
    text_field(view, key_from_field, "tenue.valable-du", draft.valid_from, true, {}, "numeric");
    text_field(view, key_until_field, "tenue.valable-au", draft.valid_until, true, {}, "numeric");
    const bool adds = view.button("tenir-ajouter-cle", "tenue.ajouter-cle");
    bool replaces = false;
    bool revokes = false;
    if (chosen.size() > 1) {
        semantics::Field field = hinted(view.say("tenue.cle-choisie-aide"));
        field.error = refusal_of(view, chosen_key_field);
        view.ui.select(chosen_key_field, view.say("tenue.cle-choisie"), draft.key, chosen, field);
        replaces = view.button("tenir-remplacer-cle", "tenue.remplacer-cle");
        revokes = view.button("tenir-revoquer-cle", "tenue.revoquer-cle", ButtonStyle::Danger);
    }
    view.ui.end_group();
    if (adds || replaces) add_typed_key(view, replaces);
    if (revokes) revoke_chosen_key(view);
}

void remove(View& view, const std::string& id) {
    const bool removed = change(view, structure_field, "annuaire.structure", "tenue.inscription-retiree",
                                [&id](const Directory& from) { return remove_entry(from, id); });
    if (!removed) return;
    view.session.go(Screen::AnnuaireTenir);
    view.session.notice = view.say("tenue.inscription-retiree");
}

void controls(View& view) {
    const DirectoryDraft& draft = *view.session.directory.draft;
    const std::string id = draft.entry.id;
    facts(view);
    // A change moves the entries in memory.
    if (const DirectoryEntry* entry = find_entry(draft.content, id)) holders(view, *entry);
    if (const DirectoryEntry* entry = find_entry(draft.content, id)) keys(view, *entry);
    if (find_entry(draft.content, id) != nullptr &&
        view.button("tenir-retirer", "tenue.retirer-inscription", ButtonStyle::Danger))
        remove(view, id);
}

} // namespace

void draft_entry(DirectoryDraft& draft, const std::string& id, const Date& today) {
    draft.entry = {};
    draft.entry.valid_from = french_date(today);
    draft.entry.valid_until = french_date(add_months(today, 12 * usual_years));
    const DirectoryEntry* entry = find_entry(draft.content, id);
    if (entry == nullptr) return;
    draft.entry.id = id;
    draft.entry.role = entry->role;
    draft.entry.structure = entry->structure;
    draft.entry.service = entry->service;
    draft.entry.mail = entry->mail;
    draft.entry.phone = entry->phone.empty() ? std::string() : find_kind("phone")->show(entry->phone);
}

void annuaire_tenir_inscription(View& view) {
    if (!view.session.directory.draft) return;
    if (view.session.directory.at_work)
        directory_at_work(view);
    else
        controls(view);
    if (view.button("precedent", "tenue.retour")) view.session.go(Screen::AnnuaireTenir);
}

} // namespace pli::ui
