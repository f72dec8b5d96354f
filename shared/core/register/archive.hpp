// What is in a ZIP archive that some other program wrote, as far as a workbook needs it (APPNOTE.TXT 6.3.10,
// sections 4.3 and 4.4). The directory alone is read here: who asked inflates the parts, and has the result checked.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pli {

namespace archive_limits {
inline constexpr std::size_t bytes = std::size_t{32} << 20U; ///< of the whole file
inline constexpr std::size_t entries = 4096;
inline constexpr std::size_t name = 256;
} // namespace archive_limits

/// One file of an archive.
struct ArchivePart {
    std::string name;        ///< as it stands, its letters a-z in lower case: no two parts share one
    bool is_deflated = true; ///< RFC 1951; else it stands as it is
    std::size_t offset = 0;  ///< of its content in the archive
    std::size_t packed = 0;  ///< size of its content in the archive
    std::size_t size = 0;    ///< once it is inflated, as the archive says
    std::uint32_t crc = 0;   ///< of what is inflated

    bool operator==(const ArchivePart&) const = default;
};

/// The parts, in the order of their contents; none of them lies within another, and each says the same of itself
/// in both places. Errors: table.too-large (max); table.encrypted; table.damaged (place and params part: the name
/// of the part, or empty).
Result<std::vector<ArchivePart>> read_archive(ByteView file);

/// Whether these bytes are what the archive says of a part. Error: table.damaged.
Status check_part(const ArchivePart& part, ByteView inflated);

} // namespace pli
