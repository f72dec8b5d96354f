#include "core/state/search.hpp"

#include "core/identifiers/search_key.hpp"

#include <algorithm>
#include <string>

namespace pli {

namespace {

/// The words of a search key, which single spaces part.
std::vector<std::string> words_of(std::string_view sought) {
    std::vector<std::string> words(1);
    for (const char c : search_key(sought)) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    return words;
}

} // namespace

std::vector<const Option*> found_options(const Item& item, std::string_view sought) {
    const std::vector<std::string> words = words_of(sought);
    std::vector<const Option*> found;
    for (const Option& option : item.options) {
        const std::string key = search_key(option.value) + " " + search_key(option.label);
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&](const std::string& word) { return key.find(word) != std::string::npos; });
        if (fits && option.value != item.search) found.push_back(&option);
    }
    return found;
}

} // namespace pli
