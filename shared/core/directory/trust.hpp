// Which directories are believed: signed by a key that is trusted, whole, of this time, and no step back.
#pragma once

#include "core/definition/form.hpp"
#include "core/directory/directory.hpp"
#include "core/seal/minisign.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// A version that was accepted before.
struct KnownVersion {
    std::int64_t version = 0;
    std::string sha256; ///< of its text, 64 hexadecimal digits

    bool operator==(const KnownVersion&) const = default;
};

/// What a reader knows about the directories of a territory before it reads one.
struct DirectoryTrust {
    std::string territory;
    std::vector<VerifyingKey> keys;    ///< the pack's, and successors that directories signed by them have named
    std::vector<VerifyingKey> revoked; ///< of whatever number: nothing that they signed is believed
    std::int64_t minimum_version = 1;  ///< the pack's
    std::optional<KnownVersion> known;

    bool operator==(const DirectoryTrust&) const = default;
};

/// Two days without a clock of our own: a machine whose clock is behind the page's build cannot judge validity.
struct DirectoryDays {
    Date today;
    Date built;
};

/// A directory that may be believed.
struct VerifiedDirectory {
    Directory content;
    KnownVersion version;
};

/// What the pack says of the directories of a territory. Errors: directory.no-anchor (it names no key: no directory is
/// believed); those of parse_verifying_key.
Result<DirectoryTrust> trust_of(const Territory& territory);

/// Errors, in the order in which they are looked for:
///   directory.clock (day)            today is before the day on which the page was built
///   directory.unsigned               there is no signature
///   minisig.*                        the signature is none: those of parse_signature
///   directory.too-large (max)
///   directory.unknown-signer         no trusted key made the signature
///   directory.altered                the text or the signature's comment is not what was signed
///   directory.revoked-signer         a key that is revoked signed it
///   directory.comment                the signature is not of a directory, or not of this one's territory and version
///   those of read_directory          the first one
///   directory.signer                 it names another key than the one that signed it
///   directory.territory (territory)  it is of another one
///   directory.rolled-back (version, known)  older than one that was accepted, or than the pack's minimum
///   directory.same-version (version)        not the text that was accepted under this version
///   directory.not-yet (day), directory.expired (day)
Result<VerifiedDirectory> verify_directory(Crypto& crypto, std::string_view text, std::string_view minisig,
                                           const DirectoryTrust& trust, const DirectoryDays& days);

/// What is trusted once a directory was accepted: its successor too, never again what it revokes, and no older one.
DirectoryTrust trust_after(const DirectoryTrust& trust, const VerifiedDirectory& accepted);

/// A directory and its signature as two files, "annuaire.json" and "annuaire.json.minisig".
struct SignedDirectory {
    std::string text;
    std::string minisig;
};

/// Errors: directory.signer (it names another key than this one); those of check_directory and check_roles, the first
/// one; json.encoding; directory.too-large (max).
Result<SignedDirectory> sign_directory(Crypto& crypto, const SigningKey& key, const Directory& directory,
                                       const Territory& territory);

/// The comment that its signature vouches for too: "pli/annuaire/1 pas-de-calais version 3".
std::string trusted_comment(const Directory& directory);

} // namespace pli
