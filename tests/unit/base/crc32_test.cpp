#include "core/base/crc32.hpp"

#include <gtest/gtest.h>

namespace pli {
namespace {

TEST(Crc32, HasTheCheckValueOfItsCatalogue) {
    EXPECT_EQ(crc32(bytes_of("123456789")), 0xCBF43926U);
    EXPECT_EQ(crc32({}), 0U);
}

} // namespace
} // namespace pli
