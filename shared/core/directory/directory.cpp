#include "core/directory/directory.hpp"

#include <algorithm>

namespace pli {

namespace {

/// The first of a list that `fits`, or nullptr.
template <class List, class Fits> auto* first_of(const List& list, const Fits& fits) {
    const auto found = std::find_if(list.begin(), list.end(), fits);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const std::string& key_name(const DirectoryKey& key) { return key.recipient.empty() ? key.signing : key.recipient; }

const DirectoryEntry* find_entry(const Directory& directory, std::string_view id) {
    const auto& entries = directory.entries;
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), id, [](const DirectoryEntry& entry, std::string_view sought) {
            return std::string_view(entry.id) < sought;
        });
    return found != entries.end() && found->id == id ? &*found : nullptr;
}

const DirectoryKey* find_key(const DirectoryEntry& entry, std::string_view name) {
    return first_of(entry.keys, [name](const DirectoryKey& key) { return key_name(key) == name; });
}

const Holder* find_holder(const DirectoryEntry& entry, std::string_view name) {
    return first_of(entry.holders, [name](const Holder& holder) { return holder.name == name; });
}

bool is_present(const Holder& holder, const Date& day) {
    if (holder.presence == Holder::Presence::Present || !holder.from || day < *holder.from) return true;
    return holder.presence == Holder::Presence::Absent && holder.until && day > *holder.until;
}

} // namespace pli
