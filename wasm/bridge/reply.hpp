// What a module's call answers to its shell; web/src/base/module_memory.ts reads it.
#pragma once

#include "core/base/bytes.hpp"

#include <cstdint>

namespace pli::bridge {

/// Three 32-bit words. The bytes are the module's and valid until its next call, so the shell copies them
/// out first.
struct Reply {
    std::uint32_t status = 0;
    const std::uint8_t* pointer = nullptr;
    std::uint32_t size = 0;
};

inline Reply reply_of(std::uint32_t status, ByteView bytes) {
    return {status, bytes.data(), static_cast<std::uint32_t>(bytes.size())};
}

} // namespace pli::bridge
