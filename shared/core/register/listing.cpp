#include "core/register/listing.hpp"

#include "core/identifiers/search_key.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pli {

namespace {

std::vector<std::string> words_of(std::string_view search) {
    const std::string key = search_key(search);
    std::vector<std::string> words;
    for (std::size_t start = 0; start < key.size();) {
        const std::size_t end = std::min(key.find(' ', start), key.size());
        words.push_back(key.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

/// What a column is sorted by; unknown days come first.
std::string sort_key(const Person& person, SortBy column) {
    const UserIdentity& identity = person.identity;
    switch (column) {
    case SortBy::Birth:
        return iso_date(identity.birth);
    case SortBy::Mail:
        return search_key(identity.mail);
    case SortBy::Structure:
        return search_key(identity.structure);
    case SortBy::LastUse:
        return person.last_use ? iso_date(*person.last_use) : std::string();
    case SortBy::State:
        return std::to_string(static_cast<int>(person.habilitation.state));
    case SortBy::Name:
        break;
    }
    return {}; // the order of names, which is there already
}

/// `found` in the order of the column; those that are alike stay as they are.
std::vector<std::size_t> sorted(const Register& habilitations, const ListQuery& query,
                                const std::vector<std::size_t>& found) {
    std::vector<std::pair<std::string, std::size_t>> keyed;
    keyed.reserve(found.size());
    for (const std::size_t person : found)
        keyed.emplace_back(sort_key(habilitations.persons[person], query.sort), person);
    const auto lower = [](const auto& one, const auto& other) { return one.first < other.first; };
    const auto higher = [](const auto& one, const auto& other) { return one.first > other.first; };
    if (query.descending) {
        std::stable_sort(keyed.begin(), keyed.end(), higher);
    } else {
        std::stable_sort(keyed.begin(), keyed.end(), lower);
    }
    std::vector<std::size_t> persons;
    persons.reserve(keyed.size());
    for (const auto& entry : keyed) persons.push_back(entry.second);
    return persons;
}

} // namespace

Listing::Listing(const Register& habilitations, const Date& today) : findings_(audit(habilitations, today)) {
    const auto& persons = habilitations.persons;
    first_finding_.assign(persons.size() + 1, 0);
    for (const Finding& finding : findings_) ++first_finding_[finding.person + 1];
    std::partial_sum(first_finding_.begin(), first_finding_.end(), first_finding_.begin());
    keys_.reserve(persons.size());
    names_.reserve(persons.size());
    for (const Person& person : persons) {
        const UserIdentity& identity = person.identity;
        names_.push_back(search_key(identity.family_name + " " + identity.given_name));
        keys_.push_back(names_.back() + " " +
                        search_key(identity.mail + " " + identity.region + " " + identity.structure));
    }
    by_name_.resize(persons.size());
    std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
    std::stable_sort(by_name_.begin(), by_name_.end(),
                     [&](std::size_t one, std::size_t other) { return names_[one] < names_[other]; });
}

std::vector<std::size_t> Listing::find(const Register& habilitations, const ListQuery& query) const {
    const std::vector<std::string> words = words_of(query.search);
    std::vector<std::size_t> found;
    for (const std::size_t person : by_name_)
        if (shows(habilitations, person, query, words)) found.push_back(person);
    if (query.sort != SortBy::Name) return sorted(habilitations, query, found);
    if (query.descending) std::reverse(found.begin(), found.end());
    return found;
}

bool Listing::shows(const Register& habilitations, std::size_t person, const ListQuery& query,
                    const std::vector<std::string>& words) const {
    if (query.state && habilitations.persons[person].habilitation.state != *query.state) return false;
    const auto first = findings_.begin() + static_cast<std::ptrdiff_t>(first_finding_[person]);
    const auto last = findings_.begin() + static_cast<std::ptrdiff_t>(first_finding_[person + 1]);
    if (query.with_findings && first == last) return false;
    const auto is_asked = [&](const Finding& finding) { return finding.code == *query.code; };
    if (query.code && std::none_of(first, last, is_asked)) return false;
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return keys_[person].find(word) != std::string::npos; });
}

std::vector<Finding> Listing::findings_of(std::size_t person) const {
    return {findings_.begin() + static_cast<std::ptrdiff_t>(first_finding_[person]),
            findings_.begin() + static_cast<std::ptrdiff_t>(first_finding_[person + 1])};
}

std::size_t Listing::count(std::string_view code) const {
    return static_cast<std::size_t>(std::count_if(findings_.begin(), findings_.end(),
                                                  [code](const Finding& finding) { return finding.code == code; }));
}

} // namespace pli
