#include "core/seal/seven_zip.hpp"

#include "core/base/crc32.hpp"
#include "core/base/zip_format.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pli {

namespace {

using zip_format::number_at;

constexpr std::array<std::uint8_t, 6> magic{0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c};

// The first header: magic, version (2), checksum of what follows, then where the last header lies (8), its size (8) and
// its checksum (4).
constexpr std::size_t checksum_at = 8;
constexpr std::size_t offset_at = 12;
constexpr std::size_t size_at = 20;
constexpr std::size_t last_checksum_at = 28;
constexpr std::size_t first_header_size = 32;

constexpr std::uint8_t encoded_header = 0x17; ///< the last header only says how the real one is packed

/// A coder of four bytes with properties, and 7-Zip's number of AES-256 with SHA-256.
constexpr std::array<std::uint8_t, 5> aes_coder{0x24, 0x06, 0xf1, 0x07, 0x01};

Error failure(std::string code) { return {std::move(code), {}, {}}; }

/// A number of eight bytes; any that no file of ours reaches is as large as any other.
std::size_t long_number_at(ByteView bytes, std::size_t position) {
    return number_at(bytes, position + 4, 4) == 0 ? number_at(bytes, position, 4) : max_seven_zip_size;
}

} // namespace

bool looks_like_seven_zip(ByteView beginning) {
    return beginning.size() >= magic.size() && std::equal(magic.begin(), magic.end(), beginning.begin());
}

Status check_seven_zip(ByteView file) {
    if (file.size() > max_seven_zip_size)
        return Error{"sevenzip.too-large", {}, {{"max", std::to_string(max_seven_zip_size)}}};
    if (!looks_like_seven_zip(file)) return failure("sevenzip.not-archive");
    if (file.size() < first_header_size) return failure("sevenzip.truncated");
    if (crc32(file.subspan(offset_at, first_header_size - offset_at)) != number_at(file, checksum_at, 4))
        return failure("sevenzip.altered");
    const ByteView packed = file.subspan(first_header_size);
    const std::size_t offset = long_number_at(file, offset_at);
    const std::size_t size = long_number_at(file, size_at);
    if (offset > packed.size() || size > packed.size() - offset) return failure("sevenzip.truncated");
    if (offset + size < packed.size()) return failure("sevenzip.altered");
    const ByteView last = packed.subspan(offset);
    if (crc32(last) != number_at(file, last_checksum_at, 4)) return failure("sevenzip.altered");
    const bool is_encoded = !last.empty() && last.front() == encoded_header;
    const bool is_encrypted = std::search(last.begin(), last.end(), aes_coder.begin(), aes_coder.end()) != last.end();
    if (!is_encoded || !is_encrypted) return failure("sevenzip.not-encrypted");
    return done();
}

} // namespace pli
