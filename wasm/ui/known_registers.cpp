#include "ui/known_registers.hpp"

#include "core/register/register.hpp"
#include "ui/view.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

constexpr std::size_t most_registers = 50; // nobody keeps more: the browser's room is not for others

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void keep(View& view) {
    const KnownRegisters& known = view.session.known_registers;
    if (!known.keepable) return;
    Json list = Json::array();
    for (const auto& [id, version] : known.versions)
        list.push_back({{"id", id}, {"version", version.version}, {"sha256", version.sha256}});
    const std::string content = list.empty() ? std::string() : dump_json({{"registres", std::move(list)}});
    view.effect("keep-registers", {{"content", content}});
}

} // namespace

KnownRegisters read_known_registers(std::string_view content) {
    KnownRegisters known;
    known.keepable = true;
    const Result<Json> json = parse_json(content);
    const Json* list = json ? member(json.value(), "registres") : nullptr;
    if (list == nullptr || !list->is_array()) return known;
    for (const Json& each : *list) {
        const std::string id = text_member_or(each, "id", "");
        const std::string sha256 = text_member_or(each, "sha256", "");
        const std::int64_t version = int_member_or(each, "version", 0);
        const bool is_good = is_hex(id, 32) && is_hex(sha256, 64) && version > 0;
        if (is_good && known.versions.size() < most_registers) known.versions[id] = {version, sha256};
    }
    return known;
}

std::optional<Outdated> outdated(const KnownRegisters& known, const Version& opened) {
    const auto found = known.versions.find(opened.content.id);
    if (found == known.versions.end() || found->second.sha256 == opened.sha256) return std::nullopt;
    const KnownVersion& latest = found->second;
    if (latest.version > opened.content.version) return Outdated{latest.version, false};
    const std::vector<std::string>& ancestors = opened.content.ancestors;
    if (std::find(ancestors.begin(), ancestors.end(), latest.sha256) != ancestors.end()) return std::nullopt;
    // Of ancestors that are too far away to be kept, nothing is known.
    if (ancestors.size() >= register_limits::ancestors) return std::nullopt;
    return Outdated{latest.version, true};
}

void remember_register(View& view, const Version& version) {
    KnownRegisters& known = view.session.known_registers;
    const auto found = known.versions.find(version.content.id);
    if (found == known.versions.end() && known.versions.size() == most_registers) return;
    const KnownVersion opened{version.content.version, version.sha256};
    if (found != known.versions.end() && (found->second.version > opened.version || found->second == opened)) return;
    known.versions[version.content.id] = opened;
    keep(view);
}

void forget_registers(View& view) {
    view.session.known_registers.versions.clear();
    keep(view);
}

} // namespace pli::ui
