// Keys of one's own: made, sealed into files, opened again.
#include "core/seal/own_keys.hpp"
#include "unit/seal/workshop.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using test::verdict;
using test::WatchedCrypto;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

constexpr int quick = 4; // work factor: scrypt itself is tried elsewhere
constexpr std::string_view words = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";

Keyring with(std::string_view passphrase) { return {{}, bytes_of(passphrase), default_work_factor}; }

KeyFiles sealed(Crypto& crypto, const OwnKeys& keys) {
    return seal_own_keys(crypto, keys, bytes_of(words), "2026-11-22", quick).value();
}

TEST(OwnKeys, AreAClassicOneAndThoseThatAreWished) {
    WatchedCrypto crypto;
    const OwnKeys one = new_own_keys(crypto, {}).value();
    EXPECT_THAT(one.identities, SizeIs(1));
    EXPECT_FALSE(one.signing);
    const OwnKeys all = new_own_keys(crypto, {.hybrid = true, .signing = true}).value();
    ASSERT_THAT(all.identities, SizeIs(2));
    EXPECT_EQ(all.identities[0].kind, KeyKind::X25519);
    EXPECT_EQ(all.identities[1].kind, KeyKind::Hybrid);
    EXPECT_TRUE(all.signing);
}

TEST(OwnKeys, ComeBackFromTheirFiles) {
    WatchedCrypto crypto;
    const OwnKeys keys = new_own_keys(crypto, {.hybrid = true, .signing = true}).value();
    const KeyFiles files = sealed(crypto, keys);
    const OwnKeys back = open_own_keys(crypto, files.identities, files.signing, with(words)).value();
    ASSERT_THAT(back.identities, SizeIs(2));
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(back.identities[i].secret.bytes, keys.identities[i].secret.bytes) << i;
    EXPECT_EQ(back.signing->verifying(), keys.signing->verifying());
}

TEST(OwnKeys, TheKeyFileIsAnIdentityFileOfAge) {
    WatchedCrypto crypto;
    const OwnKeys keys = new_own_keys(crypto, {}).value();
    const Bytes plain = open(crypto, with(words), sealed(crypto, keys).identities).value();
    EXPECT_THAT(std::string(text_of(plain)), StartsWith("# created: 2026-11-22\n# public key: age1"));
    EXPECT_THAT(std::string(text_of(plain)), HasSubstr("\nAGE-SECRET-KEY-1"));
}

TEST(OwnKeys, TheirCopiesOpenWithTheKeyOfRescueAlone) {
    WatchedCrypto crypto;
    const OwnKeys keys = new_own_keys(crypto, {.hybrid = true, .signing = true}).value();
    const Identity rescue = new_identity(crypto, KeyKind::X25519);
    const Recipient recipient = recipient_of(crypto, rescue).value();
    const KeyFiles copies = seal_for_rescue(crypto, keys, recipient, "2026-11-22").value();
    const KeyFiles files = sealed(crypto, keys);
    const Keyring holder{{&rescue, 1}, {}};
    EXPECT_EQ(open(crypto, holder, copies.identities).value(), open(crypto, with(words), files.identities).value());
    EXPECT_EQ(open(crypto, holder, copies.signing).value(), open(crypto, with(words), files.signing).value());
    EXPECT_EQ(verdict(open(crypto, with(words), copies.identities)), "seal.needs-key");
    EXPECT_EQ(verdict(open(crypto, holder, files.identities)), "seal.needs-passphrase");
    const Keyring owner{keys.identities, {}};
    EXPECT_EQ(verdict(open(crypto, owner, copies.identities)), "seal.no-match");
    const OwnKeys one = new_own_keys(crypto, {}).value();
    EXPECT_TRUE(seal_for_rescue(crypto, one, recipient, "2026-11-22").value().signing.empty());
}

TEST(OwnKeys, AFileInClearIsTakenToo) {
    WatchedCrypto crypto;
    const OwnKeys keys = new_own_keys(crypto, {}).value();
    const SecretBytes plain = identity_file(crypto, keys.identities, "2026-11-22").value();
    const OwnKeys back = open_own_keys(crypto, plain.bytes, {}, with("")).value();
    EXPECT_EQ(back.identities.front().secret.bytes, keys.identities.front().secret.bytes);
}

TEST(OwnKeys, AFailureNamesTheFile) {
    WatchedCrypto crypto;
    const KeyFiles files = sealed(crypto, new_own_keys(crypto, {.hybrid = false, .signing = true}).value());
    const auto failure = [&](ByteView identities, ByteView signing, std::string_view passphrase) {
        const Result<OwnKeys> keys = open_own_keys(crypto, identities, signing, with(passphrase));
        return keys ? "accepted" : keys.error().code + " " + keys.error().place;
    };
    EXPECT_EQ(failure(files.identities, files.signing, words), "accepted");
    EXPECT_EQ(failure(files.identities, files.signing, "autre"), "seal.wrong-passphrase key-file");
    EXPECT_EQ(failure(files.signing, files.identities, words), "identity.syntax key-file"); // taken for each other
    EXPECT_EQ(failure(files.identities, files.identities, words), "signing-key.syntax signature-file");
    EXPECT_EQ(failure({}, {}, words), "identity.none key-file");
    Bytes cut = files.signing;
    cut.pop_back();
    EXPECT_EQ(failure(files.identities, cut, words), "seal.payload signature-file");
    Bytes altered = files.identities;
    altered.back() ^= 1U;
    EXPECT_EQ(failure(altered, files.signing, words), "seal.payload key-file");
}

TEST(OwnKeys, WithoutXWingThereIsNoHybridKey) {
    WatchedCrypto crypto;
    crypto.plays_xwing = false;
    EXPECT_EQ(verdict(new_own_keys(crypto, {.hybrid = true, .signing = false})), "seal.hybrid-unsupported");
}

TEST(OwnKeys, WhatWasInClearIsWiped) {
    WatchedCrypto crypto;
    const OwnKeys keys = new_own_keys(crypto, {.hybrid = false, .signing = true}).value();
    const KeyFiles files = sealed(crypto, keys);
    const SecretBytes plain = identity_file(crypto, keys.identities, "2026-11-22").value();
    crypto.wiped.clear();
    ASSERT_TRUE(open_own_keys(crypto, files.identities, files.signing, with(words)));
    EXPECT_TRUE(crypto.has_wiped(plain.bytes));
    EXPECT_TRUE(crypto.has_wiped(signing_key_file(crypto, *keys.signing).bytes));
}

} // namespace
} // namespace pli
