#include "core/base/json.hpp"
#include "core/definition/strict_object.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/directory_names.hpp"
#include "core/directory/rules.hpp"

#include <utility>

namespace pli {

namespace {

namespace names = directory_names;
using definition::Need;
using definition::pointer_to;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view format_family = "pli/annuaire/";
constexpr Date unreadable_day{1, 1, 1}; ///< stands for a day that was refused

class DirectoryReader {
  public:
    DirectoryReading read(std::string_view text);

  private:
    void read_members(const Json& json);
    void read_header(StrictObject& root);
    void read_revoked(StrictObject& header);
    void read_entries(StrictObject& root);
    DirectoryEntry read_entry(const Json& json, const std::string& place);
    Holder read_holder(const Json& json, const std::string& place);
    DirectoryKey read_key(const Json& json, const std::string& place);
    void read_presence(StrictObject& object, Holder& holder);
    void read_state(StrictObject& object, DirectoryKey& key);

    /// The elements of a list, each read by `read(element, place)`; `max` of them at most.
    template <class Element, class Read>
    std::vector<Element> elements(const Json* list, const std::string& place, std::size_t max, const Read& read);

    Date day(StrictObject& object, std::string_view name);
    std::optional<Date> optional_day(StrictObject& object, std::string_view name);
    void refuse(const StrictObject& object, std::string_view name, std::string_view code);

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
    content_.issued = day(header, names::issued);
    content_.valid_until = day(header, names::valid_until);
    content_.signer = header.text(names::signer);
    content_.successor = header.text(names::successor, Need::Optional);
    read_revoked(header);
    header.finish();
}

void DirectoryReader::read_revoked(StrictObject& header) {
    const auto read = [this](const Json& json, const std::string& place) {
        const auto* text = json.get_ptr<const std::string*>();
        if (text == nullptr) problems_.report("wrong-type", place, names::revoked_signers);
        return text == nullptr ? std::string() : *text;
    };
    content_.revoked_signers =
        elements<std::string>(header.array(names::revoked_signers, Need::Optional),
                              header.place_of(names::revoked_signers), directory_limits::revoked_signers, read);
}

void DirectoryReader::read_entries(StrictObject& root) {
    content_.entries = elements<DirectoryEntry>(
        root.list(names::entries), root.place_of(names::entries), directory_limits::entries,
        [this](const Json& json, const std::string& place) { return read_entry(json, place); });
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
    entry.holders = elements<Holder>(
        object.array(names::holders, Need::Optional), object.place_of(names::holders), directory_limits::holders,
        [this](const Json& one, const std::string& here) { return read_holder(one, here); });
    entry.keys = elements<DirectoryKey>(
        object.array(names::keys, Need::Optional), object.place_of(names::keys), directory_limits::keys,
        [this](const Json& one, const std::string& here) { return read_key(one, here); });
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
    holder.from = day(state, names::from);
    holder.until = optional_day(state, names::until);
    state.finish();
}

DirectoryKey DirectoryReader::read_key(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    DirectoryKey key;
    key.recipient = object.text(names::recipient, Need::Optional);
    key.hybrid = object.text(names::hybrid, Need::Optional);
    key.signing = object.text(names::signing, Need::Optional);
    key.from = day(object, names::from);
    key.until = day(object, names::until);
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
    key.ended = day(state, names::day);
    state.finish();
}

template <class Element, class Read> std::vector<Element>
DirectoryReader::elements(const Json* list, const std::string& place, std::size_t max, const Read& read) {
    std::vector<Element> elements;
    if (list == nullptr) return elements;
    if (list->size() > max) {
        problems_.report({"directory.too-many",
                          place,
                          {{"name", place.substr(place.rfind('/') + 1)}, {"max", std::to_string(max)}}});
        return elements;
    }
    elements.reserve(list->size());
    for (const Json& json : *list) elements.push_back(read(json, pointer_to(place, elements.size())));
    return elements;
}

Date DirectoryReader::day(StrictObject& object, std::string_view name) {
    const std::string text = object.text(name);
    const Result<Date> day = parse_iso_date(text);
    if (day) return day.value();
    if (!text.empty()) refuse(object, name, day.error().code);
    return unreadable_day;
}

std::optional<Date> DirectoryReader::optional_day(StrictObject& object, std::string_view name) {
    object.text(name, Need::Optional);
    if (!object.has(name)) return std::nullopt;
    return day(object, name);
}

void DirectoryReader::refuse(const StrictObject& object, std::string_view name, std::string_view code) {
    problems_.report(
        {"directory.bad-value", object.place_of(name), {{"name", std::string(name)}, {"code", std::string(code)}}});
}

} // namespace

bool looks_like_directory(std::string_view text) {
    // Canonical JSON sorts its members: only the directory's own, which are few and short, come before the format.
    constexpr std::size_t longest_head = 16384;
    return text.starts_with('{') && text.substr(0, longest_head).find("\"pli/annuaire/") != std::string_view::npos;
}

DirectoryReading read_directory(std::string_view text) { return DirectoryReader().read(text); }

} // namespace pli
