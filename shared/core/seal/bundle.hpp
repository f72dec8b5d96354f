// What a sealed file holds: the data, what a person reads, the signatures of both when there are any, and filling that
// hides their size. An answer has files of its own names, and carries the exact data of what it answers, with their
// signature when they were signed. The files are the same in the ZIP inside an age file and
// in the 7-Zip archive beside it.
#pragma once

#include "core/seal/zip.hpp"

namespace pli {

inline constexpr std::string_view fiche_json_name = "fiche.json";
inline constexpr std::string_view json_signature_name = "fiche.json.minisig";
inline constexpr std::string_view fiche_pdf_name = "fiche.pdf";
inline constexpr std::string_view pdf_signature_name = "fiche.pdf.minisig";
inline constexpr std::string_view reply_json_name = "reponse.json";
inline constexpr std::string_view reply_json_signature_name = "reponse.json.minisig";
inline constexpr std::string_view reply_pdf_name = "reponse.pdf";
inline constexpr std::string_view reply_pdf_signature_name = "reponse.pdf.minisig";
inline constexpr std::string_view filling_name = "remplissage";

/// A size must not tell one answer from another: whole bundles only have these many sizes.
inline constexpr std::size_t bundle_step = std::size_t{64} << 10;

/// Answers differ by more than fiches do (a consent names somebody, a refusal does not), so that one of them could be
/// above a step of 64 KiB and the other below: their steps hold whole answers.
inline constexpr std::size_t reply_step = std::size_t{256} << 10;

struct Bundle {
    ByteView json; ///< fiche.json, or reponse.json of an answer
    ByteView pdf;
    ByteView json_signature = {}; ///< minisign's files (origin.hpp): both, or none
    ByteView pdf_signature = {};
    ByteView request_json = {};      ///< of an answer: the fiche.json that it answers; else empty
    ByteView request_signature = {}; ///< of an answer: minisign's file for request_json, if that was signed

    [[nodiscard]] bool is_reply() const { return !request_json.empty(); }
    [[nodiscard]] bool is_signed() const { return !json_signature.empty(); }
};

/// The files of a bundle but for the filling, in their order: that of the alphabet.
std::vector<ZipEntry> bundle_files(const Bundle& bundle);

/// A ZIP archive whose size is a multiple of bundle_step, that of an answer of reply_step. Error zip.too-large (params
/// max).
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
