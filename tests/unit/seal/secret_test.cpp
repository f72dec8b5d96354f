#include "core/seal/secret.hpp"

#include "unit/seal/workshop.hpp"

#include <type_traits>

using namespace pli;
using test::key_full_of;

namespace {

static_assert(!std::is_copy_constructible_v<SecretKey> && !std::is_copy_assignable_v<SecretKey>);
static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);

class Secrets : public testing::Test {
  protected:
    test::WatchedCrypto crypto;
};

TEST_F(Secrets, AreWipedAtTheirEnd) {
    {
        SecretKey key(crypto);
        key.bytes = key_full_of(7);
        EXPECT_FALSE(crypto.has_wiped(key_full_of(7)));
    }
    EXPECT_TRUE(crypto.has_wiped(key_full_of(7)));
}

TEST_F(Secrets, LeaveZerosWhereTheyCameFrom) {
    Key32 source = key_full_of(7);
    const SecretKey key(crypto, std::move(source));
    EXPECT_EQ(key.bytes, key_full_of(7));
    EXPECT_TRUE(crypto.has_wiped(key_full_of(7)));
}

TEST_F(Secrets, LeaveZerosWhenTheyMove) {
    SecretKey first(crypto, key_full_of(7));
    crypto.wiped.clear();
    const SecretKey second(std::move(first));
    EXPECT_EQ(second.bytes, key_full_of(7));
    ASSERT_EQ(crypto.wiped.size(), 1U);
    EXPECT_TRUE(crypto.has_wiped(key_full_of(7)));

    SecretKey third(crypto, key_full_of(8));
    SecretKey fourth(crypto, key_full_of(9));
    crypto.wiped.clear();
    fourth = std::move(third);
    EXPECT_EQ(fourth.bytes, key_full_of(8));
    EXPECT_TRUE(crypto.has_wiped(key_full_of(8)));
}

TEST_F(Secrets, OfAnySizeAreWipedOnce) {
    const Bytes content = test::sample_bytes(100);
    {
        SecretBytes first(crypto, Bytes(content));
        const SecretBytes second(std::move(first));
        EXPECT_EQ(second.bytes, content);
        EXPECT_FALSE(crypto.has_wiped(content));
    }
    EXPECT_TRUE(crypto.has_wiped(content));
}

TEST_F(Secrets, OfAWholeSealingAreAllWiped) {
    const test::KeyPair pair(crypto, 0x11);
    crypto.wiped.clear();
    const Bytes file = seal(crypto, pair.locks(), Bytes(10)).value();
    const auto keys_wiped = [this](std::size_t size) {
        return std::any_of(crypto.wiped.begin(), crypto.wiped.end(),
                           [size](const Bytes& memory) { return memory.size() == size && memory != Bytes(size); });
    };
    EXPECT_TRUE(keys_wiped(16)) << "the file key";
    EXPECT_TRUE(keys_wiped(32)) << "ephemeral, shared and derived keys";
    crypto.wiped.clear();
    ASSERT_TRUE(pli::open(crypto, pair.keyring(), file).ok());
    EXPECT_TRUE(keys_wiped(16));
    EXPECT_TRUE(keys_wiped(32));
}

} // namespace
