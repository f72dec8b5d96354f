#include "core/seal/key_files.hpp"

#include "core/base/bech32.hpp"
#include "core/seal/locks.hpp"
#include "unit/seal/workshop.hpp"

using namespace pli;

namespace {

std::string recipient_number(unsigned number) { return bech32_encode("age", test::sample_bytes(32, number)); }
std::string identity_number(unsigned number) {
    return bech32_encode("AGE-SECRET-KEY-", test::sample_bytes(32, number));
}

Error failure_at(std::string code, const std::string& line, Params more = {}) {
    more["line"] = line;
    return {std::move(code), "line " + line, std::move(more)};
}

class KeyFiles : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
};

TEST_F(KeyFiles, ReadWhatAgeKeygenWrites) {
    const std::string text =
        "# created: 2026-11-22T08:00:00+01:00\n# public key: " + recipient_number(1) + "\n" + identity_number(1) + "\n";
    const IdentityList list = parse_identities(crypto, text);
    EXPECT_TRUE(list.failures.empty());
    ASSERT_EQ(list.identities.size(), 1U);
    EXPECT_EQ(list.identities.front().kind, KeyKind::X25519);
}

TEST_F(KeyFiles, ForgiveWhatTextEditorsAdd) {
    const std::string text =
        "\xEF\xBB\xBF# liste\r\n\r\n  " + recipient_number(1) + "\t\r\n \t \r\n\n" + recipient_number(2);
    const RecipientList list = parse_recipients(text);
    EXPECT_TRUE(list.failures.empty());
    ASSERT_EQ(list.recipients.size(), 2U);
    EXPECT_EQ(list.recipients[0].text, recipient_number(1));
    EXPECT_EQ(list.recipients[1].text, recipient_number(2));
}

TEST_F(KeyFiles, EachFailureSaysItsLine) {
    const std::string text = "# un\n" + recipient_number(1) + "\n\nbonjour\n" + identity_number(1) +
                             "\nssh-rsa AAAA\n" + recipient_number(2) + "\n";
    const RecipientList list = parse_recipients(text);
    EXPECT_EQ(list.recipients.size(), 2U);
    EXPECT_EQ(list.failures,
              (std::vector<Error>{failure_at("recipient.syntax", "4"), failure_at("recipient.is-secret", "5"),
                                  failure_at("recipient.type", "6")}));
}

TEST_F(KeyFiles, EachIdentityFailureSaysItsLine) {
    const IdentityList list =
        parse_identities(crypto, recipient_number(1) + "\n" + identity_number(1) + "\n#\nAGE-SECRET-KEY-1\n");
    EXPECT_EQ(list.identities.size(), 1U);
    EXPECT_EQ(list.failures,
              (std::vector<Error>{failure_at("identity.is-recipient", "1"), failure_at("identity.syntax", "4")}));
}

TEST_F(KeyFiles, ARepeatedRecipientNamesTheFirst) {
    const RecipientList list =
        parse_recipients(recipient_number(1) + "\n" + recipient_number(2) + "\n" + recipient_number(1) + "\n");
    EXPECT_EQ(list.recipients.size(), 2U);
    EXPECT_EQ(list.failures, (std::vector<Error>{failure_at("recipient.duplicate", "3", {{"first", "1"}})}));
}

TEST_F(KeyFiles, AFileWithoutKeysIsSaidToBeEmpty) {
    for (const std::string_view text : {"", "\n\n", "# rien\n", "\xEF\xBB\xBF", "  \t"}) {
        EXPECT_EQ(parse_recipients(text).failures, (std::vector<Error>{{"recipient.none", "", {}}})) << text;
        EXPECT_EQ(parse_identities(crypto, text).failures, (std::vector<Error>{{"identity.none", "", {}}})) << text;
    }
}

TEST_F(KeyFiles, AThousandAndTwentyFourRecipientsAndNoMore) {
    std::string text;
    for (unsigned i = 0; i < max_recipients; ++i) text += recipient_number(i) + "\n";
    EXPECT_EQ(parse_recipients(text).recipients.size(), 1024U);
    EXPECT_TRUE(parse_recipients(text).failures.empty());
    const RecipientList list = parse_recipients(text + recipient_number(2000) + "\n" + recipient_number(2001) + "\n");
    EXPECT_EQ(list.recipients.size(), 1024U);
    EXPECT_EQ(list.failures, (std::vector<Error>{failure_at("recipient.too-many", "1025", {{"max", "1024"}})}));
}

TEST_F(KeyFiles, SixtyFourIdentitiesAndNoMore) {
    std::string text;
    for (unsigned i = 0; i < max_identities; ++i) text += identity_number(i) + "\n";
    EXPECT_EQ(parse_identities(crypto, text).identities.size(), 64U);
    const IdentityList list = parse_identities(crypto, text + identity_number(100));
    EXPECT_EQ(list.identities.size(), 64U);
    EXPECT_EQ(list.failures, (std::vector<Error>{failure_at("identity.too-many", "65", {{"max", "64"}})}));
}

TEST_F(KeyFiles, TooLongATextIsNotEvenRead) {
    std::string text = identity_number(1) + "\n";
    text.resize(max_identities_text, '\n');
    EXPECT_TRUE(parse_identities(crypto, text).failures.empty());
    EXPECT_EQ(parse_identities(crypto, text + "\n").failures,
              (std::vector<Error>{{"identity.too-large", "", {{"max", "65536"}}}}));
    EXPECT_TRUE(parse_identities(crypto, text + "\n").identities.empty());

    text = recipient_number(1) + "\n";
    text.resize(max_recipients_text, '\n');
    EXPECT_TRUE(parse_recipients(text).failures.empty());
    EXPECT_EQ(parse_recipients(text + "\n").failures,
              (std::vector<Error>{{"recipient.too-large", "", {{"max", "4194304"}}}}));
}

} // namespace
