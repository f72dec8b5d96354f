// Bech32 (BIP 173) without its 90-character limit, as age writes its keys.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

struct Bech32 {
    std::string prefix; ///< as written: "age" or "AGE-SECRET-KEY-"
    Bytes bytes;
};

/// Errors: bech32.syntax (mixed case, no separator, foreign character, leftover bits), bech32.checksum.
Result<Bech32> bech32_decode(std::string_view text);

/// The text of some bytes; upper-case when the prefix is. It is written once: no copy of a secret stays behind.
std::string bech32_encode(std::string_view prefix, ByteView bytes);

} // namespace pli
