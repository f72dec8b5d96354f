#include "core/seal/locks.hpp"

#include "core/base/bech32.hpp"
#include "core/base/encoding.hpp"
#include "core/seal/hybrid.hpp"
#include "core/seal/x25519.hpp"
#include "unit/seal/workshop.hpp"

using namespace pli;
using test::KeyPair;
using test::param;
using test::sample_bytes;
using test::verdict;

namespace {

class LockedFile : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
    const KeyPair one{crypto, 0x11};
    const KeyPair two{crypto, 0x22};
    const KeyPair hybrid{crypto, 0x33, KeyKind::Hybrid};
    const Bytes plaintext = sample_bytes(100);

    Result<Bytes> sealed_for(const std::vector<Recipient>& recipients) {
        return seal(crypto, {.recipients = recipients, .passphrase = {}}, plaintext);
    }
    Result<Bytes> sealed_with(std::string_view passphrase) {
        return seal(crypto, {.recipients = {}, .passphrase = bytes_of(passphrase), .work_factor = 1}, plaintext);
    }
    Result<Bytes> opened_with(std::string_view passphrase, ByteView file) {
        return pli::open(crypto, {.identities = {}, .passphrase = bytes_of(passphrase)}, file);
    }

    /// A header of given stanzas with an authentic MAC, read again.
    Header header_of(const std::vector<Stanza>& stanzas, const FileKey& file_key) {
        HeaderReader reader;
        EXPECT_TRUE(reader.push(bytes_of(write_header(crypto, stanzas, file_key))).ok());
        return reader.header();
    }
};

TEST_F(LockedFile, OpensForEachOfItsRecipients) {
    const auto file = sealed_for({one.recipients[0], two.recipients[0]});
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(pli::open(crypto, one.keyring(), file.value()).value(), plaintext);
    EXPECT_EQ(pli::open(crypto, two.keyring(), file.value()).value(), plaintext);
    const KeyPair stranger(crypto, 0x44);
    const auto refused = pli::open(crypto, stranger.keyring(), file.value());
    EXPECT_EQ(verdict(refused), "seal.no-match");
    EXPECT_EQ(param(refused, "stanzas"), "2");
}

TEST_F(LockedFile, OpensWithAnyOfSeveralIdentities) {
    std::vector<Identity> identities;
    for (const std::uint8_t byte : {std::uint8_t{0x44}, std::uint8_t{0x33}, std::uint8_t{0x22}})
        identities.push_back(
            Identity{byte == 0x33 ? KeyKind::Hybrid : KeyKind::X25519, SecretKey(crypto, test::key_full_of(byte))});
    const auto file = sealed_for(two.recipients);
    EXPECT_EQ(pli::open(crypto, {.identities = identities, .passphrase = {}}, file.value()).value(), plaintext);
}

TEST_F(LockedFile, OpensWithItsPassphrase) {
    const auto file = sealed_with("abaisser-abandon");
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(opened_with("abaisser-abandon", file.value()).value(), plaintext);
    EXPECT_EQ(verdict(opened_with("abaisser-abandoN", file.value())), "seal.wrong-passphrase");
    EXPECT_EQ(verdict(opened_with("", file.value())), "seal.needs-passphrase");
    EXPECT_EQ(verdict(pli::open(crypto, one.keyring(), file.value())), "seal.needs-passphrase");
}

TEST_F(LockedFile, APassphraseDoesNotOpenAFileLockedByKeys) {
    const auto refused = opened_with("abaisser", sealed_for({one.recipients[0], two.recipients[0]}).value());
    EXPECT_EQ(verdict(refused), "seal.needs-key");
    EXPECT_EQ(param(refused, "stanzas"), "2");
}

TEST_F(LockedFile, HasRecipientsOrAPassphraseNeverBoth) {
    EXPECT_EQ(verdict(seal(crypto, {}, plaintext)), "seal.no-recipient");
    EXPECT_EQ(verdict(seal(crypto, {.recipients = one.recipients, .passphrase = bytes_of("abaisser")}, plaintext)),
              "seal.mixed-recipients");
}

TEST_F(LockedFile, HybridRecipientsAreAmongThemselves) {
    const auto file = sealed_for(hybrid.recipients);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(pli::open(crypto, hybrid.keyring(), file.value()).value(), plaintext);
    EXPECT_EQ(verdict(pli::open(crypto, one.keyring(), file.value())), "seal.no-match");
    EXPECT_EQ(verdict(sealed_for({hybrid.recipients[0], one.recipients[0]})), "seal.mixed-recipients");
    EXPECT_EQ(verdict(sealed_for({one.recipients[0], hybrid.recipients[0]})), "seal.mixed-recipients");
}

TEST_F(LockedFile, HybridKeysNeedAHostWithXWing) {
    const auto file = sealed_for(hybrid.recipients);
    crypto.plays_xwing = false;
    EXPECT_EQ(verdict(sealed_for(hybrid.recipients)), "seal.hybrid-unsupported");
    EXPECT_EQ(verdict(pli::open(crypto, hybrid.keyring(), file.value())), "seal.hybrid-unsupported");
}

TEST_F(LockedFile, ARecipientCountsOnce) {
    EXPECT_EQ(verdict(sealed_for({one.recipients[0], two.recipients[0], one.recipients[0]})), "recipient.duplicate");
}

TEST_F(LockedFile, HasAtMostAThousandAndTwentyFourRecipients) {
    std::vector<Recipient> recipients;
    for (unsigned i = 0; i < max_recipients; ++i)
        recipients.push_back({KeyKind::X25519, bech32_encode("age", sample_bytes(32, i)), sample_bytes(32, i)});
    EXPECT_TRUE(sealed_for(recipients).ok());
    recipients.push_back(one.recipients[0]);
    const auto refused = sealed_for(recipients);
    EXPECT_EQ(verdict(refused), "recipient.too-many");
    EXPECT_EQ(param(refused, "max"), "1024");
}

TEST_F(LockedFile, AKeyOfLowOrderIsRefused) {
    for (const Bytes& point : {Bytes(32), Bytes{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}}) {
        EXPECT_EQ(verdict(sealed_for({{KeyKind::X25519, bech32_encode("age", point), point}})), "recipient.weak");
    }
}

TEST_F(LockedFile, AStanzaOfLowOrderIsRefused) {
    const Stanza stanza{{"X25519", base64_encode(Bytes(32), Padding::None)}, Bytes(32)};
    const auto key = unwrap_x25519(crypto, one.identities[0], stanza);
    ASSERT_FALSE(key.ok());
    EXPECT_EQ(key.error(), (Error{"seal.header", "stanza X25519", {}}));
}

TEST_F(LockedFile, MalformedStanzasAreNoMatterOfKeys) {
    const std::string share = base64_encode(Bytes(32, 9), Padding::None);
    const std::string capsule = base64_encode(Bytes(Crypto::xwing_ciphertext_size, 9), Padding::None);
    for (const Stanza& stanza : {Stanza{{"X25519"}, Bytes(32)}, Stanza{{"X25519", share, "more"}, Bytes(32)},
                                 Stanza{{"X25519", share + "A"}, Bytes(32)}, Stanza{{"X25519", share}, Bytes(31)},
                                 Stanza{{"X25519", share}, Bytes(33)}})
        EXPECT_EQ(verdict(unwrap_x25519(crypto, one.identities[0], stanza)), "seal.header");
    for (const Stanza& stanza :
         {Stanza{{"mlkem768x25519"}, Bytes(32)}, Stanza{{"mlkem768x25519", capsule, "more"}, Bytes(32)},
          Stanza{{"mlkem768x25519", share}, Bytes(32)}, Stanza{{"mlkem768x25519", capsule}, Bytes(31)}})
        EXPECT_EQ(verdict(unwrap_hybrid(crypto, hybrid.identities[0], stanza)), "seal.header");
}

TEST_F(LockedFile, APassphraseStanzaStandsAlone) {
    const FileKey file_key = new_file_key(crypto);
    const Stanza scrypt = wrap_scrypt(crypto, bytes_of("abaisser"), 1, file_key).value();
    const Stanza x25519 = wrap_x25519(crypto, one.recipients[0], file_key).value();
    const Keyring keyring{.identities = one.identities, .passphrase = bytes_of("abaisser")};
    EXPECT_TRUE(unlock(crypto, header_of({scrypt}, file_key), keyring).ok());
    EXPECT_EQ(verdict(unlock(crypto, header_of({scrypt, x25519}, file_key), keyring)), "seal.header");
    EXPECT_EQ(verdict(unlock(crypto, header_of({x25519, scrypt}, file_key), keyring)), "seal.header");
    EXPECT_EQ(verdict(unlock(crypto, header_of({scrypt, scrypt}, file_key), keyring)), "seal.header");
}

TEST_F(LockedFile, TooCostlyAPassphraseIsRefusedBeforeItIsAskedFor) {
    const FileKey file_key = new_file_key(crypto);
    const std::string salt = base64_encode(Bytes(16), Padding::None);
    EXPECT_EQ(verdict(unlock(crypto, header_of({{{"scrypt", salt, "21"}, Bytes(32)}}, file_key), {})),
              "seal.work-factor-too-high");
    EXPECT_EQ(crypto.scrypt_calls, 0);
}

TEST_F(LockedFile, StanzasOfOtherToolsArePassedOver) {
    const FileKey file_key = new_file_key(crypto);
    const Stanza x25519 = wrap_x25519(crypto, one.recipients[0], file_key).value();
    const Header header = header_of({{{"x-grease", "!"}, sample_bytes(99)}, x25519}, file_key);
    EXPECT_EQ(unlock(crypto, header, one.keyring()).value().bytes, file_key.bytes);
}

TEST_F(LockedFile, AHeaderFromSomeoneWithoutTheFileKeyIsRefused) {
    const FileKey file_key = new_file_key(crypto);
    const Stanza x25519 = wrap_x25519(crypto, one.recipients[0], file_key).value();
    EXPECT_EQ(verdict(unlock(crypto, header_of({x25519}, new_file_key(crypto)), one.keyring())), "seal.hmac");
}

} // namespace
