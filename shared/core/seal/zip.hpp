// ZIP archives as this project writes them, and no others (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4).
//
// Entries are stored, dated 1980-01-01, without extra field, comment, flag or attribute, one right after
// the other from the first byte; the central directory repeats the local headers and ends the file. An
// archive has therefore exactly one form: the reader rebuilds it from the contents and compares, so
// that two readers can never see two different archives in the same bytes.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace pli {

inline constexpr std::size_t max_zip_size = std::size_t{32} << 20; ///< bytes

struct ZipEntry {
    std::string_view name; ///< [a-z0-9.-], a plain file name
    ByteView content;
};

/// Bytes that an archive adds to the contents: what an entry of this name costs, and the end record.
std::size_t zip_entry_overhead(std::string_view name);
inline constexpr std::size_t zip_end_size = 22;

Bytes write_zip(std::span<const ZipEntry> entries);

/// The entries, as views into `zip`. params name hold the entry's name where there is one. Errors:
/// zip.too-large (params max), zip.not-zip, zip.structure (prefix, gap, comment, multi-volume, trailing bytes),
/// zip.entry (flag, extra field, date, data descriptor), zip.compressed, zip.name (path, foreign character),
/// zip.duplicate, zip.mismatch (central directory and local headers differ), zip.checksum.
Result<std::vector<ZipEntry>> read_zip(ByteView zip);

} // namespace pli
