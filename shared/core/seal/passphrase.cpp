#include "core/seal/passphrase.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace pli {

namespace {

bool is_word(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

Result<std::vector<std::string>> make_passphrase(Crypto& crypto, std::span<const std::string> words) {
    const std::set<std::string_view> different(words.begin(), words.end());
    const bool complete = words.size() == word_list_size && different.size() == word_list_size;
    if (!complete || !std::all_of(words.begin(), words.end(), is_word))
        return Error{"passphrase.word-list", {}, {{"count", std::to_string(different.size())}}};

    std::array<std::uint8_t, 2 * passphrase_words> drawn{};
    crypto.random(drawn);
    std::vector<std::string> passphrase;
    passphrase.reserve(passphrase_words);
    for (std::size_t i = 0; i < drawn.size(); i += 2) {
        // 2048 divides 65536, so the remainder of two random bytes is even over the list.
        const std::size_t index = (std::size_t{drawn[i]} << 8 | drawn[i + 1]) % word_list_size;
        passphrase.push_back(words[index]);
    }
    crypto.wipe(drawn);
    return passphrase;
}

} // namespace pli
