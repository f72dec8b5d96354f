#include "core/seal/passphrase.hpp"

#include "unit/seal/workshop.hpp"

#include <cmath>
#include <set>

using namespace pli;
using test::param;
using test::verdict;

namespace {

/// 2048 made-up words: three letters of a base-26 number after a common start.
std::vector<std::string> made_up_words(std::size_t count = word_list_size) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i) {
        std::string word = "mot";
        for (std::size_t rest = i, digit = 0; digit < 3; ++digit, rest /= 26)
            word += static_cast<char>('a' + rest % 26);
        words.push_back(word);
    }
    return words;
}

class Passphrase : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
    std::vector<std::string> words = made_up_words();
};

TEST_F(Passphrase, HasEightWordsOfTheList) {
    const auto passphrase = make_passphrase(crypto, words);
    ASSERT_TRUE(passphrase.ok());
    EXPECT_EQ(passphrase.value().size(), 8U);
    for (const std::string& word : passphrase.value())
        EXPECT_NE(std::find(words.begin(), words.end(), word), words.end()) << word;
}

TEST_F(Passphrase, IsWorthEightyEightBits) {
    EXPECT_EQ(static_cast<double>(passphrase_words) * std::log2(static_cast<double>(word_list_size)), 88.0);
}

TEST_F(Passphrase, DrawsFromTheWholeList) {
    std::set<std::string> drawn;
    std::set<std::vector<std::string>> passphrases;
    for (int i = 0; i < 1500; ++i) {
        const auto passphrase = make_passphrase(crypto, words).value();
        drawn.insert(passphrase.begin(), passphrase.end());
        passphrases.insert(passphrase);
    }
    EXPECT_GT(drawn.size(), 2030U) << "of 12000 words drawn, few of the 2048 are never seen";
    EXPECT_EQ(passphrases.size(), 1500U) << "no passphrase twice";
}

TEST_F(Passphrase, NeedsAListOfTheAnnouncedStrength) {
    for (const std::size_t count : {0U, 1U, 2047U, 2049U}) {
        const auto refused = make_passphrase(crypto, made_up_words(count));
        EXPECT_EQ(verdict(refused), "passphrase.word-list") << count;
        EXPECT_EQ(param(refused, "count"), std::to_string(count));
    }
    words[2047] = words[0];
    const auto repeated = make_passphrase(crypto, words);
    EXPECT_EQ(verdict(repeated), "passphrase.word-list");
    EXPECT_EQ(param(repeated, "count"), "2047");
}

TEST_F(Passphrase, NeedsWordsThatAreWrittenInOneWayOnly) {
    for (const std::string word : {"", "é", "abaissér", "Abandon", "porte-clef", "deux mots", "mot\n", "mot2"}) {
        words[7] = word;
        EXPECT_EQ(verdict(make_passphrase(crypto, words)), "passphrase.word-list") << word;
    }
}

TEST_F(Passphrase, LeavesNoDrawnBytesBehind) {
    crypto.wiped.clear();
    ASSERT_TRUE(make_passphrase(crypto, words).ok());
    ASSERT_EQ(crypto.wiped.size(), 1U);
    EXPECT_EQ(crypto.wiped.front().size(), 2 * passphrase_words);
}

} // namespace
