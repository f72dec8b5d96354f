// What a directory says, in words; and whose key one is.
#include "ui/annuaire.hpp"

#include "core/definition/form.hpp"

#include <algorithm>

namespace pli::ui {

const LoadedDirectory* directory_of(const Session& session, const Territory* territory) {
    const auto& loaded = session.directory.loaded;
    return loaded && territory != nullptr && loaded->content.territory == territory->id ? &*loaded : nullptr;
}

KeyOwner owner_of(const LoadedDirectory& directory, std::string_view key, const Date& day) {
    const KeyHolder holder = directory.index.holder_of_key(directory.content, key, day);
    if (holder.standing == KeyStanding::Unknown) return {};
    const DirectoryEntry& entry = directory.content.entries[holder.entry];
    return {holder.standing, &entry, &entry.keys[holder.key]};
}

Author author_of(const View& view, const Sender& sender) {
    using enum Author::Standing;
    if (sender.key.empty()) return {Unsigned, {}, {}};
    const LoadedDirectory* directory = directory_of(view.session, sender.territory);
    if (directory == nullptr) return {NoDirectory, {}, {}};
    const KeyOwner owner = owner_of(*directory, sender.key, sender.day);
    if (owner.entry == nullptr) return {Unknown, {}, {}};
    Author author{Known, entry_name(*owner.entry), role_label(view, directory->content, owner.entry->role)};
    if (owner.standing == KeyStanding::Revoked)
        author.standing = Revoked; // first: what such a key vouches for is worth nothing, whatever it says
    else if (!may_sign_as(*owner.entry, sender.role, sender.structure))
        author.standing = Different;
    else if (owner.standing == KeyStanding::NotYet)
        author.standing = NotYet;
    else if (owner.standing == KeyStanding::Expired)
        author.standing = Expired;
    else if (owner.standing == KeyStanding::Replaced)
        author.standing = Replaced;
    return author;
}

std::string author_in_words(const View& view, const Author& author) {
    const Params who{{"nom", author.name}, {"role", author.role}};
    switch (author.standing) {
    case Author::Standing::Unsigned:
        return view.say("lecture.non-verifie");
    case Author::Standing::NoDirectory:
        return view.say("lecture.sans-annuaire");
    case Author::Standing::Unknown:
    case Author::Standing::Different: // such a document is not shown
        return view.say("lecture.cle-inconnue");
    case Author::Standing::Known:
        return view.say("lecture.auteur-connu", who);
    case Author::Standing::NotYet:
        return view.say("lecture.cle-future", who);
    case Author::Standing::Expired:
        return view.say("lecture.cle-expiree", who);
    case Author::Standing::Replaced:
        return view.say("lecture.cle-remplacee", who);
    case Author::Standing::Revoked:
        break;
    }
    return view.say("lecture.cle-revoquee", who);
}

std::string entry_name(const DirectoryEntry& entry) {
    return entry.service.empty() ? entry.structure : entry.service + ", " + entry.structure;
}

std::string role_label(const View& view, const Directory& directory, std::string_view role) {
    const Territory* territory = find_territory(view.pack, directory.territory);
    if (territory == nullptr) return std::string(role);
    const auto found = std::find_if(territory->roles.begin(), territory->roles.end(),
                                    [role](const Option& known) { return known.value == role; });
    return found == territory->roles.end() ? std::string(role) : found->label;
}

std::string presence_in_words(const View& view, const Holder& holder) {
    const auto day = [](const std::optional<Date>& given) { return given ? french_date(*given) : std::string(); };
    switch (holder.presence) {
    case Holder::Presence::Present:
        return view.say("annuaire.present");
    case Holder::Presence::Left:
        return view.say("annuaire.parti", {{"jour", day(holder.from)}});
    case Holder::Presence::Absent:
        break;
    }
    if (!holder.until) return view.say("annuaire.absent-depuis", {{"jour", day(holder.from)}});
    return view.say("annuaire.absent-jusque", {{"du", day(holder.from)}, {"au", day(holder.until)}});
}

std::string standing_in_words(const View& view, const DirectoryKey& key) {
    const std::string ended = key.ended ? french_date(*key.ended) : std::string();
    switch (standing_of(key, view.today)) {
    case KeyStanding::Revoked:
        return view.say("annuaire.cle-revoquee", {{"jour", ended}});
    case KeyStanding::Replaced:
        return view.say("annuaire.cle-remplacee", {{"jour", ended}});
    case KeyStanding::NotYet:
        return view.say("annuaire.cle-future", {{"jour", french_date(key.from)}});
    case KeyStanding::Expired:
        return view.say("annuaire.cle-expiree", {{"jour", french_date(key.until)}});
    case KeyStanding::Known:
    case KeyStanding::Unknown:
        break;
    }
    if (key.ended) // it will be replaced
        return view.say("annuaire.cle-bientot-remplacee", {{"jour", ended}});
    return view.say("annuaire.cle-en-vigueur", {{"jour", french_date(key.until)}});
}

} // namespace pli::ui
