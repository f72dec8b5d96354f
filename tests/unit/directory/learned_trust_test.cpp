// What was learned from directories, as it is kept.
#include "core/directory/learned_trust.hpp"

#include "core/directory/edits.hpp"
#include "unit/directory/sample.hpp"

using namespace pli;
using namespace pli::test;

namespace {

class LearnedFromDirectories : public testing::Test {
  protected:
    WatchedCrypto crypto;
    DirectoryDays days{{2026, 12, 1}, {2026, 11, 1}};
    Territory territory = pas_de_calais();

    void SetUp() override { territory.directory = DirectoryAnchor{{signing_text(100)}, {}, 1}; }

    Result<VerifiedDirectory> judged(const Directory& directory, std::uint8_t signer,
                                     const std::vector<LearnedTrust>& learned) {
        const SignedDirectory files = must(sign_directory(crypto, signing_key(crypto, signer), directory, territory));
        return verify_directory(crypto, files.text, files.minisig, must(trust_of(territory, learned)), days);
    }
    std::vector<LearnedTrust> accepted(const Directory& directory, std::uint8_t signer,
                                       const std::vector<LearnedTrust>& before = {}) {
        return learned_after(before, territory, must(trust_of(territory, before)),
                             must(judged(directory, signer, before)));
    }
    static std::string kept_as(const std::string& text) {
        const auto read = read_learned_trust(text);
        return read ? "accepted" : read.error().code;
    }
    static std::string with(std::string text, const std::string& part, const std::string& instead) {
        const std::size_t at = text.find(part);
        EXPECT_NE(at, std::string::npos) << part;
        return text.replace(at, part.size(), instead);
    }
};

TEST_F(LearnedFromDirectories, IsReadBackAsItWasKept) {
    const auto learned = accepted(sample(), 100);
    ASSERT_EQ(learned.size(), 1U);
    EXPECT_EQ(learned[0].known.version, 3);
    EXPECT_EQ(learned[0].successors, std::vector<std::string>{signing_text(101)});
    EXPECT_EQ(learned[0].revoked, std::vector<std::string>{signing_text(99)});
    EXPECT_EQ(must(read_learned_trust(write_learned_trust(learned))), learned);
    EXPECT_EQ(write_learned_trust({}), "");
    EXPECT_EQ(must(read_learned_trust("")), std::vector<LearnedTrust>());
}

TEST_F(LearnedFromDirectories, RefusesAStepBack) {
    const auto learned = accepted(must(reissue(sample(), signing_text(100), issued)), 100);
    EXPECT_EQ(told(judged(sample(), 100, learned)), "directory.rolled-back ");
    EXPECT_EQ(told(judged(sample(), 100, {})), "accepted");
}

TEST_F(LearnedFromDirectories, BelievesASuccessorAndForgetsNoOther) {
    const Directory next = must(reissue(sample(), signing_text(101), issued));
    EXPECT_EQ(told(judged(next, 101, {})), "directory.unknown-signer ");
    const auto first = accepted(sample(), 100);
    const auto second = accepted(next, 101, first);
    EXPECT_EQ(second[0].successors, std::vector<std::string>{signing_text(101)});
    EXPECT_EQ(second[0].known.version, 4);
}

TEST_F(LearnedFromDirectories, BelievesNoRevokedSigner) {
    const Directory next = must(revoke_signer(must(reissue(sample(), signing_text(101), issued)), signing_text(100)));
    const auto learned = accepted(next, 101, accepted(sample(), 100));
    const Directory last = must(reissue(sample(), signing_text(100), {2026, 12, 1}));
    EXPECT_EQ(told(judged(last, 100, learned)), "directory.revoked-signer ");
}

TEST_F(LearnedFromDirectories, KeepsTerritoriesApartAndInOrder) {
    auto learned = accepted(sample(), 100);
    learned.insert(learned.begin(), {"nord", {7, std::string(64, 'a')}, {}, {}});
    const auto after = accepted(must(reissue(sample(), signing_text(100), issued)), 100, learned);
    ASSERT_EQ(after.size(), 2U);
    EXPECT_EQ(after[0], learned[0]);
    EXPECT_EQ(after[1].known.version, 4);
    EXPECT_EQ(kept_as(write_learned_trust(after)), "accepted");
}

TEST_F(LearnedFromDirectories, IsDamagedWhenAnythingElseStandsThere) {
    const std::string text = write_learned_trust(accepted(sample(), 100));
    EXPECT_EQ(kept_as(text), "accepted");
    EXPECT_EQ(kept_as(with(text, "pli/confiance/1", "pli/confiance/2")), "directory.trust-newer");
    const std::string damaged = "directory.trust-damaged";
    EXPECT_EQ(kept_as(text.substr(0, text.size() - 1)), damaged) << "cut";
    EXPECT_EQ(kept_as("{}"), damaged);
    EXPECT_EQ(kept_as(" " + text), damaged) << "written otherwise";
    EXPECT_EQ(kept_as(with(text, "pli/confiance/1", "autre")), damaged);
    EXPECT_EQ(kept_as(with(text, "\"version\":3", "\"version\":0")), damaged);
    EXPECT_EQ(kept_as(with(text, "\"version\":3", "\"version\":3,\"x\":1")), damaged);
    EXPECT_EQ(kept_as(with(text, "pas-de-calais", "Pas-de-Calais")), damaged);
    EXPECT_EQ(kept_as(with(text, signing_text(101), "RWx")), damaged) << "no key";
    EXPECT_EQ(kept_as(with(text, "\"sha256\":\"", "\"sha256\":\"z")), damaged);
    const auto one = must(read_learned_trust(text));
    EXPECT_EQ(kept_as(write_learned_trust({one[0], one[0]})), damaged) << "twice";
    EXPECT_EQ(kept_as(text + std::string(std::size_t{2} << 20U, ' ')), damaged) << "oversized";
}

TEST_F(LearnedFromDirectories, NeedsATerritoryThatHasADirectory) {
    territory.directory.reset();
    EXPECT_EQ(told(trust_of(territory, {})), "directory.no-anchor ");
}

} // namespace
