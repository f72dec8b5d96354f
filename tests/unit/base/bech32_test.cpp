#include "core/base/bech32.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace pli;

namespace {

std::string verdict(const Result<Bech32>& decoded) { return decoded ? "accepted" : decoded.error().code; }

/// Bytes that look random and are the same each time.
Bytes sample_bytes(std::size_t size, unsigned seed = 1) {
    std::mt19937 chance(seed);
    Bytes bytes(size);
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(chance() & 0xffU);
    return bytes;
}

/// A text of 5-bit groups with the prefix "a": BIP 173's checksum, written down a second time so that groups
/// which no bytes have can be tried; what is no group stands there as a "b", which is no digit.
std::string with_checksum(const std::vector<std::uint8_t>& groups) {
    constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    std::vector<std::uint8_t> all = {'a' >> 5, 0, 'a' & 31};
    all.insert(all.end(), groups.begin(), groups.end());
    all.resize(all.size() + 6);
    std::uint32_t sum = 1;
    for (const std::uint8_t group : all) {
        const std::uint32_t top = sum >> 25;
        sum = ((sum & 0x1ffffff) << 5) ^ group;
        sum ^= ((top & 1) != 0 ? 0x3b6a57b2U : 0) ^ ((top & 2) != 0 ? 0x26508e6dU : 0);
        sum ^= ((top & 4) != 0 ? 0x1ea119faU : 0) ^ ((top & 8) != 0 ? 0x3d4233ddU : 0);
        sum ^= (top & 16) != 0 ? 0x2a1462b3U : 0;
    }
    std::string text = "a1";
    for (const std::uint8_t group : groups) text += group < alphabet.size() ? alphabet[group] : 'b';
    for (int i = 5; i >= 0; --i) text += alphabet[((sum ^ 1) >> (5 * i)) & 31];
    return text;
}

TEST(Bech32, ReadsTheValidExamplesOfBip173) {
    for (const std::string_view text :
         {"A12UEL5L", "a12uel5l",
          "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
          "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
          "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "?1ezyfcl"})
        EXPECT_EQ(verdict(bech32_decode(text)), "accepted") << text;
}

TEST(Bech32, RefusesTheInvalidExamplesOfBip173) {
    EXPECT_EQ(verdict(bech32_decode("\x20"
                                    "1nwldj5")),
              "bech32.syntax")
        << "a space in the prefix";
    EXPECT_EQ(verdict(bech32_decode("\x7f"
                                    "1axkwrx")),
              "bech32.syntax");
    EXPECT_EQ(verdict(bech32_decode("pzry9x0s0muk")), "bech32.syntax") << "no separator";
    EXPECT_EQ(verdict(bech32_decode("1pzry9x0s0muk")), "bech32.syntax") << "no prefix";
    EXPECT_EQ(verdict(bech32_decode("x1b4n0q5v")), "bech32.syntax") << "b is not of the alphabet";
    EXPECT_EQ(verdict(bech32_decode("li1dgmt3")), "bech32.syntax") << "a checksum too short";
    EXPECT_EQ(verdict(bech32_decode("A1G7SGD8")), "bech32.checksum") << "made with the prefix in capitals";
    EXPECT_EQ(verdict(bech32_decode("10a06t8")), "bech32.syntax");
    EXPECT_EQ(verdict(bech32_decode("1qzzfhee")), "bech32.syntax");
    EXPECT_EQ(verdict(bech32_decode("")), "bech32.syntax");
}

TEST(Bech32, RefusesAForeignDigitThoughTheChecksumFits) {
    EXPECT_EQ(verdict(bech32_decode(with_checksum({0xff, 0}))), "bech32.syntax");
}

TEST(Bech32, TellsATextWithoutAWholeChecksumFromAMistypedOne) {
    EXPECT_EQ(verdict(bech32_decode("age1qpzry")), "bech32.syntax");
    EXPECT_EQ(verdict(bech32_decode("age1qpzry9")), "bech32.checksum");
}

TEST(Bech32, RefusesMixedCase) {
    EXPECT_EQ(verdict(bech32_decode("A12uel5l")), "bech32.syntax");
    EXPECT_EQ(verdict(bech32_decode("a12UEL5L")), "bech32.syntax");
}

TEST(Bech32, KeepsThePrefixAsWritten) {
    EXPECT_EQ(bech32_decode("A12UEL5L").value().prefix, "A");
    EXPECT_EQ(bech32_decode("a12uel5l").value().prefix, "a");
    EXPECT_EQ(bech32_decode(bech32_encode("age1pq", sample_bytes(3))).value().prefix, "age1pq")
        << "the last 1 is the separator";
}

TEST(Bech32, WritesCapitalsWhenThePrefixHasThem) {
    EXPECT_EQ(bech32_encode("A", {}), "A12UEL5L");
    EXPECT_EQ(bech32_encode("a", {}), "a12uel5l");
}

TEST(Bech32, RefusesLeftoverBitsThatAreNotZero) {
    EXPECT_EQ(bech32_decode(with_checksum({0, 0})).value().bytes, Bytes{0}) << "eight bits and two of filling";
    for (std::uint8_t filling = 1; filling < 4; ++filling)
        EXPECT_EQ(verdict(bech32_decode(with_checksum({0, filling}))), "bech32.syntax") << int{filling};
}

TEST(Bech32, RefusesAWholeGroupOfFilling) {
    EXPECT_EQ(verdict(bech32_decode(with_checksum({0}))), "bech32.syntax");
    EXPECT_EQ(verdict(bech32_decode(with_checksum({0, 0, 0}))), "bech32.syntax");
    EXPECT_EQ(bech32_decode(with_checksum({0, 0, 0, 0})).value().bytes, (Bytes{0, 0}));
}

TEST(Bech32, AnyBytesComeBackFromTheirText) {
    for (std::size_t size = 0; size < 70; ++size) {
        const Bytes bytes = sample_bytes(size, static_cast<unsigned>(size));
        for (const std::string prefix : {"age", "AGE-SECRET-KEY-"}) {
            const auto decoded = bech32_decode(bech32_encode(prefix, bytes));
            ASSERT_TRUE(decoded.ok()) << size;
            EXPECT_EQ(decoded.value().bytes, bytes);
            EXPECT_EQ(decoded.value().prefix, prefix);
        }
    }
}

TEST(Bech32, AnyCharacterChangedIsRefused) {
    const std::string text = bech32_encode("age", sample_bytes(32));
    for (std::size_t position = 0; position < text.size(); ++position) {
        for (int c = 0; c < 256; ++c) {
            std::string changed = text;
            changed[position] = static_cast<char>(c);
            if (changed != text) {
                EXPECT_NE(verdict(bech32_decode(changed)), "accepted") << position << " " << c;
            }
        }
    }
}

} // namespace
