// 7-Zip archives beside our age files, for partners who have nothing else: what can be judged of one without its
// passphrase (7zFormat.txt of the LZMA SDK, "SignatureHeader" and "Header"). Packing and unpacking is 7-Zip's own work.
//
// An archive starts with 32 bytes that say where its last header lies. That one must be the end of the file, and be
// itself encrypted: then neither names nor sizes can be read without the passphrase. Its checksums tell a damaged
// archive, never a forged one.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace pli {

/// The largest bundle, with room for headers.
inline constexpr std::size_t max_seven_zip_size = (std::size_t{32} << 20) + (std::size_t{64} << 10);

/// Whether a file that begins like this is a 7-Zip archive.
bool looks_like_seven_zip(ByteView beginning);

/// Errors: sevenzip.too-large (params max), sevenzip.not-archive, sevenzip.truncated, sevenzip.altered (a checksum, or
/// bytes after the end), sevenzip.not-encrypted (names can be read).
Status check_seven_zip(ByteView file);

} // namespace pli
