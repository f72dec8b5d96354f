#include "core/directory/queries.hpp"

#include "core/identifiers/search_key.hpp"
#include "core/seal/minisign.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pli {

namespace {

/// The words of a text's search key, which single spaces part.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    const std::string key = search_key(text);
    for (std::size_t start = 0; start < key.size();) {
        const std::size_t end = std::min(key.find(' ', start), key.size());
        words.push_back(key.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

/// Everything about an entry that a person may look for, already folded.
std::string searched_text(const DirectoryEntry& entry, const std::string& structure, const std::string& service) {
    std::string all = structure + "\n" + service + "\n" + search_key(entry.mail) + "\n" + search_key(entry.id);
    for (const Holder& holder : entry.holders) all.append("\n").append(search_key(holder.name));
    return all;
}

/// What a key is found by. The number of a signing key is free to choose: keys with one point are one key.
std::string found_by(std::string_view text) {
    const Result<VerifyingKey> key = parse_verifying_key(text);
    return key ? verifying_key_text({{}, key.value().point}) : std::string(text);
}

Error failure(std::string_view code, const DirectoryEntry& entry, Params params = {}) {
    return {std::string(code), entry.id, std::move(params)};
}

/// The last key of the entry that can be sealed to on that day.
std::optional<std::size_t> usable_key(const DirectoryEntry& entry, const Date& day) {
    for (std::size_t i = entry.keys.size(); i-- > 0;) {
        const DirectoryKey& key = entry.keys[i];
        if (!key.recipient.empty() && standing_of(key, day) == KeyStanding::Known) return i;
    }
    return std::nullopt;
}

/// Why nobody reads what the entry receives on that day; nothing when somebody does.
std::optional<Error> absence(const DirectoryEntry& entry, const Date& day) {
    const auto& holders = entry.holders;
    if (holders.empty()) return std::nullopt;
    bool all_left = true;
    std::optional<Date> first_return; // nothing as long as no day is known
    for (const Holder& holder : holders) {
        if (is_present(holder, day)) return std::nullopt;
        if (holder.presence == Holder::Presence::Left) continue;
        all_left = false;
        if (holder.until && (!first_return || *holder.until < *first_return)) first_return = holder.until;
    }
    if (all_left) return failure("directory.all-left", entry);
    if (!first_return) return failure("directory.all-absent", entry);
    return failure("directory.absent-until", entry, {{"day", french_date(*first_return)}});
}

} // namespace

KeyStanding standing_of(const DirectoryKey& key, const Date& day) {
    if (key.state == DirectoryKey::State::Revoked) return KeyStanding::Revoked;
    if (day < key.from) return KeyStanding::NotYet;
    if (key.state == DirectoryKey::State::Replaced && key.ended && day >= *key.ended) return KeyStanding::Replaced;
    return day > key.until ? KeyStanding::Expired : KeyStanding::Known;
}

RoleRecipient recipient_at(const Directory& directory, std::size_t index, const Date& day) {
    const DirectoryEntry& entry = directory.entries[index];
    RoleRecipient found{index, 0, absence(entry, day)};
    if (found.unusable) return found;
    if (const auto key = usable_key(entry, day)) {
        found.key = *key;
        return found;
    }
    const bool has_any = std::any_of(entry.keys.begin(), entry.keys.end(),
                                     [](const DirectoryKey& key) { return !key.recipient.empty(); });
    found.unusable = failure(has_any ? "directory.no-valid-key" : "directory.no-key", entry);
    return found;
}

bool may_sign_as(const DirectoryEntry& entry, std::string_view role, std::string_view structure) {
    if (!role.empty() && entry.role != role) return false;
    const std::string stated = search_key(structure);
    if (stated.empty()) return true;
    const std::string own = search_key(entry.structure);
    const std::string service = search_key(entry.service);
    const auto is_stated = [&stated](const std::string& name) { return stated == name; };
    return is_stated(own) || is_stated(service) || is_stated(own + " " + service) || is_stated(service + " " + own);
}

DirectoryIndex::DirectoryIndex(const Directory& directory) {
    for (std::size_t i = 0; i < directory.entries.size(); ++i) {
        const DirectoryEntry& entry = directory.entries[i];
        std::string structure = search_key(entry.structure);
        std::string service = search_key(entry.service);
        std::string all = searched_text(entry, structure, service);
        folded_.push_back({std::move(structure), std::move(service), std::move(all)});
        order_.push_back(i);
        for (std::size_t k = 0; k < entry.keys.size(); ++k)
            for (const std::string* text : {&entry.keys[k].recipient, &entry.keys[k].hybrid, &entry.keys[k].signing})
                if (!text->empty()) owners_.emplace(found_by(*text), Place{i, k});
    }
    std::sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
        return std::tie(folded_[a].structure, folded_[a].service, a) <
               std::tie(folded_[b].structure, folded_[b].service, b);
    });
    for (std::size_t i = 0; i < order_.size(); ++i)
        if (i == 0 || folded_[order_[i]].structure != folded_[order_[i - 1]].structure)
            structures_.push_back(directory.entries[order_[i]].structure);
}

std::vector<std::size_t> DirectoryIndex::search(const Directory& directory, const DirectoryQuery& query) const {
    std::vector<std::size_t> found;
    if (!query.territory.empty() && query.territory != directory.territory) return found;
    const std::string structure = search_key(query.structure);
    const std::vector<std::string> words = words_of(query.search);
    for (const std::size_t index : order_) {
        const Folded& folded = folded_[index];
        if (!query.role.empty() && directory.entries[index].role != query.role) continue;
        if (!query.structure.empty() && folded.structure != structure) continue;
        const auto is_there = [&folded](const std::string& word) { return folded.all.find(word) != std::string::npos; };
        if (std::all_of(words.begin(), words.end(), is_there)) found.push_back(index);
    }
    return found;
}

KeyHolder DirectoryIndex::holder_of_key(const Directory& directory, std::string_view key, const Date& day) const {
    const auto owner = owners_.find(found_by(key));
    if (owner == owners_.end()) return {};
    const auto& [entry, index] = owner->second;
    return {standing_of(directory.entries[entry].keys[index], day), entry, index};
}

std::vector<RoleRecipient> DirectoryIndex::recipients_for(const Directory& directory, std::string_view role,
                                                          const Date& day) const {
    std::vector<RoleRecipient> recipients;
    for (const std::size_t index : order_)
        if (directory.entries[index].role == role) recipients.push_back(recipient_at(directory, index, day));
    return recipients;
}

} // namespace pli
