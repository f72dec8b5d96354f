#include "core/directory/edits.hpp"

#include "core/directory/rules.hpp"
#include "core/identifiers/search_key.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

Error failure(std::string_view code, std::string_view id) { return {std::string(code), std::string(id), {}}; }

/// What a change made, if that is a directory.
Result<Directory> checked(Directory changed) {
    std::vector<Error> faults = check_directory(changed);
    if (!faults.empty()) return std::move(faults.front());
    return changed;
}

/// The directory after `change(entry)`, which says whether it succeeded.
template <class Change> Result<Directory> with_entry(const Directory& from, std::string_view id, const Change& change) {
    const DirectoryEntry* entry = find_entry(from, id);
    if (entry == nullptr) return failure("directory.unknown-entry", id);
    Directory changed = from;
    const Status made = change(changed.entries[static_cast<std::size_t>(entry - from.entries.data())]);
    if (!made) return made.error();
    return checked(std::move(changed));
}

/// The directory after `change(key)`.
template <class Change>
Result<Directory> with_key(const Directory& from, std::string_view id, std::string_view name, const Change& change) {
    return with_entry(from, id, [&](DirectoryEntry& entry) -> Status {
        const auto key = std::find_if(entry.keys.begin(), entry.keys.end(),
                                      [name](const DirectoryKey& one) { return key_name(one) == name; });
        if (key == entry.keys.end()) return failure("directory.unknown-key", id);
        return change(entry, static_cast<std::size_t>(key - entry.keys.begin()));
    });
}

/// The directory after `change(entry, holder)`.
template <class Change>
Result<Directory> with_holder(const Directory& from, std::string_view id, std::string_view name, const Change& change) {
    return with_entry(from, id, [&](DirectoryEntry& entry) -> Status {
        const auto holder = std::find_if(entry.holders.begin(), entry.holders.end(),
                                         [name](const Holder& one) { return one.name == name; });
        if (holder == entry.holders.end()) return failure("directory.unknown-holder", id);
        change(entry, holder);
        return done();
    });
}

} // namespace

Result<Directory> new_directory(std::string_view territory, std::string_view signer, const Date& today) {
    Directory directory;
    directory.territory = territory;
    directory.issued = today;
    directory.valid_until = add_days(today, directory_limits::validity_days);
    directory.signer = signer;
    return checked(std::move(directory));
}

Result<Directory> reissue(const Directory& from, std::string_view signer, const Date& today) {
    Directory next = from;
    ++next.version;
    next.issued = today;
    next.valid_until = add_days(today, directory_limits::validity_days);
    next.signer = signer;
    if (next.successor == signer) next.successor.clear();
    return checked(std::move(next));
}

Result<Directory> name_successor(const Directory& from, std::string_view signing_key) {
    Directory changed = from;
    changed.successor = signing_key;
    return checked(std::move(changed));
}

Result<Directory> forget_successor(const Directory& from) { return name_successor(from, {}); }

Result<Directory> revoke_signer(const Directory& from, std::string_view signing_key) {
    Directory changed = from;
    changed.revoked_signers.emplace_back(signing_key);
    return checked(std::move(changed));
}

std::string free_id(const Directory& directory, std::string_view words) {
    constexpr std::size_t room_for_number = 6; // "-20000"
    std::string id = search_key(words);
    std::replace(id.begin(), id.end(), ' ', '-');
    if (id.size() > directory_limits::id_length - room_for_number)
        id.resize(directory_limits::id_length - room_for_number);
    while (!id.empty() && id.back() == '-') id.pop_back();
    if (id.empty()) id = "x"; // of letters that are not of this alphabet
    std::string free = id;
    for (std::size_t number = 2; find_entry(directory, free) != nullptr; ++number)
        free = id + "-" + std::to_string(number);
    return free;
}

Result<Directory> add_entry(const Directory& from, DirectoryEntry entry) {
    Directory changed = from;
    const auto next = std::find_if(changed.entries.begin(), changed.entries.end(),
                                   [&entry](const DirectoryEntry& one) { return entry.id < one.id; });
    changed.entries.insert(next, std::move(entry));
    return checked(std::move(changed));
}

Result<Directory> change_entry(const Directory& from, const DirectoryEntry& facts) {
    return with_entry(from, facts.id, [&facts](DirectoryEntry& entry) {
        entry.role = facts.role;
        entry.structure = facts.structure;
        entry.service = facts.service;
        entry.mail = facts.mail;
        entry.phone = facts.phone;
        return done();
    });
}

Result<Directory> remove_entry(const Directory& from, std::string_view id) {
    const DirectoryEntry* entry = find_entry(from, id);
    if (entry == nullptr) return failure("directory.unknown-entry", id);
    if (std::any_of(entry->keys.begin(), entry->keys.end(),
                    [](const DirectoryKey& key) { return key.state == DirectoryKey::State::Revoked; }))
        return failure("directory.key-state", id);
    Directory changed = from;
    changed.entries.erase(changed.entries.begin() + (entry - from.entries.data()));
    return checked(std::move(changed));
}

Result<Directory> add_key(const Directory& from, std::string_view id, DirectoryKey key) {
    return with_entry(from, id, [&key](DirectoryEntry& entry) {
        entry.keys.push_back(std::move(key));
        return done();
    });
}

Result<Directory> replace_key(const Directory& from, std::string_view id, std::string_view name, DirectoryKey next,
                              const Date& day) {
    return with_key(from, id, name, [&](DirectoryEntry& entry, std::size_t index) -> Status {
        DirectoryKey& old = entry.keys[index];
        if (old.state != DirectoryKey::State::Active) return failure("directory.key-state", id);
        old.state = DirectoryKey::State::Replaced;
        old.ended = day;
        old.replaced_by = key_name(next);
        entry.keys.push_back(std::move(next));
        return done();
    });
}

Result<Directory> revoke_key(const Directory& from, std::string_view id, std::string_view name, const Date& day) {
    return with_key(from, id, name, [&](DirectoryEntry& entry, std::size_t index) -> Status {
        DirectoryKey& key = entry.keys[index];
        if (key.state == DirectoryKey::State::Revoked) return failure("directory.key-state", id);
        key.state = DirectoryKey::State::Revoked;
        key.ended = day;
        key.replaced_by.clear();
        return done();
    });
}

Result<Directory> add_holder(const Directory& from, std::string_view id, Holder holder) {
    return with_entry(from, id, [&holder](DirectoryEntry& entry) {
        entry.holders.push_back(std::move(holder));
        return done();
    });
}

Result<Directory> remove_holder(const Directory& from, std::string_view id, std::string_view name) {
    return with_holder(from, id, name, [](DirectoryEntry& entry, auto holder) { entry.holders.erase(holder); });
}

Result<Directory> set_presence(const Directory& from, std::string_view id, const Holder& holder) {
    return with_holder(from, id, holder.name, [&holder](DirectoryEntry&, auto place) { *place = holder; });
}

} // namespace pli
