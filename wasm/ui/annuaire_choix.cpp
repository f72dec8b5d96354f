// Recipients picked from the directory, by name and role; and what it says of those who were given by their key.
#include "core/validation/routing.hpp"
#include "ui/annuaire.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

constexpr std::size_t most_shown = 8; ///< of a role: whoever looks for another one searches
constexpr std::string_view search_field = "choix-chercher";

/// The directory of the territory under whose rules the form is filled in.
const LoadedDirectory* directory_here(const Session& session) { return directory_of(session, session.form_territory); }

const DirectoryKey* key_of(const LoadedDirectory& directory, const Recipient& recipient, const Date& day) {
    return owner_of(directory, recipient.text, day).key;
}

std::string fingerprint_of(const Session& session, const std::string& text) {
    const auto& fingerprints = session.directory.fingerprints;
    const auto found = fingerprints.find(text);
    return found == fingerprints.end() ? std::string() : found->second;
}

/// Gives a recipient one of the keys that the directory has for the same holder.
void take_key(const Session& session, Recipient& recipient, const DirectoryKey& key, bool hybrid) {
    recipient.text = hybrid ? key.hybrid : key.recipient;
    recipient.fingerprint = fingerprint_of(session, recipient.text);
    recipient.hybrid = hybrid;
}

bool is_added(const std::vector<Recipient>& recipients, const DirectoryKey& key) {
    return std::any_of(recipients.begin(), recipients.end(), [&key](const Recipient& one) {
        return one.text == key.recipient || (!key.hybrid.empty() && one.text == key.hybrid);
    });
}

/// Hybrid keys where every recipient has one, else classic ones: of those that the directory has both for.
void settle(const Session& session, const Date& today, std::vector<Recipient>& recipients) {
    const LoadedDirectory* directory = directory_here(session);
    if (directory == nullptr) return;
    const auto can_be_hybrid = [&](const Recipient& recipient) {
        const DirectoryKey* key = key_of(*directory, recipient, today);
        return recipient.hybrid || (key != nullptr && !key->hybrid.empty());
    };
    const bool hybrid = std::all_of(recipients.begin(), recipients.end(), can_be_hybrid);
    for (Recipient& recipient : recipients)
        if (const DirectoryKey* key = key_of(*directory, recipient, today)) take_key(session, recipient, *key, hybrid);
}

void add(Session& session, const Date& today, const DirectoryEntry& entry, const DirectoryKey& key) {
    std::vector<Recipient>& recipients = session.addressing.recipients;
    Recipient recipient;
    recipient.role = entry.role;
    take_key(session, recipient, key, false);
    recipients.push_back(std::move(recipient));
    settle(session, today, recipients);
}

/// The entries of one role that are found: a button for each that can be written to, the reason for each that cannot.
void entries_of_role(View& view, const LoadedDirectory& directory, const std::string& role) {
    const Directory& content = directory.content;
    const std::string key = "choix-" + role;
    view.ui.heading(key, role_label(view, content, role), 3);
    DirectoryQuery query;
    query.search = view.session.directory.choice;
    query.role = role;
    const std::vector<std::size_t> found = directory.index.search(content, query);
    if (found.empty()) return view.ui.text(key + "-aucun", view.say("choix.aucun"));
    view.ui.begin_list(key + "-liste");
    for (std::size_t n = 0; n < std::min(found.size(), most_shown); ++n) {
        const DirectoryEntry& entry = content.entries[found[n]];
        const RoleRecipient choice = recipient_at(content, found[n], view.today);
        const Params named{{"nom", entry_name(entry)}};
        const std::string node = "choix-" + entry.id;
        view.ui.begin_item(node);
        if (choice.unusable) {
            view.ui.text(node + "-raison",
                         view.say("choix.impossible",
                                  {{"nom", entry_name(entry)}, {"raison", view.texts.say_error(*choice.unusable)}}));
        } else if (is_added(view.session.addressing.recipients, entry.keys[choice.key])) {
            view.ui.text(node + "-ajoute", view.say("choix.deja", named));
        } else if (view.ui.button(node + "-ajouter", view.say("choix.ajouter", named))) {
            add(view.session, view.today, entry, entry.keys[choice.key]);
            view.session.notice = view.say("choix.ajoute", named);
            view.ui.focus("cles-titre");
        }
        view.ui.end_item();
    }
    view.ui.end_list();
    if (found.size() > most_shown)
        view.ui.text(key + "-autres", view.say_count("choix.autres", found.size() - most_shown));
}

} // namespace

void recipients_from_directory(View& view) {
    Session& session = view.session;
    const Route* route = find_route(*session.form_territory, *session.form, session.sender_role);
    if (route == nullptr) return;
    const LoadedDirectory* directory = directory_here(session);
    view.ui.begin_region("choix-annuaire", view.say("choix.titre"));
    view.ui.heading("choix-titre", view.say("choix.titre"), 2);
    if (directory == nullptr) {
        view.paragraph("choix-sans-annuaire", "choix.sans-annuaire");
    } else {
        view.ui.text_field(search_field, view.say("annuaire.chercher"), session.directory.choice,
                           hinted(view.say("annuaire.chercher-aide")));
        for (const std::string& role : route->to) entries_of_role(view, *directory, role);
    }
    view.ui.end_region();
}

const DirectoryEntry* address_holder_of(Session& session, const Date& today, std::string_view signing_key) {
    const LoadedDirectory* directory = directory_here(session);
    if (directory == nullptr || signing_key.empty()) return nullptr;
    const std::vector<DirectoryEntry>& entries = directory->content.entries;
    const KeyOwner owner = owner_of(*directory, signing_key, today);
    if (owner.standing != KeyStanding::Known) return nullptr;
    const auto place = static_cast<std::size_t>(owner.entry - entries.data());
    const RoleRecipient choice = recipient_at(directory->content, place, today);
    if (choice.unusable) return nullptr;
    session.addressing.recipients.clear();
    add(session, today, entries[place], entries[place].keys[choice.key]);
    return owner.entry;
}

void recipient_in_directory(View& view, const Recipient& recipient) {
    const Territory* territory =
        view.session.form_territory != nullptr ? view.session.form_territory : view.session.territory;
    const LoadedDirectory* directory = directory_of(view.session, territory);
    if (directory == nullptr) return;
    const KeyOwner owner = owner_of(*directory, recipient.text, view.today);
    const std::string node = "cle-" + recipient.fingerprint;
    if (owner.entry == nullptr) return view.ui.text(node + "-annuaire", view.say("choix.inconnue"));
    view.ui.text(node + "-annuaire",
                 view.say("choix.de", {{"nom", entry_name(*owner.entry)},
                                       {"role", role_label(view, directory->content, owner.entry->role)}}),
                 semantics::Emphasis::Strong);
    if (owner.standing != KeyStanding::Known)
        view.ui.text(node + "-etat", standing_in_words(view, *owner.key), semantics::Emphasis::Strong);
}

bool accept_recipient(const View& view, Recipient& recipient) {
    const LoadedDirectory* directory = view.session.form_territory != nullptr
                                           ? directory_here(view.session)
                                           : directory_of(view.session, view.session.territory);
    if (directory == nullptr) return true;
    const KeyOwner owner = owner_of(*directory, recipient.text, view.today);
    if (owner.entry != nullptr && recipient.role.empty()) recipient.role = owner.entry->role;
    return owner.standing != KeyStanding::Revoked;
}

void settle_protection(const View& view, std::vector<Recipient>& recipients) {
    settle(view.session, view.today, recipients);
}

bool has_revoked(const View& view, const std::vector<Recipient>& recipients) {
    return std::any_of(recipients.begin(), recipients.end(),
                       [&view](Recipient recipient) { return !accept_recipient(view, recipient); });
}

} // namespace pli::ui
