#include "core/directory/learned_trust.hpp"

#include "core/base/json_members.hpp"
#include "core/definition/formats.hpp"
#include "core/definition/strict_object.hpp"
#include "core/directory/directory_names.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

namespace names = directory_names;
using definition::Need;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view format_family = "pli/confiance/";
constexpr std::string_view hash_name = "sha256";
constexpr std::size_t most_bytes = std::size_t{1} << 20U;

Error damaged() { return {"directory.trust-damaged", {}, {}}; }

/// Whether a text is a verifying key as it is written everywhere.
bool is_key(const std::string& text) {
    const Result<VerifyingKey> key = parse_verifying_key(text);
    return key && verifying_key_text(key.value()) == text;
}

Json to_json(const LearnedTrust& one) {
    Json json = {{std::string(names::territory), one.territory},
                 {std::string(names::version), one.known.version},
                 {std::string(hash_name), one.known.sha256}};
    add_member(json, names::successors, Json(one.successors));
    add_member(json, names::revoked_signers, Json(one.revoked));
    return json;
}

/// The keys of an optional list; what is no key spoils all.
std::vector<std::string> read_keys(StrictObject& object, std::string_view name, bool& sound) {
    std::vector<std::string> keys;
    const Json* list = object.array(name, Need::Optional);
    if (list == nullptr) return keys;
    for (const Json& each : *list) {
        const auto* text = each.get_ptr<const std::string*>();
        sound = sound && text != nullptr && is_key(*text);
        if (sound) keys.push_back(*text);
    }
    return keys;
}

LearnedTrust read_one(const Json& json, Problems& problems, bool& sound) {
    StrictObject object(json, "", problems);
    LearnedTrust one;
    one.territory = object.name(names::territory);
    one.known = {object.integer(names::version), object.text(hash_name)};
    one.successors = read_keys(object, names::successors, sound);
    one.revoked = read_keys(object, names::revoked_signers, sound);
    object.finish();
    const std::int64_t version = one.known.version;
    sound = sound && is_hex(one.known.sha256, 64) && version >= 1 && version <= directory_limits::version;
    return one;
}

const LearnedTrust* find_learned(const std::vector<LearnedTrust>& learned, std::string_view territory) {
    const auto found = std::find_if(learned.begin(), learned.end(),
                                    [territory](const LearnedTrust& one) { return one.territory == territory; });
    return found == learned.end() ? nullptr : &*found;
}

bool holds(const std::vector<VerifyingKey>& keys, const VerifyingKey& sought) {
    return std::any_of(keys.begin(), keys.end(), [&](const VerifyingKey& key) { return key.point == sought.point; });
}

void add(std::vector<VerifyingKey>& keys, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const Result<VerifyingKey> key = parse_verifying_key(text);
        if (key && !holds(keys, key.value())) keys.push_back(key.value());
    }
}

/// The texts of those that the pack does not name.
std::vector<std::string> beyond(const std::vector<VerifyingKey>& keys, const std::vector<VerifyingKey>& of_pack) {
    std::vector<std::string> texts;
    for (const VerifyingKey& key : keys)
        if (!holds(of_pack, key)) texts.push_back(verifying_key_text(key));
    return texts;
}

} // namespace

std::string write_learned_trust(const std::vector<LearnedTrust>& learned) {
    if (learned.empty()) return {};
    Json list = Json::array();
    for (const LearnedTrust& one : learned) list.push_back(to_json(one));
    const Json json = {{std::string(names::format), trust_format}, {std::string(names::trust), std::move(list)}};
    const Result<std::string> text = canonical_json(json);
    return text ? text.value() : std::string();
}

Result<std::vector<LearnedTrust>> read_learned_trust(std::string_view text) {
    std::vector<LearnedTrust> learned;
    if (text.empty()) return learned;
    const Result<Json> json = parse_json(text, {most_bytes, JsonLimits{}.max_depth});
    if (!json) return damaged();
    const std::string format = text_member_or(json.value(), names::format, "");
    if (format != trust_format && format.starts_with(format_family))
        return Error{"directory.trust-newer", {}, {{"format", format}}};
    if (format != trust_format) return damaged();
    Problems problems("directory");
    bool sound = true;
    StrictObject root(json.value(), "", problems);
    root.text(names::format);
    if (const Json* list = root.array(names::trust))
        for (const Json& each : *list) learned.push_back(read_one(each, problems, sound));
    root.finish();
    // Order, repetitions and spelling: there is one text only.
    const auto out_of_order = [](const LearnedTrust& one, const LearnedTrust& next) {
        return one.territory >= next.territory;
    };
    sound = sound && std::adjacent_find(learned.begin(), learned.end(), out_of_order) == learned.end();
    if (!sound || problems.found() || write_learned_trust(learned) != text) return damaged();
    return learned;
}

Result<DirectoryTrust> trust_of(const Territory& territory, const std::vector<LearnedTrust>& learned) {
    Result<DirectoryTrust> trust = trust_of(territory);
    const LearnedTrust* more = find_learned(learned, territory.id);
    if (!trust || more == nullptr) return trust;
    DirectoryTrust whole = std::move(trust).value();
    whole.known = more->known;
    add(whole.keys, more->successors);
    add(whole.revoked, more->revoked);
    return whole;
}

std::vector<LearnedTrust> learned_after(std::vector<LearnedTrust> learned, const Territory& territory,
                                        const DirectoryTrust& trust, const VerifiedDirectory& accepted) {
    const Result<DirectoryTrust> pack = trust_of(territory);
    if (!pack) return learned;
    const DirectoryTrust after = trust_after(trust, accepted);
    LearnedTrust one{territory.id, accepted.version, beyond(after.keys, pack.value().keys),
                     beyond(after.revoked, pack.value().revoked)};
    const auto place = std::find_if(learned.begin(), learned.end(),
                                    [&one](const LearnedTrust& other) { return other.territory >= one.territory; });
    if (place != learned.end() && place->territory == one.territory)
        *place = std::move(one);
    else
        learned.insert(place, std::move(one));
    return learned;
}

} // namespace pli
