// The checksum that ZIP archives carry: it tells a damaged file, never a forged one.
#pragma once

#include "core/base/bytes.hpp"

#include <cstdint>

namespace pli {

/// CRC-32 of ISO 3309, as ZIP uses it.
std::uint32_t crc32(ByteView bytes);

} // namespace pli
