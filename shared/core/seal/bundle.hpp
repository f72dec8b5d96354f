// What a sealed file holds: the data, what a person reads, the signatures of both when there are any, and filling that
// hides their size.
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

/// A ZIP archive whose size is a multiple of bundle_step. Error zip.too-large (params max).
Result<Bytes> write_bundle(const Bundle& bundle);

/// The contents, as views into `zip`. Errors: those of read_zip; zip.name (params name: a file that does not
/// belong there), zip.missing (params name), zip.padding (filling that is not zero, or another size).
Result<Bundle> read_bundle(ByteView zip);

} // namespace pli
