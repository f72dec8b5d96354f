#include "core/seal/bundle.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pli {

namespace {

constexpr std::array<std::string_view, 3> names = {fiche_json_name, fiche_pdf_name, filling_name};

/// Bytes of filling that bring a bundle to the next whole step.
std::size_t filling_size(const Bundle& bundle) {
    std::size_t size = zip_end_size + bundle.fiche_json.size() + bundle.fiche_pdf.size();
    for (const std::string_view name : names) size += zip_entry_overhead(name);
    return (bundle_step - size % bundle_step) % bundle_step;
}

Error failure(std::string code, std::string_view name) {
    return {std::move(code), std::string(name), {{"name", std::string(name)}}};
}

} // namespace

Result<Bytes> write_bundle(const Bundle& bundle) {
    const Error too_large{"zip.too-large", {}, {{"max", std::to_string(max_zip_size)}}};
    if (bundle.fiche_json.size() > max_zip_size || bundle.fiche_pdf.size() > max_zip_size) return too_large;
    const Bytes filling(filling_size(bundle));
    const std::array<ZipEntry, 3> entries = {ZipEntry{fiche_json_name, bundle.fiche_json},
                                             ZipEntry{fiche_pdf_name, bundle.fiche_pdf},
                                             ZipEntry{filling_name, filling}};
    Bytes zip = write_zip(entries);
    if (zip.size() > max_zip_size) return too_large;
    return zip;
}

Result<Bundle> read_bundle(ByteView zip) {
    const Result<std::vector<ZipEntry>> read = read_zip(zip);
    if (!read.ok()) return read.error();
    const std::vector<ZipEntry>& entries = read.value();
    for (const ZipEntry& entry : entries)
        if (std::find(names.begin(), names.end(), entry.name) == names.end()) return failure("zip.name", entry.name);
    for (const std::string_view name : names)
        if (std::none_of(entries.begin(), entries.end(), [name](const ZipEntry& entry) { return entry.name == name; }))
            return failure("zip.missing", name);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (entries[i].name != names[i]) return failure("zip.structure", entries[i].name);

    const Bundle bundle{entries[0].content, entries[1].content};
    const ByteView filling = entries[2].content;
    const bool zero = std::all_of(filling.begin(), filling.end(), [](std::uint8_t byte) { return byte == 0; });
    if (!zero || filling.size() != filling_size(bundle)) return failure("zip.padding", filling_name);
    return bundle;
}

} // namespace pli
