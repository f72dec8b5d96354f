#include "core/seal/header.hpp"

#include "core/base/encoding.hpp"
#include "core/seal/file_key.hpp"
#include "unit/seal/workshop.hpp"

using namespace pli;
using namespace std::string_literals;

namespace {

const std::string intro = "age-encryption.org/v1\n";
const std::string stanza = "-> X25519 c2hhcmU\nYm9keQ\n";
const std::string mac = "--- " + std::string(42, 'A') + "A\n";
const std::string columns_64(64, 'A');

/// "accepted", or code and place of the failure.
std::string reading(const std::string& text) {
    HeaderReader reader;
    const auto taken = reader.push(bytes_of(text));
    if (!taken.ok()) return taken.error().code + " " + taken.error().place;
    if (reader.complete()) return "accepted";
    return reader.cut_short().code + " " + reader.cut_short().place;
}

Header read(const std::string& text) {
    HeaderReader reader;
    EXPECT_EQ(reader.push(bytes_of(text)).value(), text.size());
    EXPECT_TRUE(reader.complete());
    return reader.header();
}

TEST(HeaderReader, ReadsStanzasAndMac) {
    const Header header =
        read(intro + "-> X25519 c2hhcmU second!\nYm9keQ\n-> ~other\n\n--- " + std::string(43, 'A') + "\n");
    ASSERT_EQ(header.stanzas.size(), 2U);
    EXPECT_EQ(header.stanzas[0].args, (std::vector<std::string>{"X25519", "c2hhcmU", "second!"}));
    EXPECT_EQ(text_of(header.stanzas[0].body), "body");
    EXPECT_EQ(header.stanzas[1].args, std::vector<std::string>{"~other"});
    EXPECT_TRUE(header.stanzas[1].body.empty());
    EXPECT_EQ(header.mac, Key32{});
    EXPECT_TRUE(header.authenticated.ends_with("-> ~other\n\n---")) << "the MAC is over all up to its mark";
}

TEST(HeaderReader, RefusesAHeaderWithoutStanza) { EXPECT_EQ(reading(intro + mac), "seal.header line 2"); }

TEST(HeaderReader, TellsOtherVersionsAndOtherFiles) {
    HeaderReader reader;
    const auto taken = reader.push(bytes_of("age-encryption.org/v2\n"));
    ASSERT_FALSE(taken.ok());
    EXPECT_EQ(taken.error(), (Error{"seal.version", "line 1", {{"version", "v2"}}}));
    EXPECT_EQ(reading("PK\x03\x04"), "seal.not-age ");
    EXPECT_EQ(reading("age-encryption.com/v1\n"), "seal.not-age ");
    EXPECT_EQ(reading("age\n"), "seal.not-age ");
    EXPECT_EQ(reading("age-encryption.org/\n"), "seal.header line 1");
    EXPECT_EQ(reading("age-encryption.org/v1 \n"), "seal.header line 1");
    EXPECT_EQ(reading("age-encryption.org/v1\r\n"), "seal.header line 1") << "no CRLF in headers";
    EXPECT_EQ(reading("age-encryption.org/" + std::string(100, 'v')), "seal.header line 1");
}

TEST(HeaderReader, AnEndInTheMiddleIsTold) {
    EXPECT_EQ(reading(""), "seal.not-age ");
    EXPECT_EQ(reading("age-encrypt"), "seal.not-age ");
    EXPECT_EQ(reading("age-encryption.org/"), "seal.truncated header");
    const std::string whole = intro + stanza + mac;
    for (std::size_t size = intro.size() - 1; size < whole.size(); ++size)
        EXPECT_EQ(reading(whole.substr(0, size)), "seal.truncated header") << size;
    EXPECT_EQ(reading(whole), "accepted");
}

TEST(HeaderReader, ArgumentsAreSeparatedByOneSpace) {
    for (const auto& line : {"->X25519"s, "-> "s, "->"s, "->  X25519"s, "-> X25519 "s, "-> X25519  a"s, " -> X25519"s,
                             "-> X\t25519"s, "-> X25519\r"s, "-> Xé"s, "-> X\x7f"s, "-> X\0"s, "=> X25519"s, ""s})
        EXPECT_EQ(reading(intro + line + "\nYm9keQ\n" + mac), "seal.header line 2") << line;
}

TEST(HeaderReader, BodiesAreCanonicalBase64) {
    for (const auto& body : {"Ym9keR"s, "Ym9keQ=="s, "Ym9ke"s, "Ym9k\r"s, "Ym9k "s, " Ym9k"s, "Ym-_"s, "Ym9k!"s, "Y"s})
        EXPECT_EQ(reading(intro + "-> X25519\n" + body + "\n" + mac), "seal.header line 3") << body;
    EXPECT_EQ(reading(intro + "-> X25519\nYm9keQ\n" + mac), "accepted");
}

TEST(HeaderReader, BodiesHaveSixtyFourColumnsAndAShortLastLine) {
    EXPECT_EQ(reading(intro + "-> X\n" + columns_64 + "\n\n" + mac), "accepted") << "an empty line ends a full one";
    EXPECT_EQ(read(intro + "-> X\n" + columns_64 + "\nAAAA\n" + mac).stanzas.front().body, Bytes(51));
    EXPECT_EQ(reading(intro + "-> X\n" + columns_64 + "\n" + mac), "seal.header line 4") << "no short line";
    EXPECT_EQ(reading(intro + "-> X\n" + columns_64 + "AAAA\n" + mac), "seal.header line 3") << "a line too long";
    EXPECT_EQ(reading(intro + "-> X\nAAAA\nAAAA\n" + mac), "seal.header line 4") << "a short line in the middle";
    EXPECT_EQ(reading(intro + "-> X\n" + mac), "seal.header line 3") << "no body at all";
}

TEST(HeaderReader, TheMacHasFortyThreeCharacters) {
    for (const auto& line :
         {"---"s, "--- "s, "---" + std::string(43, 'A'), "---  " + std::string(43, 'A'), "---x" + std::string(43, 'A'),
          "---\t" + std::string(43, 'A'), "--- " + std::string(42, 'A'), "--- " + std::string(43, 'A') + "=",
          "--- " + std::string(43, 'A') + " ", "--- " + std::string(43, 'A') + "\r",
          "--- " + std::string(42, 'A') + "B", "--- " + std::string(44, 'A'), "----"s})
        EXPECT_EQ(reading(intro + stanza + line + "\n"), "seal.header line 4") << line;
}

TEST(HeaderReader, LeavesWhatFollowsAlone) {
    const std::string whole = intro + stanza + mac;
    HeaderReader reader;
    EXPECT_EQ(reader.push(bytes_of(whole + "nonce and payload\n")).value(), whole.size());
    EXPECT_EQ(reader.push(bytes_of("more")).value(), 0U);
}

TEST(HeaderReader, ReadsTheSameFromPiecesOfAnySize) {
    const std::string whole = intro + stanza + "-> other\n" + columns_64 + "\n\n" + mac;
    for (std::size_t size = 1; size < whole.size(); ++size) {
        HeaderReader reader;
        std::size_t taken = 0;
        for (std::size_t start = 0; start < whole.size(); start += size)
            taken += reader.push(bytes_of(whole).subspan(start, std::min(size, whole.size() - start))).value();
        ASSERT_TRUE(reader.complete()) << size;
        EXPECT_EQ(taken, whole.size());
        EXPECT_EQ(reader.header().authenticated, read(whole).authenticated);
    }
}

TEST(HeaderReader, BoundsWhatAHostileFileMayAskFor) {
    std::string stanzas;
    for (std::size_t i = 0; i < max_stanzas; ++i) stanzas += stanza;
    EXPECT_EQ(reading(intro + stanzas + mac), "accepted");
    EXPECT_EQ(reading(intro + stanzas + stanza + mac), "seal.header line 2050");

    HeaderReader reader;
    const auto taken = reader.push(bytes_of(intro + "-> " + std::string(max_header_size, 'a')));
    ASSERT_FALSE(taken.ok());
    EXPECT_EQ(taken.error(), (Error{"seal.header-too-large", "", {{"max", "2097152"}}}));
}

class WrittenHeader : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
    const FileKey file_key = new_file_key(crypto);
    const std::vector<Stanza> stanzas = {{{"one", "argument"}, Bytes(48, 7)}, {{"two"}, Bytes(49, 8)}, {{"three"}, {}}};
    const std::string text = write_header(crypto, stanzas, file_key);
};

TEST_F(WrittenHeader, IsReadBack) {
    const Header header = read(text);
    ASSERT_EQ(header.stanzas.size(), stanzas.size());
    for (std::size_t i = 0; i < stanzas.size(); ++i) {
        EXPECT_EQ(header.stanzas[i].args, stanzas[i].args);
        EXPECT_EQ(header.stanzas[i].body, stanzas[i].body);
    }
}

TEST_F(WrittenHeader, IsAuthenticUnderItsFileKeyOnly) {
    EXPECT_TRUE(header_is_authentic(crypto, read(text), file_key));
    EXPECT_FALSE(header_is_authentic(crypto, read(text), new_file_key(crypto)));
}

TEST_F(WrittenHeader, IsNoLongerAuthenticOnceChanged) {
    std::string renamed = text;
    renamed.replace(renamed.find("argument"), 8, "argumenT");
    EXPECT_FALSE(header_is_authentic(crypto, read(renamed), file_key));
    Header shorter = read(text);
    shorter.mac[31] ^= 1;
    EXPECT_FALSE(header_is_authentic(crypto, shorter, file_key));
}

} // namespace
