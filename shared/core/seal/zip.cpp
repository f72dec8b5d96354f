#include "core/seal/zip.hpp"

#include "core/base/crc32.hpp"
#include "core/base/zip_format.hpp"

#include <algorithm>
#include <string>

namespace pli {

namespace {

using namespace zip_format;

constexpr std::uint16_t version = 20;  // 2.0, of MS-DOS: no Unix attribute to interpret
constexpr std::uint16_t date = 0x0021; // 1980-01-01: a date would say when the fiche was made
constexpr std::size_t max_name_size = 64;
constexpr std::size_t max_entries = 16;

void put(Bytes& out, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>((number >> (8 * i)) & 0xffU));
}

/// The fields that local and central headers share (APPNOTE 4.3.7 and 4.3.12).
void put_common(Bytes& out, const ZipEntry& entry, std::uint32_t checksum) {
    const auto size = static_cast<std::uint32_t>(entry.content.size());
    put(out, version, 2); // needed to extract
    put(out, 0, 2);       // flags
    put(out, 0, 2);       // method: stored
    put(out, 0, 2);       // time
    put(out, date, 2);
    put(out, checksum, 4);
    put(out, size, 4); // compressed
    put(out, size, 4); // uncompressed
    put(out, static_cast<std::uint32_t>(entry.name.size()), 2);
    put(out, 0, 2); // extra field
}

void put_local(Bytes& out, const ZipEntry& entry, std::uint32_t checksum) {
    put(out, local_signature, 4);
    put_common(out, entry, checksum);
    out.insert(out.end(), entry.name.begin(), entry.name.end());
}

void put_central(Bytes& out, const ZipEntry& entry, std::uint32_t checksum, std::size_t offset) {
    put(out, central_signature, 4);
    put(out, version, 2); // made by
    put_common(out, entry, checksum);
    put(out, 0, 2); // comment
    put(out, 0, 2); // disk
    put(out, 0, 2); // internal attributes
    put(out, 0, 4); // external attributes
    put(out, static_cast<std::uint32_t>(offset), 4);
    out.insert(out.end(), entry.name.begin(), entry.name.end());
}

void put_end(Bytes& out, std::size_t entries, std::size_t directory_size, std::size_t directory_offset) {
    put(out, end_signature, 4);
    put(out, 0, 2); // this disk
    put(out, 0, 2); // disk of the directory
    put(out, static_cast<std::uint32_t>(entries), 2);
    put(out, static_cast<std::uint32_t>(entries), 2);
    put(out, static_cast<std::uint32_t>(directory_size), 4);
    put(out, static_cast<std::uint32_t>(directory_offset), 4);
    put(out, 0, 2); // comment
}

/// Central directory and end record of entries that begin at the first byte.
Bytes directory_of(std::span<const ZipEntry> entries, const std::vector<std::uint32_t>& checksums) {
    Bytes directory;
    std::size_t offset = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        put_central(directory, entries[i], checksums[i], offset);
        offset += local_header_size + entries[i].name.size() + entries[i].content.size();
    }
    put_end(directory, entries.size(), directory.size(), offset);
    return directory;
}

bool is_name(std::string_view name) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return !name.empty() && name.size() <= max_name_size && !name.starts_with('.') &&
           std::all_of(name.begin(), name.end(), is_allowed);
}

Error failure(std::string code, std::string_view name = {}) {
    return {std::move(code), std::string(name), {{"name", std::string(name)}}};
}

/// Reads the entry whose local header begins at `position`, and moves behind it.
Result<ZipEntry> read_entry(ByteView zip, std::size_t& position, std::uint32_t& checksum) {
    const ByteView rest = zip.subspan(position);
    if (rest.size() < local_header_size) return failure("zip.structure");
    const std::size_t name_size = number_at(rest, 26, 2);
    if (rest.size() < local_header_size + name_size) return failure("zip.structure");
    ZipEntry entry{text_of(rest.subspan(local_header_size, name_size)), {}};
    if (!is_name(entry.name)) return failure("zip.name");
    if (number_at(rest, 8, 2) != 0) return failure("zip.compressed", entry.name);
    const std::size_t size = number_at(rest, 22, 4);
    if (number_at(rest, 18, 4) != size) return failure("zip.compressed", entry.name);
    if (rest.size() - local_header_size - name_size < size) return failure("zip.structure", entry.name);
    entry.content = rest.subspan(local_header_size + name_size, size);
    checksum = number_at(rest, 14, 4);
    Bytes expected;
    put_local(expected, entry, checksum);
    if (!std::equal(expected.begin(), expected.end(), rest.begin())) return failure("zip.entry", entry.name);
    if (crc32(entry.content) != checksum) return failure("zip.checksum", entry.name);
    position += expected.size() + size;
    return entry;
}

/// Tells a directory that contradicts the entries from one that is not where or what it must be.
Error directory_failure(ByteView found, ByteView expected) {
    const bool same_size = found.size() == expected.size();
    const bool is_directory = found.size() >= 4 && number_at(found, 0, 4) == central_signature;
    return failure(same_size && is_directory ? "zip.mismatch" : "zip.structure");
}

} // namespace

std::size_t zip_entry_overhead(std::string_view name) {
    return local_header_size + central_header_size + 2 * name.size();
}

Bytes write_zip(std::span<const ZipEntry> entries) {
    Bytes zip;
    std::vector<std::uint32_t> checksums;
    for (const ZipEntry& entry : entries) {
        checksums.push_back(crc32(entry.content));
        put_local(zip, entry, checksums.back());
        zip.insert(zip.end(), entry.content.begin(), entry.content.end());
    }
    const Bytes directory = directory_of(entries, checksums);
    zip.insert(zip.end(), directory.begin(), directory.end());
    return zip;
}

Result<std::vector<ZipEntry>> read_zip(ByteView zip) {
    if (zip.size() > max_zip_size) return Error{"zip.too-large", {}, {{"max", std::to_string(max_zip_size)}}};
    if (zip.size() < 4 || number_at(zip, 0, 4) != local_signature) return failure("zip.not-zip");
    std::vector<ZipEntry> entries;
    std::vector<std::uint32_t> checksums;
    std::size_t position = 0;
    while (zip.size() - position >= 4 && number_at(zip, position, 4) == local_signature) {
        if (entries.size() == max_entries) return failure("zip.structure");
        const Result<ZipEntry> entry = read_entry(zip, position, checksums.emplace_back());
        if (!entry.ok()) return entry.error();
        const std::string_view name = entry.value().name;
        if (std::any_of(entries.begin(), entries.end(), [name](const ZipEntry& other) { return other.name == name; }))
            return failure("zip.duplicate", name);
        entries.push_back(entry.value());
    }
    const ByteView found = zip.subspan(position);
    const Bytes expected = directory_of(entries, checksums);
    if (!std::equal(found.begin(), found.end(), expected.begin(), expected.end()))
        return directory_failure(found, expected);
    return entries;
}

} // namespace pli
