#include "core/base/json_members.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/directory_names.hpp"

namespace pli {

namespace {

namespace names = directory_names;

Json presence_to_json(const Holder& holder) {
    Json json = Json::object();
    if (holder.presence == Holder::Presence::Present) return json;
    const bool has_left = holder.presence == Holder::Presence::Left;
    add_member(json, names::kind, std::string(has_left ? names::left : names::absent));
    add_member(json, names::from, holder.from);
    add_member(json, names::until, holder.until);
    return json;
}

Json state_to_json(const DirectoryKey& key) {
    Json json = Json::object();
    if (key.state == DirectoryKey::State::Active) return json;
    const bool is_revoked = key.state == DirectoryKey::State::Revoked;
    add_member(json, names::kind, std::string(is_revoked ? names::revoked : names::replaced));
    add_member(json, names::day, key.ended);
    add_member(json, names::by, key.replaced_by);
    if (is_revoked) add_member(json, names::reason, std::string(names::compromised));
    return json;
}

Json holder_to_json(const Holder& holder) {
    Json json = Json::object();
    add_member(json, names::holder_name, holder.name);
    add_member(json, names::state, presence_to_json(holder));
    return json;
}

Json key_to_json(const DirectoryKey& key) {
    Json json = Json::object();
    add_member(json, names::recipient, key.recipient);
    add_member(json, names::hybrid, key.hybrid);
    add_member(json, names::signing, key.signing);
    add_member(json, names::from, key.from);
    add_member(json, names::until, key.until);
    add_member(json, names::state, state_to_json(key));
    return json;
}

Json entry_to_json(const DirectoryEntry& entry) {
    Json json = Json::object();
    add_member(json, names::id, entry.id);
    add_member(json, names::role, entry.role);
    add_member(json, names::structure, entry.structure);
    add_member(json, names::service, entry.service);
    add_member(json, names::mail, entry.mail);
    add_member(json, names::phone, entry.phone);
    add_member(json, names::holders, list_of(entry.holders, holder_to_json));
    add_member(json, names::keys, list_of(entry.keys, key_to_json));
    return json;
}

Json header_to_json(const Directory& directory) {
    Json json = Json::object();
    add_member(json, names::territory, directory.territory);
    json[std::string(names::version)] = directory.version;
    add_member(json, names::issued, directory.issued);
    add_member(json, names::valid_until, directory.valid_until);
    add_member(json, names::signer, directory.signer);
    add_member(json, names::successor, directory.successor);
    add_member(json, names::revoked_signers, Json(directory.revoked_signers));
    return json;
}

} // namespace

Result<std::string> write_directory(const Directory& directory) {
    Json json = Json::object();
    add_member(json, names::format, std::string(directory_format));
    add_member(json, names::directory_itself, header_to_json(directory));
    json[std::string(names::entries)] = list_of(directory.entries, entry_to_json);
    return canonical_json(json);
}

} // namespace pli
