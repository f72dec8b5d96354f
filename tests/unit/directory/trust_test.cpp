// Which directories are believed: one test for each reason to refuse one.
#include "core/directory/trust.hpp"

#include "core/directory/edits.hpp"
#include "unit/directory/sample.hpp"

using namespace pli;
using namespace pli::test;

namespace {

class DirectoryTrusted : public testing::Test {
  protected:
    WatchedCrypto crypto;
    Directory directory = sample();
    std::uint8_t signer = 100;
    DirectoryDays days{{2026, 12, 1}, {2026, 11, 1}};
    DirectoryTrust trust{"pas-de-calais", {key(100)}, {}, 1, std::nullopt};

    static VerifyingKey key(std::uint8_t byte) { return parse_verifying_key(signing_text(byte)).value(); }

    SignedDirectory signed_files() {
        return must(sign_directory(crypto, signing_key(crypto, signer), directory, pas_de_calais()));
    }
    /// Signs whatever text, as a careless or hostile holder of the key might.
    Result<VerifiedDirectory> judged(const std::string& text, const std::string& comment) {
        const std::string minisig = must(sign(crypto, signing_key(crypto, signer), bytes_of(text), comment));
        return verify_directory(crypto, text, minisig, trust, days);
    }
    Result<VerifiedDirectory> judged() {
        const SignedDirectory files = signed_files();
        return verify_directory(crypto, files.text, files.minisig, trust, days);
    }
};

TEST_F(DirectoryTrusted, IsTheOneThatWasSigned) {
    const auto verified = judged();
    ASSERT_EQ(told(verified), "accepted");
    EXPECT_EQ(verified.value().content, directory);
    EXPECT_EQ(verified.value().version.version, 3);
    EXPECT_EQ(verified.value().version.sha256, hex_encode(crypto.sha256(bytes_of(signed_files().text))));
}

TEST_F(DirectoryTrusted, HasTheFilesItAlwaysHad) {
    expect_golden("annuaire.json", signed_files().text);
    expect_golden("annuaire.json.minisig", signed_files().minisig);
    EXPECT_EQ(trusted_comment(directory), "pli/annuaire/1 pas-de-calais version 3");
}

TEST_F(DirectoryTrusted, IsRefusedWhenItIsNotSigned) {
    EXPECT_EQ(told(verify_directory(crypto, signed_files().text, "", trust, days)), "directory.unsigned ");
    EXPECT_EQ(told(verify_directory(crypto, signed_files().text, "signé", trust, days)), "minisig.syntax line 1");
}

TEST_F(DirectoryTrusted, IsRefusedWhenAnUnknownKeySignedIt) {
    trust.keys = {key(102)};
    EXPECT_EQ(told(judged()), "directory.unknown-signer ");
    trust.keys.clear();
    EXPECT_EQ(told(judged()), "directory.unknown-signer ");
}

TEST_F(DirectoryTrusted, IsRefusedWhenAKeyOnlyClaimsToBeTheTrustedOne) {
    trust.keys = {key(102)};
    trust.keys[0].number = key(100).number;
    EXPECT_EQ(told(judged()), "directory.altered ") << "keys are compared whole";
}

TEST_F(DirectoryTrusted, IsRefusedWhenItWasAltered) {
    SignedDirectory files = signed_files();
    files.text[files.text.find("exemple")] = 'E';
    EXPECT_EQ(told(verify_directory(crypto, files.text, files.minisig, trust, days)), "directory.altered ");
    files = signed_files();
    files.minisig.replace(files.minisig.find("version 3"), 9, "version 4");
    EXPECT_EQ(told(verify_directory(crypto, files.text, files.minisig, trust, days)), "directory.altered ");
    files = signed_files();
    files.text.pop_back();
    EXPECT_EQ(told(verify_directory(crypto, files.text, files.minisig, trust, days)), "directory.altered ");
}

TEST_F(DirectoryTrusted, IsRefusedOnceItsSignerIsRevoked) {
    trust.revoked = {key(100)};
    EXPECT_EQ(told(judged()), "directory.revoked-signer ");
    trust.keys.clear();
    EXPECT_EQ(told(judged()), "directory.revoked-signer ") << "known, and known to be bad";
    trust.keys = {key(100)};
    trust.revoked[0].number.fill(7);
    EXPECT_EQ(told(judged()), "directory.revoked-signer ") << "a number is free to choose";
}

TEST_F(DirectoryTrusted, IsRefusedWithTheCommentOfAnotherFile) {
    const std::string text = signed_files().text;
    EXPECT_EQ(told(judged(text, "pli/annuaire/1 pas-de-calais version 3")), "accepted");
    for (const std::string comment :
         {"", "pli/fiche/1 0011", "pli/annuaire/12 pas-de-calais version 3", "pli/annuaire/1 nord version 3",
          "pli/annuaire/1 pas-de-calais version 4", "pli/annuaire/1 pas-de-calais version 3 "})
        EXPECT_EQ(told(judged(text, comment)), "directory.comment ") << comment;
}

TEST_F(DirectoryTrusted, IsRefusedWithItsFirstFaultAlthoughSigned) {
    std::string text = signed_files().text;
    text.replace(text.find("2027-02-20"), 10, "2027-02-21");
    EXPECT_EQ(told(judged(text, trusted_comment(directory))), "directory.validity /annuaire/expire");
    EXPECT_EQ(told(judged("{}", trusted_comment(directory))), "directory.format ");
    EXPECT_EQ(told(judged(std::string(directory_limits::bytes + 1, ' '), "")), "directory.too-large ");
}

TEST_F(DirectoryTrusted, IsRefusedWhenItNamesAnotherSigner) {
    directory.signer = signing_text(102);
    const std::string text = must(write_directory(directory));
    EXPECT_EQ(told(judged(text, trusted_comment(directory))), "directory.signer ");
}

TEST_F(DirectoryTrusted, IsRefusedForAnotherTerritory) {
    trust.territory = "nord";
    const auto verified = judged();
    EXPECT_EQ(told(verified), "directory.territory ");
    EXPECT_EQ(param(verified, "territory"), "pas-de-calais");
}

TEST_F(DirectoryTrusted, IsRefusedWhenOlderThanThePackWants) {
    trust.minimum_version = 3;
    EXPECT_EQ(told(judged()), "accepted");
    trust.minimum_version = 4;
    EXPECT_EQ(told(judged()), "directory.rolled-back ");
}

TEST_F(DirectoryTrusted, IsRefusedWhenOlderThanTheOneKnown) {
    trust.known = KnownVersion{4, std::string(64, '0')};
    const auto verified = judged();
    EXPECT_EQ(told(verified), "directory.rolled-back ");
    EXPECT_EQ(param(verified, "version") + " " + param(verified, "known"), "3 4");
    trust.known->version = 2;
    EXPECT_EQ(told(judged()), "accepted");
}

TEST_F(DirectoryTrusted, IsRefusedWhenTheSameVersionHasAnotherContent) {
    trust = trust_after(trust, must(judged()));
    EXPECT_EQ(told(judged()), "accepted") << "the same file again";
    directory.entries.pop_back();
    EXPECT_EQ(told(judged()), "directory.same-version ");
    directory.version = 4;
    EXPECT_EQ(told(judged()), "accepted");
}

TEST_F(DirectoryTrusted, IsRefusedBeforeItsFirstAndAfterItsLastDay) {
    days.today = issued;
    EXPECT_EQ(told(judged()), "accepted");
    days.today = last_day;
    EXPECT_EQ(told(judged()), "accepted");
    days.today = add_days(last_day, 1);
    EXPECT_EQ(told(judged()), "directory.expired ");
    EXPECT_EQ(param(judged(), "day"), "20/02/2027");
    days.today = add_days(issued, -1);
    EXPECT_EQ(told(judged()), "directory.not-yet ");
    EXPECT_EQ(param(judged(), "day"), "22/11/2026");
}

TEST_F(DirectoryTrusted, IsRefusedWhileTheClockIsBehindTheBuild) {
    days.built = days.today;
    EXPECT_EQ(told(judged()), "accepted");
    days.built = add_days(days.today, 1);
    EXPECT_EQ(told(judged()), "directory.clock ");
    EXPECT_EQ(param(judged(), "day"), "02/12/2026");
}

TEST_F(DirectoryTrusted, MayBeSignedByTheSuccessorThatAnEarlierOneNamed) {
    const VerifiedDirectory first = must(judged());
    directory = must(reissue(directory, signing_text(101), days.today));
    signer = 101;
    EXPECT_EQ(told(judged()), "directory.unknown-signer ") << "whoever never saw the first one";
    trust = trust_after(trust, first);
    EXPECT_EQ(told(judged()), "accepted");
    EXPECT_EQ(directory.successor, "");
}

TEST_F(DirectoryTrusted, NeverAgainFromAKeyThatItsSuccessorRevoked) {
    trust = trust_after(trust, must(judged()));
    const SignedDirectory old = signed_files();
    directory = must(revoke_signer(must(reissue(directory, signing_text(101), days.today)), signing_text(100)));
    signer = 101;
    trust = trust_after(trust, must(judged()));
    trust.known.reset(); // even for somebody who forgot which version is known
    EXPECT_EQ(told(verify_directory(crypto, old.text, old.minisig, trust, days)), "directory.revoked-signer ");
}

TEST_F(DirectoryTrusted, IsNotSignedByAnyButTheKeyItNames) {
    const auto refused = [this](std::uint8_t byte) {
        return told(sign_directory(crypto, signing_key(crypto, byte), directory, pas_de_calais()));
    };
    EXPECT_EQ(refused(101), "directory.signer ");
    directory.entries[0].role = "inconnu";
    EXPECT_EQ(refused(100), "directory.unknown-role /inscriptions/0/role");
    directory.entries[0].mail = "?";
    EXPECT_EQ(refused(100), "directory.bad-value /inscriptions/0/mail");
    directory.territory = "nord";
    EXPECT_EQ(refused(100), "directory.territory ");
}

TEST(DirectoryAnchors, ComeFromThePackAlone) {
    Territory territory = pas_de_calais();
    EXPECT_EQ(told(trust_of(territory)), "directory.no-anchor ");
    territory.directory = DirectoryAnchor{{signing_text(100)}, {signing_text(99)}, 7};
    const DirectoryTrust trust = must(trust_of(territory));
    EXPECT_EQ(trust.territory, "pas-de-calais");
    EXPECT_EQ(verifying_key_text(trust.keys.at(0)), signing_text(100));
    EXPECT_EQ(verifying_key_text(trust.revoked.at(0)), signing_text(99));
    EXPECT_EQ(trust.minimum_version, 7);
    territory.directory->keys[0].pop_back();
    EXPECT_EQ(told(trust_of(territory)), "verifying-key.syntax ");
}

} // namespace
