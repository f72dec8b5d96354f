#include "core/seal/armor.hpp"

#include "unit/seal/workshop.hpp"

using namespace pli;
using namespace std::string_literals;
using test::sample_bytes;

namespace {

const std::string begin_line = "-----BEGIN AGE ENCRYPTED FILE-----\n";
const std::string end_line = "-----END AGE ENCRYPTED FILE-----\n";
const std::string full_line = std::string(64, 'A') + "\n";

std::string armored(ByteView bytes) {
    ArmorWriter writer;
    std::string text;
    writer.push(bytes, text);
    writer.finish(text);
    return text;
}

/// "accepted", or the place of the failure.
std::string reading(std::string_view text, Bytes* bytes = nullptr, std::size_t piece = 1000) {
    ArmorReader reader;
    Bytes out;
    Status status = done();
    for (; status.ok() && !text.empty(); text.remove_prefix(std::min(piece, text.size())))
        status = reader.push(bytes_of(text.substr(0, piece)), out);
    if (status.ok()) status = reader.finish(out);
    if (bytes != nullptr) *bytes = out;
    if (status.ok()) return "accepted";
    EXPECT_EQ(status.error().code, "seal.armor");
    EXPECT_EQ("line " + status.error().params.at("line"), status.error().place);
    return status.error().place;
}

std::string with_crlf(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? "\r\n"s : std::string(1, c);
    return out;
}

TEST(Armor, WritesLinesOfSixtyFourColumns) {
    EXPECT_EQ(armored(Bytes(50)), begin_line + full_line + "AAA=\n" + end_line);
    EXPECT_EQ(armored(Bytes(48)), begin_line + full_line + end_line) << "no empty last line";
    EXPECT_EQ(armored({}), begin_line + end_line);
}

TEST(Armor, ComesBackWhateverTheSizeAndThePieces) {
    for (const std::size_t size : {0U, 1U, 2U, 3U, 47U, 48U, 49U, 95U, 96U, 97U, 1000U}) {
        const Bytes bytes = sample_bytes(size);
        for (const std::size_t piece : {1U, 63U, 64U, 65U, 5000U}) {
            ArmorWriter writer;
            std::string text;
            for (std::size_t start = 0; start < size; start += piece)
                writer.push(ByteView(bytes).subspan(start, std::min(piece, size - start)), text);
            writer.finish(text);
            EXPECT_EQ(text, armored(bytes));
            Bytes read;
            EXPECT_EQ(reading(text, &read, piece), "accepted") << size;
            EXPECT_EQ(read, bytes);
        }
    }
}

TEST(Armor, LinesEndInLfOrCrLf) {
    Bytes read;
    EXPECT_EQ(reading(with_crlf(armored(sample_bytes(100))), &read), "accepted");
    EXPECT_EQ(read, sample_bytes(100));
    EXPECT_EQ(reading(begin_line + full_line + "AAA=\r\n" + end_line), "accepted") << "both in one file";
    EXPECT_EQ(reading(begin_line + "AAA=\r\r\n" + end_line), "line 2");
    EXPECT_EQ(reading(begin_line + "AA\rA=\n" + end_line), "line 2");
    EXPECT_EQ(reading("-----BEGIN AGE ENCRYPTED FILE-----\rAAA=\r-----END AGE ENCRYPTED FILE-----\r"), "line 1");
}

TEST(Armor, WhiteSpaceAroundIsAccepted) {
    const std::string text = armored(sample_bytes(100));
    for (const std::string_view space : {" ", "\n", "\r\n", "\t", " \n \r\n\t"}) {
        EXPECT_EQ(reading(std::string(space) + text), "accepted");
        EXPECT_EQ(reading(text + std::string(space)), "accepted");
    }
    EXPECT_EQ(reading(text.substr(0, text.size() - 1)), "accepted") << "no line break at the end";
    EXPECT_EQ(reading(text.substr(0, text.size() - 1) + std::string(500, ' ')), "accepted");
    EXPECT_EQ(reading(text.substr(0, text.size() - 1) + "\r"), "accepted");
}

TEST(Armor, WhiteSpaceBeforeIsBounded) {
    const std::string text = armored(sample_bytes(3));
    EXPECT_EQ(reading(std::string(1024, ' ') + text), "accepted");
    EXPECT_EQ(reading(std::string(1025, ' ') + text), "line 1");
}

TEST(Armor, WhiteSpaceInsideIsRefused) {
    EXPECT_EQ(reading(begin_line + "\n" + full_line + end_line), "line 2") << "an empty line";
    EXPECT_EQ(reading(begin_line + full_line + "\n" + end_line), "line 3");
    EXPECT_EQ(reading(begin_line + " AAA=\n" + end_line), "line 2");
    EXPECT_EQ(reading(begin_line + "AAA= \n" + end_line), "line 2");
    EXPECT_EQ(reading(begin_line + "AA A\n" + end_line), "line 2");
    EXPECT_EQ(reading(begin_line + "\tAAA=\n" + end_line), "line 2");
    EXPECT_EQ(reading("-----BEGIN AGE ENCRYPTED FILE----- \nAAA=\n" + end_line), "line 1");
    EXPECT_EQ(reading(begin_line + "AAA=\n " + end_line), "line 3");
}

TEST(Armor, OnlyTheLastLineIsShortOrPadded) {
    EXPECT_EQ(reading(begin_line + "AAAA\nAAAA\n" + end_line), "line 3");
    EXPECT_EQ(reading(begin_line + "AAA=\n" + full_line + end_line), "line 3");
    EXPECT_EQ(reading(begin_line + std::string(62, 'A') + "==\nAAAA\n" + end_line), "line 3");
    EXPECT_EQ(reading(begin_line + std::string(68, 'A') + "\n" + end_line), "line 2") << "a line too long";
}

TEST(Armor, TextIsCanonicalBase64) {
    for (const auto& line : {"AAB="s, "AA"s, "AAA"s, "A==="s, "AAA=A"s, "AA-_"s, "AAÀ="s, "===="s})
        EXPECT_EQ(reading(begin_line + line + "\n" + end_line), "line 2") << line;
}

TEST(Armor, MarkersAreExact) {
    EXPECT_EQ(reading("-----BEGIN AGE ENCRYPTED FILE----\nAAA=\n" + end_line), "line 1");
    EXPECT_EQ(reading("-----begin age encrypted file-----\nAAA=\n" + end_line), "line 1");
    EXPECT_EQ(reading("-----BEGIN PGP MESSAGE-----\nAAA=\n" + end_line), "line 1");
    EXPECT_EQ(reading(begin_line + "Version: 1\n\nAAA=\n" + end_line), "line 2") << "no PEM header";
    EXPECT_EQ(reading(begin_line + "AAA=\n-----END AGE ENCRYPTED FILE----\n"), "line 3");
    EXPECT_EQ(reading(begin_line + "AAA=\n-----END AGE ENCRYPTED FILE-----x\n"), "line 3");
    EXPECT_EQ(reading(begin_line + "AAA=\n-----END AGE ENCRYPTED FILE-----" + std::string(500, ' ') + "x\n"), "line 3")
        << "however far behind it";
    EXPECT_EQ(reading(begin_line + "AAA=\n" + begin_line), "line 3");
}

TEST(Armor, NothingFollowsTheEnd) {
    EXPECT_NE(reading(armored(sample_bytes(9)) + "x"), "accepted");
    EXPECT_NE(reading(armored(sample_bytes(9)) + armored(sample_bytes(9))), "accepted");
    EXPECT_NE(reading(armored(sample_bytes(9)) + "\n\nAAA=\n"), "accepted");
}

TEST(Armor, CutAnywhereBeforeItsEndIsRefused) {
    const std::string text = armored(sample_bytes(100));
    for (std::size_t size = 0; size + 1 < text.size(); ++size)
        EXPECT_NE(reading(text.substr(0, size)), "accepted") << size;
}

TEST(Armor, SaysWhetherItEverBegan) {
    ArmorReader reader;
    Bytes out;
    EXPECT_TRUE(reader.push(bytes_of(begin_line.substr(0, 20)), out).ok());
    EXPECT_FALSE(reader.begun());
    EXPECT_TRUE(reader.push(bytes_of(begin_line.substr(20)), out).ok());
    EXPECT_TRUE(reader.begun());
}

} // namespace
