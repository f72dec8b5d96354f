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

/// The files of a bundle but for the filling, in their order.
std::vector<ZipEntry> files_of(const Bundle& bundle) {
    if (!bundle.is_signed()) return {{fiche_json_name, bundle.fiche_json}, {fiche_pdf_name, bundle.fiche_pdf}};
    return {{fiche_json_name, bundle.fiche_json},
            {json_signature_name, bundle.json_signature},
            {fiche_pdf_name, bundle.fiche_pdf},
            {pdf_signature_name, bundle.pdf_signature}};
}

/// Bytes of filling that bring a bundle to the next whole step.
std::size_t filling_size(const std::vector<ZipEntry>& files) {
    std::size_t size = zip_end_size + zip_entry_overhead(filling_name);
    for (const ZipEntry& file : files) size += file.content.size() + zip_entry_overhead(file.name);
    return (bundle_step - size % bundle_step) % bundle_step;
}

Error failure(std::string code, std::string_view name) {
    return {std::move(code), std::string(name), {{"name", std::string(name)}}};
}

} // namespace

Result<Bytes> write_bundle(const Bundle& bundle) {
    const Error too_large{"zip.too-large", {}, {{"max", std::to_string(max_zip_size)}}};
    std::vector<ZipEntry> entries = files_of(bundle);
    for (const ZipEntry& entry : entries)
        if (entry.content.size() > max_zip_size) return too_large;
    const Bytes filling(filling_size(entries));
    entries.push_back({filling_name, filling});
    Bytes zip = write_zip(entries);
    if (zip.size() > max_zip_size) return too_large;
    return zip;
}

Result<Bundle> read_bundle(ByteView zip) {
    const Result<std::vector<ZipEntry>> read = read_zip(zip);
    if (!read.ok()) return read.error();
    const std::vector<ZipEntry>& entries = read.value();
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
    if (!zero || filling.size() != filling_size(files_of(bundle))) return failure("zip.padding", filling_name);
    return bundle;
}

} // namespace pli
