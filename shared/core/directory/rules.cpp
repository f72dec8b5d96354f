#include "core/directory/rules.hpp"

#include "core/definition/formats.hpp"
#include "core/definition/strict_object.hpp"
#include "core/directory/directory_names.hpp"
#include "core/identifiers/guard_patterns.hpp"
#include "core/identifiers/kind.hpp"
#include "core/seal/keys.hpp"
#include "core/seal/minisign.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace pli {

namespace {

namespace names = directory_names;
using definition::pointer_to;
using definition::Problems;

constexpr std::string_view not_permitted = "value";

/// Why a text is not the canonical value of its kind; empty when it is.
std::string why_unfit(std::string_view kind_name, const std::string& text) {
    if (const auto pattern = forbidden_pattern(text)) return "guard." + std::string(*pattern);
    const Kind* kind = find_kind(kind_name);
    if (kind == nullptr) return std::string(not_permitted); // no member has such a kind
    const Result<std::string> canonical = kind->parse(text);
    if (!canonical) return canonical.error().code;
    return canonical.value() == text ? std::string() : std::string(not_permitted);
}

class DirectoryChecker {
  public:
    explicit DirectoryChecker(const Directory& directory) : directory_(directory) {}

    std::vector<Error> check() {
        check_header();
        check_entries();
        return problems_.all();
    }

  private:
    void check_header();
    void check_validity(const std::string& place);
    void check_entries();
    void check_entry(const DirectoryEntry& entry, const std::string& place);
    void check_holders(const DirectoryEntry& entry, const std::string& place);
    void check_keys(const DirectoryEntry& entry, const std::string& place);
    void check_key(const DirectoryKey& key, const std::string& place);
    void check_state(const DirectoryEntry& entry, const DirectoryKey& key, const std::string& place);
    void check_recipient(const std::string& text, KeyKind kind, std::string_view name, const std::string& place);
    void check_signing(const std::string& text, std::string_view name, const std::string& place);

    /// Checks a text of a kind.
    void check_text(const std::string& text, std::string_view kind, std::string_view name, const std::string& place) {
        const std::string reason = why_unfit(kind, text);
        if (!reason.empty()) refuse(place, name, reason);
    }
    void require(bool holds, const std::string& place, std::string_view name) {
        if (!holds) refuse(place, name, not_permitted);
    }
    void check_day(const Date& day, std::string_view name, const std::string& place) {
        require(is_real_day(day), place, name);
    }
    void refuse(const std::string& place, std::string_view name, std::string_view code) {
        problems_.report_value(pointer_to(place, name), name, code);
    }
    void limit(std::size_t count, std::size_t max, std::string_view name, const std::string& place) {
        if (count > max) problems_.report_excess(pointer_to(place, name), name, max);
    }
    /// Notes a key, which no other place may have.
    void note_key(std::string key, std::string_view name, const std::string& place) {
        if (!keys_.insert(std::move(key)).second) problems_.report("repeated", pointer_to(place, name), name);
    }

    const Directory& directory_;
    Problems problems_{"directory"};
    std::set<std::string, std::less<>> keys_; ///< recipients' texts, and points of signing keys
};

void DirectoryChecker::check_header() {
    const std::string place = pointer_to("", names::directory_itself);
    require(is_name(directory_.territory), place, names::territory);
    require(directory_.version >= 1 && directory_.version <= directory_limits::version, place, names::version);
    check_validity(place);
    check_signing(directory_.signer, names::signer, place);
    if (!directory_.successor.empty()) check_signing(directory_.successor, names::successor, place);
    const std::string list = pointer_to(place, names::revoked_signers);
    const auto& revoked = directory_.revoked_signers;
    limit(revoked.size(), directory_limits::revoked_signers, names::revoked_signers, place);
    for (std::size_t i = 0; i < std::min(revoked.size(), directory_limits::revoked_signers); ++i)
        check_signing(revoked[i], std::to_string(i), list);
}

void DirectoryChecker::check_validity(const std::string& place) {
    check_day(directory_.issued, names::issued, place);
    check_day(directory_.valid_until, names::valid_until, place);
    require(directory_.issued <= directory_.valid_until, place, names::valid_until);
    if (directory_.valid_until > add_days(directory_.issued, directory_limits::validity_days))
        problems_.report({"directory.validity",
                          pointer_to(place, names::valid_until),
                          {{"max", std::to_string(directory_limits::validity_days)}}});
}

void DirectoryChecker::check_entries() {
    limit(directory_.entries.size(), directory_limits::entries, names::entries, "");
    if (problems_.found()) return; // what follows is long, and a directory without a sound head is none
    const std::string list = pointer_to("", names::entries);
    const DirectoryEntry* before = nullptr;
    std::size_t index = 0;
    for (const DirectoryEntry& entry : directory_.entries) {
        const std::string place = pointer_to(list, index++);
        if (before != nullptr && !(before->id < entry.id)) problems_.report("order", place, names::id);
        check_entry(entry, place);
        before = &entry;
    }
}

void DirectoryChecker::check_entry(const DirectoryEntry& entry, const std::string& place) {
    require(is_name(entry.id) && entry.id.size() <= directory_limits::id_length, place, names::id);
    require(is_name(entry.role), place, names::role);
    check_text(entry.structure, "organisation", names::structure, place);
    if (!entry.service.empty()) check_text(entry.service, "organisation", names::service, place);
    if (!entry.mail.empty()) check_text(entry.mail, "email", names::mail, place);
    if (!entry.phone.empty()) check_text(entry.phone, "phone", names::phone, place);
    check_holders(entry, place);
    check_keys(entry, place);
}

void DirectoryChecker::check_holders(const DirectoryEntry& entry, const std::string& place) {
    using enum Holder::Presence;
    limit(entry.holders.size(), directory_limits::holders, names::holders, place);
    if (entry.holders.size() > directory_limits::holders) return;
    const std::string list = pointer_to(place, names::holders);
    for (std::size_t i = 0; i < entry.holders.size(); ++i) {
        const Holder& holder = entry.holders[i];
        const std::string here = pointer_to(list, i);
        check_text(holder.name, "person-name", names::holder_name, here);
        if (find_holder(entry, holder.name) != &holder) problems_.report("repeated", here, names::holder_name);
        if (holder.from) check_day(*holder.from, names::from, here);
        if (holder.until) check_day(*holder.until, names::until, here);
        require(holder.from.has_value() == (holder.presence != Present), here, names::from);
        require(!holder.until || (holder.presence == Absent && holder.from <= holder.until), here, names::until);
    }
}

void DirectoryChecker::check_keys(const DirectoryEntry& entry, const std::string& place) {
    limit(entry.keys.size(), directory_limits::keys, names::keys, place);
    if (entry.keys.size() > directory_limits::keys) return;
    const std::string list = pointer_to(place, names::keys);
    for (std::size_t i = 0; i < entry.keys.size(); ++i) {
        const std::string here = pointer_to(list, i);
        check_key(entry.keys[i], here);
        check_state(entry, entry.keys[i], here);
    }
}

void DirectoryChecker::check_key(const DirectoryKey& key, const std::string& place) {
    if (!key.recipient.empty()) check_recipient(key.recipient, KeyKind::X25519, names::recipient, place);
    if (!key.hybrid.empty()) check_recipient(key.hybrid, KeyKind::Hybrid, names::hybrid, place);
    if (!key.signing.empty()) check_signing(key.signing, names::signing, place);
    const bool has_any = !key.recipient.empty() || (!key.signing.empty() && key.hybrid.empty());
    require(has_any, place, names::recipient);
    check_day(key.from, names::from, place);
    check_day(key.until, names::until, place);
    require(key.from <= key.until, place, names::until);
}

void DirectoryChecker::check_state(const DirectoryEntry& entry, const DirectoryKey& key, const std::string& place) {
    using enum DirectoryKey::State;
    const std::string here = pointer_to(place, names::state);
    const DirectoryKey* next = find_key(entry, key.replaced_by);
    require(key.ended.has_value() == (key.state != Active), here, names::day);
    require(!key.ended || is_real_day(*key.ended), here, names::day);
    require(key.state != Replaced || (key.ended && *key.ended >= key.from), here, names::day);
    const bool is_replaced = next != nullptr && next != &key && !key.replaced_by.empty();
    require(key.state == Replaced ? is_replaced : key.replaced_by.empty(), here, names::by);
}

void DirectoryChecker::check_recipient(const std::string& text, KeyKind kind, std::string_view name,
                                       const std::string& place) {
    const Result<Recipient> recipient = parse_recipient(text);
    if (!recipient) return refuse(place, name, recipient.error().code);
    require(recipient.value().kind == kind, place, name);
    note_key(text, name, place);
}

/// Two keys with one point are one key, whatever number they claim.
void DirectoryChecker::check_signing(const std::string& text, std::string_view name, const std::string& place) {
    const Result<VerifyingKey> key = parse_verifying_key(text);
    if (!key) return refuse(place, name, key.error().code);
    require(verifying_key_text(key.value()) == text, place, name); // a key file is a key too, but not here
    note_key(std::string(text_of(key.value().point)), name, place);
}

} // namespace

std::vector<Error> check_directory(const Directory& directory) { return DirectoryChecker(directory).check(); }

std::vector<Error> check_roles(const Directory& directory, const Territory& territory) {
    Problems problems("directory");
    const std::string list = pointer_to("", names::entries);
    for (std::size_t i = 0; i < directory.entries.size(); ++i) {
        const std::string& role = directory.entries[i].role;
        const bool is_known = std::any_of(territory.roles.begin(), territory.roles.end(),
                                          [&role](const Option& known) { return known.value == role; });
        if (!is_known) problems.report("unknown-role", pointer_to(pointer_to(list, i), names::role), role);
    }
    return problems.all();
}

} // namespace pli
