#include "core/base/encoding.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace pli;

namespace {

std::string decoded(std::string_view text, Padding padding) {
    const auto bytes = base64_decode(text, padding);
    return bytes ? std::string(text_of(bytes.value())) : bytes.error().code;
}

TEST(Base64, GivesTheVectorsOfRfc4648) {
    const std::pair<std::string, std::string> vectors[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [plain, padded] : vectors) {
        const std::string bare = padded.substr(0, padded.find('='));
        EXPECT_EQ(base64_encode(bytes_of(plain), Padding::Required), padded);
        EXPECT_EQ(base64_encode(bytes_of(plain), Padding::None), bare);
        EXPECT_EQ(decoded(padded, Padding::Required), plain);
        EXPECT_EQ(decoded(bare, Padding::None), plain);
    }
}

TEST(Base64, RefusesAnyOtherWriting) {
    for (const auto* text : {"Zg", "Zg=", "Zg===", "Zm9v=", "Z=g=", "=", "====", "Zm9vYg=\n="})
        EXPECT_EQ(decoded(text, Padding::Required), "base64.padding") << text;
    EXPECT_EQ(decoded("Zg==", Padding::None), "base64.padding");
    EXPECT_EQ(decoded("Zm9vY", Padding::None), "base64.length");
    for (const auto* text : {"Zm9\n", "Zm9 ", "Zm-_", "Zm9é", "Zm\r\n"})
        EXPECT_EQ(decoded(text, Padding::None).substr(0, 7), "base64.") << text;
    EXPECT_EQ(decoded("Zh", Padding::None), "base64.not-canonical") << "unused bits must be zero";
    EXPECT_EQ(decoded("Zm9=", Padding::Required), "base64.not-canonical");
}

TEST(Base64, SaysWhereTheOddCharacterIs) {
    const auto bytes = base64_decode("Zm9*", Padding::None);
    ASSERT_FALSE(bytes.ok());
    EXPECT_EQ(bytes.error(), (Error{"base64.character", "byte 4", {}}));
}

TEST(Hex, IsLowerCaseInBothDirections) {
    const Bytes bytes{0x00, 0x0F, 0xA5, 0xFF};
    EXPECT_EQ(hex_encode(bytes), "000fa5ff");
    EXPECT_EQ(hex_decode("000fa5ff").value(), bytes);
    EXPECT_EQ(hex_decode("").value(), Bytes{});
    EXPECT_EQ(hex_decode("0").error().code, "hex.length");
    EXPECT_EQ(hex_decode("0F").error(), (Error{"hex.character", "byte 2", {}}));
    EXPECT_EQ(hex_decode("g0").error(), (Error{"hex.character", "byte 1", {}}));
}

TEST(Encoding, AnyBytesComeBack) {
    std::mt19937 random(20261122);
    for (std::size_t size = 0; size < 200; ++size) {
        Bytes bytes(size);
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
        for (const auto padding : {Padding::None, Padding::Required})
            ASSERT_EQ(base64_decode(base64_encode(bytes, padding), padding).value(), bytes);
        ASSERT_EQ(hex_decode(hex_encode(bytes)).value(), bytes);
    }
}

} // namespace
