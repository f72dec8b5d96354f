// The ZIP format (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) as far as both its readers share it: the one
// of our own bundles, which takes a single form, and the one of workbooks, which other programs wrote.
#pragma once

#include "core/base/bytes.hpp"

#include <cstddef>
#include <cstdint>

namespace pli::zip_format {

inline constexpr std::uint32_t local_signature = 0x04034b50;
inline constexpr std::uint32_t central_signature = 0x02014b50;
inline constexpr std::uint32_t end_signature = 0x06054b50;
inline constexpr std::size_t local_header_size = 30;   ///< without name and extra field
inline constexpr std::size_t central_header_size = 46; ///< without name, extra field and comment
inline constexpr std::size_t end_size = 22;            ///< without comment

/// A number of `size` bytes (at most 4), the lowest first; they lie within `bytes`.
inline std::uint32_t number_at(ByteView bytes, std::size_t position, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = size; i-- > 0;) number = (number << 8U) | bytes[position + i];
    return number;
}

} // namespace pli::zip_format
