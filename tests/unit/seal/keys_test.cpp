#include "core/seal/keys.hpp"

#include "core/base/bech32.hpp"
#include "core/base/encoding.hpp"
#include "core/seal/key_files.hpp"
#include "unit/seal/workshop.hpp"

#include <cctype>

using namespace pli;
using test::sample_bytes;
using test::verdict;

namespace {

// The secret is the byte 0x42, thirty-two times; the recipient is what age-keygen -y says of it.
const std::string secret_text = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const std::string public_text = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

std::string capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

class Keys : public testing::Test {
  protected:
    test::WatchedCrypto crypto;

    std::string identity_verdict(std::string_view text) { return verdict(parse_identity(crypto, text)); }
};

TEST_F(Keys, AnIdentityHasTheRecipientThatAgeSays) {
    const auto identity = parse_identity(crypto, secret_text);
    ASSERT_TRUE(identity.ok());
    EXPECT_EQ(identity.value().kind, KeyKind::X25519);
    EXPECT_EQ(identity.value().secret.bytes, test::key_full_of(0x42));
    const auto recipient = recipient_of(crypto, identity.value());
    ASSERT_TRUE(recipient.ok());
    EXPECT_EQ(recipient.value().text, public_text);
    EXPECT_EQ(recipient.value().public_key, parse_recipient(public_text).value().public_key);
}

TEST_F(Keys, AKeyFileIsAsAgeKeygenWritesIt) {
    std::vector<Identity> identities;
    identities.push_back({KeyKind::X25519, SecretKey(crypto, test::key_full_of(0x42))});
    const auto file = identity_file(crypto, identities, "2026-11-25");
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(text_of(file.value().bytes),
              "# created: 2026-11-25\n# public key: " + public_text + "\n" + secret_text + "\n");
}

TEST_F(Keys, NewKeysOfBothKindsAreReadBackFromTheirFile) {
    std::vector<Identity> identities;
    identities.push_back(new_identity(crypto, KeyKind::X25519));
    identities.push_back(new_identity(crypto, KeyKind::Hybrid));
    EXPECT_NE(identities[0].secret.bytes, identities[1].secret.bytes);
    const auto file = identity_file(crypto, identities, "2026-11-25");
    ASSERT_TRUE(file.ok());
    const IdentityList again = parse_identities(crypto, text_of(file.value().bytes));
    EXPECT_TRUE(again.failures.empty());
    ASSERT_EQ(again.identities.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(again.identities[i].kind, identities[i].kind);
        EXPECT_EQ(again.identities[i].secret.bytes, identities[i].secret.bytes);
    }
}

TEST_F(Keys, AHybridKeyFileNeedsXWing) {
    std::vector<Identity> identities;
    identities.push_back(new_identity(crypto, KeyKind::Hybrid));
    crypto.plays_xwing = false;
    EXPECT_EQ(verdict(identity_file(crypto, identities, "2026-11-25")), "seal.hybrid-unsupported");
}

TEST_F(Keys, ARecipientIsReadAsWritten) {
    const auto recipient = parse_recipient(public_text);
    ASSERT_TRUE(recipient.ok());
    EXPECT_EQ(recipient.value().kind, KeyKind::X25519);
    EXPECT_EQ(recipient.value().text, public_text);
    EXPECT_EQ(recipient.value().public_key.size(), 32U);
}

TEST_F(Keys, AHybridRecipientIsKnownByItsPrefix) {
    const std::string text = bech32_encode("age1pq", sample_bytes(Crypto::xwing_public_size));
    ASSERT_TRUE(parse_recipient(text).ok());
    EXPECT_EQ(parse_recipient(text).value().kind, KeyKind::Hybrid);
    EXPECT_EQ(verdict(parse_recipient(bech32_encode("age1pq", sample_bytes(32)))), "recipient.syntax");
    EXPECT_EQ(verdict(parse_recipient(bech32_encode("age", sample_bytes(Crypto::xwing_public_size)))),
              "recipient.syntax");
}

TEST_F(Keys, AMistypedKeyIsToldFromOneThatIsNoKey) {
    std::string mistyped = public_text;
    mistyped[10] = mistyped[10] == 'q' ? 'p' : 'q';
    EXPECT_EQ(verdict(parse_recipient(mistyped)), "recipient.checksum");
    EXPECT_EQ(verdict(parse_recipient(public_text.substr(0, 30))), "recipient.checksum");
    EXPECT_EQ(verdict(parse_recipient("Bureau de la SLAI")), "recipient.syntax");
    EXPECT_EQ(verdict(parse_recipient("")), "recipient.syntax");
    EXPECT_EQ(verdict(parse_recipient(public_text + " ")), "recipient.syntax");
    std::string secret = secret_text;
    secret.back() = secret.back() == 'Q' ? 'P' : 'Q';
    EXPECT_EQ(identity_verdict(secret), "identity.checksum");
    EXPECT_EQ(identity_verdict("mot de passe"), "identity.syntax");
}

TEST_F(Keys, SizesAreExact) {
    for (const std::size_t size : {0U, 31U, 33U}) {
        EXPECT_EQ(verdict(parse_recipient(bech32_encode("age", sample_bytes(size)))), "recipient.syntax") << size;
        EXPECT_EQ(identity_verdict(bech32_encode("AGE-SECRET-KEY-", sample_bytes(size))), "identity.syntax") << size;
    }
}

TEST_F(Keys, KeysOfOtherToolsAreNamedAsSuch) {
    EXPECT_EQ(verdict(parse_recipient("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5")), "recipient.type");
    EXPECT_EQ(verdict(parse_recipient("ecdsa-sha2-nistp256 AAAA")), "recipient.type");
    EXPECT_EQ(verdict(parse_recipient(bech32_encode("age1yubikey", sample_bytes(33)))), "recipient.type");
    EXPECT_EQ(identity_verdict(bech32_encode("AGE-PLUGIN-YUBIKEY-", sample_bytes(17))), "identity.type");
}

TEST_F(Keys, CaseIsPartOfAKey) {
    EXPECT_EQ(verdict(parse_recipient(capitals(public_text))), "recipient.type");
    EXPECT_EQ(identity_verdict(lower_case(secret_text)), "identity.type");
    std::string mixed = public_text;
    mixed[5] = 'K';
    EXPECT_EQ(verdict(parse_recipient(mixed)), "recipient.syntax");
}

TEST_F(Keys, ASecretKeyIsNeverTakenForAPublicOne) {
    EXPECT_EQ(verdict(parse_recipient(secret_text)), "recipient.is-secret");
    EXPECT_EQ(verdict(parse_recipient(lower_case(secret_text))), "recipient.is-secret");
    EXPECT_EQ(verdict(parse_recipient(secret_text.substr(0, 40))), "recipient.is-secret") << "even a part of it";
    EXPECT_EQ(verdict(parse_recipient("AGE-PLUGIN-YUBIKEY-1QQPQ")), "recipient.is-secret");
    EXPECT_EQ(verdict(parse_recipient("-----BEGIN OPENSSH PRIVATE KEY-----")), "recipient.is-secret");
}

TEST_F(Keys, APublicKeyIsNeverTakenForASecretOne) {
    EXPECT_EQ(identity_verdict(public_text), "identity.is-recipient");
    EXPECT_EQ(identity_verdict(capitals(public_text)), "identity.is-recipient");
    EXPECT_EQ(identity_verdict("ssh-ed25519 AAAA"), "identity.is-recipient");
}

TEST_F(Keys, AHybridIdentityNeedsAHostWithXWing) {
    const std::string text = bech32_encode("AGE-SECRET-KEY-PQ-", sample_bytes(32));
    const auto identity = parse_identity(crypto, text);
    ASSERT_TRUE(identity.ok());
    EXPECT_EQ(identity.value().kind, KeyKind::Hybrid);
    const auto recipient = recipient_of(crypto, identity.value());
    ASSERT_TRUE(recipient.ok());
    EXPECT_EQ(recipient.value().text.substr(0, 7), "age1pq1");
    EXPECT_EQ(parse_recipient(recipient.value().text).value().public_key, recipient.value().public_key);
    crypto.plays_xwing = false;
    EXPECT_EQ(verdict(recipient_of(crypto, identity.value())), "seal.hybrid-unsupported");
}

TEST_F(Keys, AFingerprintIsTheHashOfTheText) {
    const auto recipient = parse_recipient(public_text);
    const std::string print = fingerprint(crypto, recipient.value());
    EXPECT_EQ(print, hex_encode(crypto.sha256(bytes_of(public_text))));
    EXPECT_EQ(print.size(), 64U);
}

TEST_F(Keys, DecodedSecretsAreWiped) {
    {
        const auto identity = parse_identity(crypto, secret_text);
        ASSERT_TRUE(identity.ok());
        EXPECT_TRUE(crypto.has_wiped(test::key_full_of(0x42))) << "the decoded bytes, once copied";
        crypto.wiped.clear();
    }
    EXPECT_TRUE(crypto.has_wiped(test::key_full_of(0x42))) << "the identity, at its end";
    const Bytes foreign = sample_bytes(40);
    EXPECT_EQ(identity_verdict(bech32_encode("AGE-SECRET-KEY-", foreign)), "identity.syntax");
    EXPECT_TRUE(crypto.has_wiped(foreign)) << "and what did not fit";
}

} // namespace
