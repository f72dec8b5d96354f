#include "core/seal/scrypt.hpp"

#include "core/base/encoding.hpp"
#include "unit/seal/workshop.hpp"

using namespace pli;
using test::param;
using test::verdict;

namespace {

constexpr int cheap = 2; ///< a work factor for tests: four rounds

class Scrypt : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
    const FileKey file_key = new_file_key(crypto);
    const std::string salt = base64_encode(Bytes(16, 9), Padding::None);

    static ByteView passphrase() { return bytes_of("abaisser-abandon-abdiquer"); }

    Stanza wrapped(int factor = cheap) { return wrap_scrypt(crypto, passphrase(), factor, file_key).value(); }
    Stanza asking_for(const std::string& factor) const { return {{"scrypt", salt, factor}, Bytes(32)}; }
    Unwrapped unwrapped(const Stanza& stanza, int allowed = default_work_factor) {
        return unwrap_scrypt(crypto, passphrase(), allowed, stanza);
    }
};

TEST_F(Scrypt, TheRightPassphraseGivesTheFileKey) {
    const Stanza stanza = wrapped();
    EXPECT_EQ(stanza.args[0], "scrypt");
    EXPECT_EQ(stanza.args[2], "2");
    const Unwrapped key = unwrapped(stanza);
    ASSERT_TRUE(key.ok());
    ASSERT_TRUE(key.value().has_value());
    EXPECT_EQ(key.value()->bytes, file_key.bytes);
}

TEST_F(Scrypt, AnotherPassphraseGivesNothing) {
    const Unwrapped key = unwrap_scrypt(crypto, bytes_of("abaisser-abandon-abdiqueR"), cheap, wrapped());
    ASSERT_TRUE(key.ok());
    EXPECT_FALSE(key.value().has_value());
}

TEST_F(Scrypt, EveryStanzaHasItsOwnSalt) { EXPECT_NE(wrapped().args[1], wrapped().args[1]); }

TEST_F(Scrypt, AnotherWorkFactorOrSaltGivesNothing) {
    Stanza stanza = wrapped();
    stanza.args[2] = "3";
    EXPECT_FALSE(unwrapped(stanza).value().has_value());
    stanza = wrapped();
    stanza.args[1] = salt;
    EXPECT_FALSE(unwrapped(stanza).value().has_value());
}

TEST_F(Scrypt, AboveEighteenTheUserIsAskedFirst) {
    crypto.has_memory = false; // what is computed fails at once
    const Unwrapped nineteen = unwrapped(asking_for("19"));
    EXPECT_EQ(verdict(nineteen), "seal.work-factor-confirm");
    EXPECT_EQ(param(nineteen, "factor"), "19");
    EXPECT_EQ(param(nineteen, "mebibytes"), "512");
    EXPECT_EQ(verdict(unwrapped(asking_for("20"))), "seal.work-factor-confirm");
    EXPECT_EQ(verdict(unwrapped(asking_for("20"), 19)), "seal.work-factor-confirm") << "agreed to less";
    EXPECT_EQ(crypto.scrypt_calls, 0);

    EXPECT_EQ(verdict(unwrapped(asking_for("18"))), "seal.no-memory");
    EXPECT_EQ(verdict(unwrapped(asking_for("20"), 20)), "seal.no-memory");
    EXPECT_EQ(crypto.scrypt_calls, 2);
}

TEST_F(Scrypt, AboveTwentyNothingIsComputed) {
    crypto.has_memory = false; // what is computed fails at once
    for (const std::string factor : {"21", "99", "100", "255", "18446744073709551617"}) {
        const Unwrapped key = unwrapped(asking_for(factor), 1000);
        EXPECT_EQ(verdict(key), "seal.work-factor-too-high") << factor;
        EXPECT_EQ(param(key, "factor"), factor);
        EXPECT_EQ(param(key, "max"), "20");
    }
    EXPECT_EQ(crypto.scrypt_calls, 0);
}

TEST_F(Scrypt, MalformedStanzasAreRefusedBeforeComputing) {
    for (const std::string factor : {"0", "00", "018", "-1", "+1", "1a", "0x12", "1 ", "1.5"})
        EXPECT_EQ(verdict(unwrapped(asking_for(factor))), "seal.header") << factor;
    EXPECT_EQ(verdict(unwrapped({{"scrypt", salt}, Bytes(32)})), "seal.header");
    EXPECT_EQ(verdict(unwrapped({{"scrypt", salt, "2", "more"}, Bytes(32)})), "seal.header");
    for (const std::size_t size : {0U, 15U, 17U})
        EXPECT_EQ(verdict(unwrapped({{"scrypt", base64_encode(Bytes(size), Padding::None), "2"}, Bytes(32)})),
                  "seal.header")
            << size;
    EXPECT_EQ(verdict(unwrapped({{"scrypt", salt + "==", "2"}, Bytes(32)})), "seal.header");
    EXPECT_EQ(crypto.scrypt_calls, 0);
}

TEST_F(Scrypt, ABodyHasThirtyTwoBytes) {
    for (const std::size_t size : {0U, 31U, 33U, 48U})
        EXPECT_EQ(verdict(unwrapped({{"scrypt", salt, "2"}, Bytes(size)})), "seal.header") << size;
}

TEST_F(Scrypt, MissingMemoryHasItsOwnCode) {
    const Stanza stanza = wrapped(cheap);
    crypto.has_memory = false;
    EXPECT_EQ(verdict(unwrapped(stanza)), "seal.no-memory");
    const auto failed = wrap_scrypt(crypto, passphrase(), default_work_factor, file_key);
    EXPECT_EQ(verdict(failed), "seal.no-memory");
    EXPECT_EQ(param(failed, "mebibytes"), "256");
}

} // namespace
