#include "core/seal/inspect.hpp"

#include "core/base/encoding.hpp"
#include "core/seal/scrypt.hpp"
#include "unit/seal/workshop.hpp"

using namespace pli;
using test::verdict;

namespace {

const std::string intro = "age-encryption.org/v1\n";
const std::string mac = "--- " + std::string(43, 'A') + "\n";
const std::string salt = base64_encode(Bytes(16), Padding::None);

std::string scrypt_with(const std::string& factor) {
    return "-> scrypt " + salt + " " + factor + "\n" + base64_encode(Bytes(32), Padding::None) + "\n";
}

Result<Inspection> inspected(const std::string& text) { return inspect(bytes_of(text)); }

class Inspected : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
};

TEST_F(Inspected, AFileLockedByKeysSaysHowMany) {
    const test::KeyPair one(crypto, 1);
    const test::KeyPair two(crypto, 2);
    const std::vector<Recipient> recipients = {one.recipients[0], two.recipients[0]};
    const auto seen = inspect(seal(crypto, {.recipients = recipients, .passphrase = {}}, Bytes(10)).value());
    ASSERT_TRUE(seen.ok());
    EXPECT_FALSE(seen.value().by_passphrase);
    EXPECT_EQ(seen.value().recipients, 2U);
    EXPECT_FALSE(seen.value().hybrid);
    EXPECT_FALSE(seen.value().confirm);
}

TEST_F(Inspected, AHybridFileIsToldApart) {
    const test::KeyPair pair(crypto, 1, KeyKind::Hybrid);
    const auto seen = inspect(seal(crypto, pair.locks(), Bytes(10)).value());
    ASSERT_TRUE(seen.ok());
    EXPECT_TRUE(seen.value().hybrid);
    EXPECT_EQ(seen.value().recipients, 1U);
}

TEST_F(Inspected, APassphraseIsSeenWithoutIt) {
    const Locks locks{.recipients = {}, .passphrase = bytes_of("abaisser"), .work_factor = 3};
    const auto seen = inspect(seal(crypto, locks, Bytes(10)).value());
    ASSERT_TRUE(seen.ok());
    EXPECT_TRUE(seen.value().by_passphrase);
    EXPECT_EQ(seen.value().work_factor, 3);
    EXPECT_FALSE(seen.value().confirm);
}

TEST_F(Inspected, ALongWaitIsAnnounced) {
    EXPECT_FALSE(inspected(intro + scrypt_with("18") + mac).value().confirm);
    EXPECT_TRUE(inspected(intro + scrypt_with("19") + mac).value().confirm);
    EXPECT_TRUE(inspected(intro + scrypt_with("20") + mac).value().confirm);
    EXPECT_EQ(verdict(inspected(intro + scrypt_with("21") + mac)), "seal.work-factor-too-high");
}

TEST_F(Inspected, APassphraseStanzaStandsAlone) {
    EXPECT_EQ(verdict(inspected(intro + scrypt_with("10") + "-> x\n\n" + mac)), "seal.header");
    EXPECT_EQ(verdict(inspected(intro + "-> x\n\n" + scrypt_with("10") + mac)), "seal.header");
}

TEST_F(Inspected, TheBeginningIsEnough) {
    const std::string header = intro + scrypt_with("10") + mac;
    EXPECT_EQ(verdict(inspected(header)), "accepted");
    EXPECT_EQ(verdict(inspected(header + "anything at all")), "accepted");
    EXPECT_EQ(verdict(inspected(header.substr(0, header.size() - 1))), "seal.truncated");
    EXPECT_EQ(verdict(inspected("")), "seal.not-age");
    EXPECT_EQ(verdict(inspected("PK")), "seal.not-age");
    EXPECT_EQ(verdict(inspected("age-encryption.org/v9\n")), "seal.version");
}

TEST_F(Inspected, ArmorIsReadThrough) {
    const test::KeyPair pair(crypto, 1);
    ArmorWriter writer;
    std::string text;
    writer.push(seal(crypto, pair.locks(), Bytes(1000)).value(), text);
    writer.finish(text);
    EXPECT_EQ(inspected(text).value().recipients, 1U);
    EXPECT_EQ(inspected("\r\n" + text.substr(0, 600)).value().recipients, 1U) << "cut inside the payload";
    EXPECT_EQ(verdict(inspected(text.substr(0, 100))), "seal.truncated") << "cut inside the header";
    EXPECT_EQ(verdict(inspected("  \n")), "seal.not-age");
    EXPECT_EQ(verdict(inspected(text.substr(0, 100) + "*")), "seal.truncated");
    EXPECT_EQ(verdict(inspected(text.substr(0, 100) + "*\n")), "seal.armor");
}

TEST_F(Inspected, AFixedBeginningHoldsEvenTheLargestHeader) {
    std::string stanzas;
    for (std::size_t i = 0; i < max_stanzas; ++i) {
        stanzas += "-> x\n";
        for (int line = 0; line < 30; ++line) stanzas += std::string(64, 'A') + "\n";
        stanzas += "\n";
    }
    const std::string header = intro + stanzas + mac;
    ASSERT_GT(header.size(), max_header_size - (std::size_t{100} << 10));
    ASSERT_LT(header.size(), max_header_size);
    std::string text;
    ArmorWriter writer;
    writer.push(bytes_of(header), text);
    writer.finish(text);
    text.insert(0, 1024, ' ');
    EXPECT_EQ(inspected(text.substr(0, max_inspected)).value().recipients, max_stanzas);
}

} // namespace
