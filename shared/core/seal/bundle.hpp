// What a sealed file holds: the data, what a person reads, the signatures of both when there are any, and filling that
// hides their size. The files are the same in the ZIP inside an age file and in the 7-Zip archive beside it.
#pragma once

#include "core/seal/zip.hpp"

namespace pli {

inline constexpr std::string_view fiche_json_name = "fiche.json";
inline constexpr std::string_view json_signature_name = "fiche.json.minisig";
inline constexpr std::string_view fiche_pdf_name = "fiche.pdf";
inline constexpr std::string_view pdf_signature_name = "fiche.pdf.minisig";
inline constexpr std::string_view filling_name = "remplissage";

/// A size must not tell one answer from another: whole bundles only have these many sizes.
inline constexpr std::size_t bundle_step = std::size_t{64} << 10;

struct Bundle {
    ByteView fiche_json;
    ByteView fiche_pdf;
    ByteView json_signature = {}; ///< minisign's files (origin.hpp): both, or none
    ByteView pdf_signature = {};

    [[nodiscard]] bool is_signed() const { return !json_signature.empty(); }
};

/// The files of a bundle but for the filling, in their order: that of the alphabet.
std::vector<ZipEntry> bundle_files(const Bundle& bundle);

/// A ZIP archive whose size is a multiple of bundle_step. Error zip.too-large (params max).
Result<Bytes> write_bundle(const Bundle& bundle);

/// The contents, as views into `zip`. Errors: those of read_zip; zip.name (params name: a file that does not
/// belong there), zip.missing (params name), zip.padding (filling that is not zero, or another size).
Result<Bundle> read_bundle(ByteView zip);

/// The filling of these files in a 7-Zip archive (seven_zip.hpp): whole blocks of their cipher then add up to a
/// multiple of bundle_step, and no number in the archive's headers is longer for one filling than for another. Error
/// zip.too-large (params max).
Result<Bytes> seven_zip_filling(const Bundle& bundle);

/// The contents of files that were unpacked from a 7-Zip archive, as views into them. Errors: zip.too-large (params
/// max), zip.duplicate and those of read_bundle that are about names and filling.
Result<Bundle> bundle_from_seven_zip(std::span<const ZipEntry> files);

} // namespace pli
