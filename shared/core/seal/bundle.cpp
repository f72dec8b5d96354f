#include "core/seal/bundle.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pli {

namespace {

/// What the files of a document are called, by what they are.
struct Names {
    std::string_view json, json_signature, pdf, pdf_signature;
};

constexpr Names fiche_names{fiche_json_name, json_signature_name, fiche_pdf_name, pdf_signature_name};
constexpr Names reply_names{reply_json_name, reply_json_signature_name, reply_pdf_name, reply_pdf_signature_name};

constexpr const Names& names_of(bool is_reply) { return is_reply ? reply_names : fiche_names; }

/// Which of the files that may be missing are there.
struct Kind {
    bool is_reply = false;
    bool is_signed = false;
    bool is_request_signed = false;
};

/// The names of exactly the files that a bundle of this kind has, in their order: that of the alphabet.
std::vector<std::string_view> wanted_names(const Kind& kind) {
    const Names& names = names_of(kind.is_reply);
    std::vector<std::string_view> wanted{names.json};
    if (kind.is_signed) wanted.push_back(names.json_signature);
    wanted.push_back(names.pdf);
    if (kind.is_signed) wanted.push_back(names.pdf_signature);
    if (kind.is_reply) wanted.push_back(fiche_json_name);
    if (kind.is_reply && kind.is_request_signed) wanted.push_back(json_signature_name);
    wanted.push_back(filling_name);
    std::sort(wanted.begin(), wanted.end());
    return wanted;
}

/// Whole blocks of AES, as 7-Zip encrypts each file.
constexpr std::size_t cipher_block = 16;

/// The least filling in a 7-Zip archive: sizes from here on take as many bytes in its headers, up to 2 MiB.
constexpr std::size_t least_seven_zip_filling = std::size_t{16} << 10;

std::size_t step_of(std::span<const ZipEntry> files) {
    const bool is_reply =
        std::any_of(files.begin(), files.end(), [](const ZipEntry& file) { return file.name == reply_json_name; });
    return is_reply ? reply_step : bundle_step;
}

/// Bytes of filling that bring a ZIP archive to the next whole step.
std::size_t filling_in_zip(std::span<const ZipEntry> files) {
    const std::size_t step = step_of(files);
    std::size_t size = zip_end_size + zip_entry_overhead(filling_name);
    for (const ZipEntry& file : files) size += file.content.size() + zip_entry_overhead(file.name);
    return (step - size % step) % step;
}

std::size_t filling_in_seven_zip(std::span<const ZipEntry> files) {
    const std::size_t step = step_of(files);
    std::size_t size = least_seven_zip_filling;
    for (const ZipEntry& file : files) size += (file.content.size() + cipher_block - 1) / cipher_block * cipher_block;
    return least_seven_zip_filling + (step - size % step) % step;
}

Error failure(std::string code, std::string_view name) {
    return {std::move(code), std::string(name), {{"name", std::string(name)}}};
}

/// Finds files by name among the entries of an archive, which has each name once.
class Contents {
  public:
    explicit Contents(std::span<const ZipEntry> entries) : entries_(entries) {}

    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    [[nodiscard]] ByteView operator[](std::string_view name) const {
        const ZipEntry* entry = find(name);
        return entry != nullptr ? entry->content : ByteView();
    }

    [[nodiscard]] Kind kind() const {
        const bool is_reply = has(reply_json_name) || has(reply_pdf_name);
        const Names& names = names_of(is_reply);
        return {is_reply, has(names.json_signature) || has(names.pdf_signature), is_reply && has(json_signature_name)};
    }

    [[nodiscard]] Bundle bundle(const Kind& kind) const {
        const Names& names = names_of(kind.is_reply);
        Bundle bundle{(*this)[names.json], (*this)[names.pdf], (*this)[names.json_signature],
                      (*this)[names.pdf_signature]};
        if (!kind.is_reply) return bundle;
        bundle.request_json = (*this)[fiche_json_name];
        bundle.request_signature = (*this)[json_signature_name];
        return bundle;
    }

  private:
    [[nodiscard]] const ZipEntry* find(std::string_view name) const {
        const auto entry =
            std::find_if(entries_.begin(), entries_.end(), [name](const ZipEntry& each) { return each.name == name; });
        return entry == entries_.end() ? nullptr : &*entry;
    }

    std::span<const ZipEntry> entries_;
};

/// An empty signature file is none: the other one would vouch for half. An answer carries what it answers.
std::optional<std::string_view> hollow_file(const Kind& kind, const Bundle& bundle) {
    const Names& names = names_of(kind.is_reply);
    if (kind.is_signed && bundle.json_signature.empty()) return names.json_signature;
    if (kind.is_signed && bundle.pdf_signature.empty()) return names.pdf_signature;
    if (kind.is_reply && bundle.request_json.empty()) return fiche_json_name;
    if (kind.is_request_signed && bundle.request_signature.empty()) return json_signature_name;
    return std::nullopt;
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

bool by_name(const ZipEntry& one, const ZipEntry& other) { return one.name < other.name; }

/// The contents of exactly these files, in their order, filled as `filling_size` says.
Result<Bundle> bundle_of(std::span<const ZipEntry> entries, std::size_t (*filling_size)(std::span<const ZipEntry>)) {
    const Contents contents(entries);
    const Kind kind = contents.kind();
    const std::vector<std::string_view> wanted = wanted_names(kind);
    for (const ZipEntry& entry : entries)
        if (std::find(wanted.begin(), wanted.end(), entry.name) == wanted.end()) return failure("zip.name", entry.name);
    for (const std::string_view name : wanted)
        if (!contents.has(name)) return failure("zip.missing", name);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (entries[i].name != wanted[i]) return failure("zip.structure", entries[i].name);

    const Bundle bundle = contents.bundle(kind);
    if (const auto hollow = hollow_file(kind, bundle)) return failure("zip.missing", *hollow);
    const ByteView filling = contents[filling_name];
    const bool zero = std::all_of(filling.begin(), filling.end(), [](std::uint8_t byte) { return byte == 0; });
    if (!zero || filling.size() != filling_size(bundle_files(bundle))) return failure("zip.padding", filling_name);
    return bundle;
}

} // namespace

std::vector<ZipEntry> bundle_files(const Bundle& bundle) {
    const Names& names = names_of(bundle.is_reply());
    std::vector<ZipEntry> files{{names.json, bundle.json}};
    if (bundle.is_signed()) files.push_back({names.json_signature, bundle.json_signature});
    files.push_back({names.pdf, bundle.pdf});
    if (bundle.is_signed()) files.push_back({names.pdf_signature, bundle.pdf_signature});
    if (bundle.is_reply()) files.push_back({fiche_json_name, bundle.request_json});
    if (!bundle.request_signature.empty()) files.push_back({json_signature_name, bundle.request_signature});
    std::sort(files.begin(), files.end(), by_name);
    return files;
}

Result<Bytes> write_bundle(const Bundle& bundle) {
    std::vector<ZipEntry> entries = bundle_files(bundle);
    if (are_too_large(entries)) return too_large();
    const Bytes filling(filling_in_zip(entries));
    entries.push_back({filling_name, filling});
    std::sort(entries.begin(), entries.end(), by_name);
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
