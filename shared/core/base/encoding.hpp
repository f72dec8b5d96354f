// Bytes as text: base64 (RFC 4648 section 4) and hexadecimal (section 8), strict in both directions.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pli {

/// Whether base64 text ends with the "=" that fill its last group of four.
enum class Padding : std::uint8_t { None, Required };

std::string base64_encode(ByteView bytes, Padding padding);

/// Accepts exactly what base64_encode yields: no line break, no space, no other alphabet, unused
/// bits zero (RFC 4648 section 3.5), so that equal bytes have one text only.
/// Errors: base64.length, base64.character (place "byte N", from 1), base64.padding,
/// base64.not-canonical.
Result<Bytes> base64_decode(std::string_view text, Padding padding);

/// Two lower-case hexadecimal digits a byte.
std::string hex_encode(ByteView bytes);

/// Accepts exactly what hex_encode yields. Errors: hex.length, hex.character (place "byte N", from 1).
Result<Bytes> hex_decode(std::string_view text);

} // namespace pli
