#include "core/seal/bundle.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pli {

namespace {

constexpr std::array unsigned_names = {fiche_json_name, fiche_pdf_name, filling_name};
constexpr std::array signed_names = {fiche_json_name, json_signature_name, fiche_pdf_name, pdf_signature_name,
                                     filling_name};

/// Whole blocks of AES, as 7-Zip encrypts each file.
constexpr std::size_t cipher_block = 16;

/// The least filling in a 7-Zip archive: sizes from here on take as many bytes in its headers, up to 2 MiB.
constexpr std::size_t least_seven_zip_filling = std::size_t{16} << 10;

/// Bytes of filling that bring a ZIP archive to the next whole step.
std::size_t filling_in_zip(std::span<const ZipEntry> files) {
    std::size_t size = zip_end_size + zip_entry_overhead(filling_name);
    for (const ZipEntry& file : files) size += file.content.size() + zip_entry_overhead(file.name);
    return (bundle_step - size % bundle_step) % bundle_step;
}

std::size_t filling_in_seven_zip(std::span<const ZipEntry> files) {
    std::size_t size = least_seven_zip_filling;
    for (const ZipEntry& file : files) size += (file.content.size() + cipher_block - 1) / cipher_block * cipher_block;
    return least_seven_zip_filling + (bundle_step - size % bundle_step) % bundle_step;
}

Error failure(std::string code, std::string_view name) {
    return {std::move(code), std::string(name), {{"name", std::string(name)}}};
}

Error too_large() { return {"zip.too-large", {}, {{"max", std::to_string(max_zip_size)}}}; }

/// Whether the files together are larger than an archive may be; their sum cannot overflow.
bool are_too_large(std::span<const ZipEntry> files) {
    std::size_t rest = max_zip_size;
    for (const ZipEntry& file : files) {
        if (file.content.size() > rest) return true;
        rest -= file.content.size();
    }
    return false;
}

/// The contents of exactly these files, in their order, filled as `filling_size` says.
Result<Bundle> bundle_of(std::span<const ZipEntry> entries, std::size_t (*filling_size)(std::span<const ZipEntry>)) {
    const auto content_of = [&entries](std::string_view name) {
        const auto entry =
            std::find_if(entries.begin(), entries.end(), [name](const ZipEntry& each) { return each.name == name; });
        return entry == entries.end() ? std::nullopt : std::optional(entry->content);
    };
    const auto wanted = content_of(json_signature_name) || content_of(pdf_signature_name)
                            ? std::span<const std::string_view>(signed_names)
                            : std::span<const std::string_view>(unsigned_names);
    for (const ZipEntry& entry : entries)
        if (std::find(wanted.begin(), wanted.end(), entry.name) == wanted.end()) return failure("zip.name", entry.name);
    for (const std::string_view name : wanted)
        if (!content_of(name)) return failure("zip.missing", name);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (entries[i].name != wanted[i]) return failure("zip.structure", entries[i].name);

    const ByteView none;
    const Bundle bundle{*content_of(fiche_json_name), *content_of(fiche_pdf_name),
                        content_of(json_signature_name).value_or(none), content_of(pdf_signature_name).value_or(none)};
    // An empty signature file is none: the other one would vouch for half.
    if (wanted.size() == signed_names.size() && (bundle.json_signature.empty() || bundle.pdf_signature.empty()))
        return failure("zip.missing", bundle.json_signature.empty() ? json_signature_name : pdf_signature_name);
    const ByteView filling = *content_of(filling_name);
    const bool zero = std::all_of(filling.begin(), filling.end(), [](std::uint8_t byte) { return byte == 0; });
    if (!zero || filling.size() != filling_size(bundle_files(bundle))) return failure("zip.padding", filling_name);
    return bundle;
}

} // namespace

std::vector<ZipEntry> bundle_files(const Bundle& bundle) {
    if (!bundle.is_signed()) return {{fiche_json_name, bundle.fiche_json}, {fiche_pdf_name, bundle.fiche_pdf}};
    return {{fiche_json_name, bundle.fiche_json},
            {json_signature_name, bundle.json_signature},
            {fiche_pdf_name, bundle.fiche_pdf},
            {pdf_signature_name, bundle.pdf_signature}};
}

Result<Bytes> write_bundle(const Bundle& bundle) {
    std::vector<ZipEntry> entries = bundle_files(bundle);
    if (are_too_large(entries)) return too_large();
    const Bytes filling(filling_in_zip(entries));
    entries.push_back({filling_name, filling});
    Bytes zip = write_zip(entries);
    if (zip.size() > max_zip_size) return too_large();
    return zip;
}

Result<Bundle> read_bundle(ByteView zip) {
    const Result<std::vector<ZipEntry>> entries = read_zip(zip);
    if (!entries.ok()) return entries.error();
    return bundle_of(entries.value(), filling_in_zip);
}

Result<Bytes> seven_zip_filling(const Bundle& bundle) {
    std::vector<ZipEntry> files = bundle_files(bundle);
    if (are_too_large(files)) return too_large();
    Bytes filling(filling_in_seven_zip(files));
    files.push_back({filling_name, filling});
    if (are_too_large(files)) return too_large();
    return filling;
}

Result<Bundle> bundle_from_seven_zip(std::span<const ZipEntry> files) {
    if (are_too_large(files)) return too_large();
    for (std::size_t i = 1; i < files.size(); ++i)
        if (files[i].name == files[i - 1].name) return failure("zip.duplicate", files[i].name);
    return bundle_of(files, filling_in_seven_zip);
}

} // namespace pli
