#include "core/base/json.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/directory_names.hpp"

#include <utility>

namespace pli {

namespace {

namespace names = directory_names;

void add(Json& json, std::string_view name, const std::string& text) {
    if (!text.empty()) json[std::string(name)] = text;
}

void add(Json& json, std::string_view name, const std::optional<Date>& day) {
    if (day) json[std::string(name)] = iso_date(*day);
}

void add(Json& json, std::string_view name, Json value) {
    if (!value.empty()) json[std::string(name)] = std::move(value);
}

Json presence_to_json(const Holder& holder) {
    Json json = Json::object();
    if (holder.presence == Holder::Presence::Present) return json;
    const bool has_left = holder.presence == Holder::Presence::Left;
    add(json, names::kind, std::string(has_left ? names::left : names::absent));
    add(json, names::from, holder.from);
    add(json, names::until, holder.until);
    return json;
}

Json state_to_json(const DirectoryKey& key) {
    Json json = Json::object();
    if (key.state == DirectoryKey::State::Active) return json;
    const bool is_revoked = key.state == DirectoryKey::State::Revoked;
    add(json, names::kind, std::string(is_revoked ? names::revoked : names::replaced));
    add(json, names::day, key.ended);
    add(json, names::by, key.replaced_by);
    if (is_revoked) add(json, names::reason, std::string(names::compromised));
    return json;
}

Json holder_to_json(const Holder& holder) {
    Json json = Json::object();
    add(json, names::holder_name, holder.name);
    add(json, names::state, presence_to_json(holder));
    return json;
}

Json key_to_json(const DirectoryKey& key) {
    Json json = Json::object();
    add(json, names::recipient, key.recipient);
    add(json, names::hybrid, key.hybrid);
    add(json, names::signing, key.signing);
    add(json, names::from, std::optional(key.from));
    add(json, names::until, std::optional(key.until));
    add(json, names::state, state_to_json(key));
    return json;
}

Json entry_to_json(const DirectoryEntry& entry) {
    Json json = Json::object();
    add(json, names::id, entry.id);
    add(json, names::role, entry.role);
    add(json, names::structure, entry.structure);
    add(json, names::service, entry.service);
    add(json, names::mail, entry.mail);
    add(json, names::phone, entry.phone);
    Json holders = Json::array();
    for (const Holder& holder : entry.holders) holders.push_back(holder_to_json(holder));
    add(json, names::holders, std::move(holders));
    Json keys = Json::array();
    for (const DirectoryKey& key : entry.keys) keys.push_back(key_to_json(key));
    add(json, names::keys, std::move(keys));
    return json;
}

Json header_to_json(const Directory& directory) {
    Json json = Json::object();
    add(json, names::territory, directory.territory);
    json[std::string(names::version)] = directory.version;
    add(json, names::issued, std::optional(directory.issued));
    add(json, names::valid_until, std::optional(directory.valid_until));
    add(json, names::signer, directory.signer);
    add(json, names::successor, directory.successor);
    add(json, names::revoked_signers, Json(directory.revoked_signers));
    return json;
}

} // namespace

Result<std::string> write_directory(const Directory& directory) {
    Json entries = Json::array();
    for (const DirectoryEntry& entry : directory.entries) entries.push_back(entry_to_json(entry));
    Json json = Json::object();
    add(json, names::format, std::string(directory_format));
    add(json, names::directory_itself, header_to_json(directory));
    json[std::string(names::entries)] = std::move(entries);
    return canonical_json(json);
}

} // namespace pli
