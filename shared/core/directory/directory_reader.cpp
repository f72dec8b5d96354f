#include "core/base/json.hpp"
#include "core/definition/strict_object.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/directory_names.hpp"
#include "core/directory/rules.hpp"

#include <functional>
#include <utility>

namespace pli {

namespace {

namespace names = directory_names;
using definition::Need;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view format_family = "pli/annuaire/";

class DirectoryReader {
  public:
    DirectoryReading read(std::string_view text);

  private:
    void read_members(const Json& json);
    void read_header(StrictObject& root);
    void read_entries(StrictObject& root);
    DirectoryEntry read_entry(const Json& json, const std::string& place);
    Holder read_holder(const Json& json, const std::string& place);
    DirectoryKey read_key(const Json& json, const std::string& place);
    void read_presence(StrictObject& object, Holder& holder);
    void read_state(StrictObject& object, DirectoryKey& key);

    void refuse(const StrictObject& object, std::string_view name, std::string_view code) {
        problems_.report_value(object.place_of(name), name, code);
    }

    Problems problems_{"directory"};
    Directory content_;
};

DirectoryReading DirectoryReader::read(std::string_view text) {
    const Result<Json> json = parse_json(text, {directory_limits::bytes, JsonLimits{}.max_depth});
    if (!json) return {{}, {json.error()}};
    const std::string format = text_member_or(json.value(), names::format, "");
    if (format != directory_format) {
        const bool newer = format.starts_with(format_family);
        return {{}, {newer ? Error{"directory.newer", "", {{"format", format}}} : Error{"directory.format", "", {}}}};
    }
    read_members(json.value());
    std::vector<Error> faults = problems_.found() ? problems_.all() : check_directory(content_);
    if (faults.empty()) {
        const Result<std::string> canonical = write_directory(content_);
        if (!canonical || canonical.value() != text) faults.push_back({"directory.not-canonical", "", {}});
    }
    return {std::move(content_), std::move(faults)};
}

void DirectoryReader::read_members(const Json& json) {
    StrictObject root(json, "", problems_);
    root.text(names::format);
    read_header(root);
    read_entries(root);
    root.finish();
}

void DirectoryReader::read_header(StrictObject& root) {
    const Json* json = root.object(names::directory_itself);
    if (json == nullptr) return;
    StrictObject header(*json, root.place_of(names::directory_itself), problems_);
    content_.territory = header.text(names::territory);
    content_.version = header.integer(names::version);
    content_.issued = header.day(names::issued);
    content_.valid_until = header.day(names::valid_until);
    content_.signer = header.text(names::signer);
    content_.successor = header.text(names::successor, Need::Optional);
    content_.revoked_signers = header.texts(names::revoked_signers, directory_limits::revoked_signers);
    header.finish();
}

void DirectoryReader::read_entries(StrictObject& root) {
    content_.entries = root.elements(root.list(names::entries), names::entries, directory_limits::entries,
                                     std::bind_front(&DirectoryReader::read_entry, this));
}

DirectoryEntry DirectoryReader::read_entry(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    DirectoryEntry entry;
    entry.id = object.text(names::id);
    entry.role = object.text(names::role);
    entry.structure = object.text(names::structure);
    entry.service = object.text(names::service, Need::Optional);
    entry.mail = object.text(names::mail, Need::Optional);
    entry.phone = object.text(names::phone, Need::Optional);
    entry.holders = object.elements(object.array(names::holders, Need::Optional), names::holders,
                                    directory_limits::holders, std::bind_front(&DirectoryReader::read_holder, this));
    entry.keys = object.elements(object.array(names::keys, Need::Optional), names::keys, directory_limits::keys,
                                 std::bind_front(&DirectoryReader::read_key, this));
    object.finish();
    return entry;
}

Holder DirectoryReader::read_holder(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    Holder holder;
    holder.name = object.text(names::holder_name);
    read_presence(object, holder);
    object.finish();
    return holder;
}

void DirectoryReader::read_presence(StrictObject& object, Holder& holder) {
    const Json* json = object.object(names::state, Need::Optional);
    if (json == nullptr) return;
    StrictObject state(*json, object.place_of(names::state), problems_);
    const std::string kind = state.text(names::kind);
    if (kind != names::absent && kind != names::left) refuse(state, names::kind, "choice.unknown");
    holder.presence = kind == names::left ? Holder::Presence::Left : Holder::Presence::Absent;
    holder.from = state.day(names::from);
    holder.until = state.optional_day(names::until);
    state.finish();
}

DirectoryKey DirectoryReader::read_key(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    DirectoryKey key;
    key.recipient = object.text(names::recipient, Need::Optional);
    key.hybrid = object.text(names::hybrid, Need::Optional);
    key.signing = object.text(names::signing, Need::Optional);
    key.from = object.day(names::from);
    key.until = object.day(names::until);
    read_state(object, key);
    object.finish();
    return key;
}

void DirectoryReader::read_state(StrictObject& object, DirectoryKey& key) {
    const Json* json = object.object(names::state, Need::Optional);
    if (json == nullptr) return;
    StrictObject state(*json, object.place_of(names::state), problems_);
    const std::string kind = state.text(names::kind);
    if (kind == names::revoked) {
        key.state = DirectoryKey::State::Revoked;
        if (state.text(names::reason) != names::compromised) refuse(state, names::reason, "choice.unknown");
    } else {
        if (kind != names::replaced) refuse(state, names::kind, "choice.unknown");
        key.state = DirectoryKey::State::Replaced;
        key.replaced_by = state.text(names::by);
    }
    key.ended = state.day(names::day);
    state.finish();
}

} // namespace

bool looks_like_directory(std::string_view text) {
    // Canonical JSON sorts its members: only the directory's own, which are few and short, come before the format.
    constexpr std::size_t longest_head = 16384;
    return text.starts_with('{') && text.substr(0, longest_head).find("\"pli/annuaire/") != std::string_view::npos;
}

DirectoryReading read_directory(std::string_view text) { return DirectoryReader().read(text); }

} // namespace pli
