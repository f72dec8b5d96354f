#include "core/base/crc32.hpp"

#include <array>

namespace pli {

std::uint32_t crc32(ByteView bytes) {
    static constexpr auto table = [] {
        std::array<std::uint32_t, 256> remainders{};
        for (std::uint32_t i = 0; i < remainders.size(); ++i) {
            std::uint32_t remainder = i;
            for (int bit = 0; bit < 8; ++bit) remainder = (remainder >> 1) ^ ((remainder & 1U) != 0 ? 0xedb88320U : 0U);
            remainders[i] = remainder;
        }
        return remainders;
    }();
    std::uint32_t remainder = 0xffffffffU;
    for (const std::uint8_t byte : bytes) remainder = (remainder >> 8) ^ table[(remainder ^ byte) & 0xffU];
    return ~remainder;
}

} // namespace pli
