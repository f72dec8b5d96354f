// Where a fiche comes from: what is signed can be neither changed, nor taken away, nor put into another's place.
#include "core/seal/origin.hpp"

#include "unit/seal/workshop.hpp"

#include <functional>

namespace pli {
namespace {

using test::sample_bytes;
using test::WatchedCrypto;

class Origin : public testing::Test {
  protected:
    WatchedCrypto crypto;
    SigningKey key = new_signing_key(crypto);
    std::string key_text = verifying_key_text(key.verifying());
    std::string id = std::string(32, 'd');
    Bytes json = sample_bytes(400, 1), pdf = sample_bytes(3000, 2);

    FicheSignatures signatures = sign_fiche(crypto, key, json, pdf, id).value();
    Bundle bundle{json, pdf, bytes_of(signatures.json), bytes_of(signatures.pdf)};

    std::string verdict_on(const Bundle& changed, const OriginClaim& claim) {
        const Status status = check_origin(crypto, changed, claim);
        if (status) return "accepted";
        return status.error().code + (status.error().place.empty() ? "" : " " + status.error().place);
    }
    std::string verdict_on(const Bundle& changed) { return verdict_on(changed, {key_text, id}); }
};

TEST_F(Origin, OfWhatWasSignedIsItsKey) { EXPECT_EQ(verdict_on(bundle), "accepted"); }

TEST_F(Origin, OfAnUnsignedFicheIsNobody) { EXPECT_EQ(verdict_on({json, pdf}, {"", id}), "accepted"); }

TEST_F(Origin, AnotherFicheIsNoticed) {
    json[5] ^= 1U;
    EXPECT_EQ(verdict_on(bundle), "minisig.content fiche.json.minisig");
}

TEST_F(Origin, AnotherPdfIsNoticed) {
    const Bytes other = sample_bytes(3000, 3);
    EXPECT_EQ(verdict_on({json, other, bundle.json_signature, bundle.pdf_signature}),
              "minisig.content fiche.pdf.minisig");
}

TEST_F(Origin, SignaturesInEachOthersPlaceAreNoticed) {
    EXPECT_EQ(verdict_on({json, pdf, bundle.pdf_signature, bundle.json_signature}),
              "minisig.content fiche.json.minisig");
}

TEST_F(Origin, APdfOfAnotherDocumentOfTheSameSignerIsNoticed) {
    const Bytes other = sample_bytes(3000, 3);
    const FicheSignatures elsewhere = sign_fiche(crypto, key, json, other, std::string(32, 'e')).value();
    EXPECT_EQ(verdict_on({json, other, bundle.json_signature, bytes_of(elsewhere.pdf)}),
              "origin.document fiche.pdf.minisig");
    EXPECT_EQ(verdict_on({json, other, bytes_of(elsewhere.json), bytes_of(elsewhere.pdf)}),
              "origin.document fiche.json.minisig");
}

TEST_F(Origin, SignaturesThatWereTakenAwayAreMissed) { EXPECT_EQ(verdict_on({json, pdf}), "origin.unsigned"); }

TEST_F(Origin, SignaturesOfAFicheThatNamesNobodyAreRefused) {
    EXPECT_EQ(verdict_on(bundle, {"", id}), "origin.unnamed");
}

TEST_F(Origin, AnothersSignatureIsNoticed) {
    const SigningKey other = new_signing_key(crypto);
    EXPECT_EQ(verdict_on(bundle, {verifying_key_text(other.verifying()), id}), "minisig.other-key fiche.json.minisig");
}

TEST_F(Origin, AKeyNumberProvesNothing) {
    SigningKey forger = new_signing_key(crypto);
    forger.number = key.number;
    const FicheSignatures forged = sign_fiche(crypto, forger, json, pdf, id).value();
    EXPECT_EQ(verdict_on({json, pdf, bytes_of(forged.json), bytes_of(forged.pdf)}),
              "minisig.content fiche.json.minisig");
}

TEST_F(Origin, AClaimThatIsNoKeyIsRefused) { EXPECT_EQ(verdict_on(bundle, {"RWabc", id}), "origin.key"); }

TEST_F(Origin, ADocumentIsAddressedToTheKeysItNames) {
    const test::KeyPair receiver(crypto, 1), other(crypto, 2);
    const std::vector<std::string> named{other.recipients.front().text, receiver.recipients.front().text};
    EXPECT_TRUE(is_addressed(crypto, receiver.keyring(), true, named));
    EXPECT_FALSE(is_addressed(crypto, receiver.keyring(), true, std::vector{named.front()}));
    EXPECT_FALSE(is_addressed(crypto, receiver.keyring(), true, {})) << "meant for a passphrase";
}

TEST_F(Origin, APassphraseOpensOnlyWhatNamesNoKey) {
    const Keyring keyring{{}, bytes_of("mot"), default_work_factor};
    EXPECT_TRUE(is_addressed(crypto, keyring, false, {}));
    EXPECT_FALSE(is_addressed(crypto, keyring, false, std::vector<std::string>{"age1exemple"}));
}

TEST_F(Origin, TheCommentCannotBeRewritten) {
    std::string rewritten = signatures.json;
    const std::size_t at = rewritten.find(id);
    ASSERT_NE(at, std::string::npos);
    rewritten.replace(at, 32, std::string(32, 'e'));
    EXPECT_EQ(verdict_on({json, pdf, bytes_of(rewritten), bundle.pdf_signature}, {key_text, std::string(32, 'e')}),
              "minisig.comment fiche.json.minisig");
}

} // namespace
} // namespace pli
