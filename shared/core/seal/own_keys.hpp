// The keys of a person or of a shared desk, and the files that carry them: cle.age holds a standard age identity
// file, signature.age a minisign secret key. Both are sealed with one passphrase. Where an organisation has a key of
// rescue, copies of both sealed to that one go beside them; keys leave in no other way.
// Stock age takes an identity file with a hybrid key from version 1.3 on; an older one refuses all of it.
#pragma once

#include "core/seal/locks.hpp"
#include "core/seal/minisign.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pli {

struct OwnKeys {
    std::vector<Identity> identities; ///< for opening: a classic one, and perhaps a hybrid one beside it
    std::optional<SigningKey> signing;
};

/// Which keys are wanted beside the classic one.
struct KeyWish {
    bool hybrid = false;
    bool signing = false;
};

/// Sealed files, or the bytes of files as a user gave them; `signing` is empty without a signing key.
struct KeyFiles {
    Bytes identities;
    Bytes signing;
};

inline constexpr std::string_view key_file_place = "key-file";
inline constexpr std::string_view signing_file_place = "signature-file";

/// Fresh keys. Error seal.hybrid-unsupported where the host has no X-Wing.
Result<OwnKeys> new_own_keys(Crypto& crypto, const KeyWish& wish);

/// `created` ("AAAA-MM-JJ") stands in the identity file. Errors: those of wrap_for, seal.hybrid-unsupported.
Result<KeyFiles> seal_own_keys(Crypto& crypto, const OwnKeys& keys, ByteView passphrase, std::string_view created,
                               int work_factor = default_work_factor);

/// The same files, of the same content, for the organisation that can help when a passphrase is lost: sealed to its key
/// alone, since age takes no second stanza beside a passphrase. Errors: those of wrap_for.
Result<KeyFiles> seal_for_rescue(Crypto& crypto, const OwnKeys& keys, const Recipient& rescue,
                                 std::string_view created);

/// What a key file says: the file itself, or what is sealed in it. Errors, with `place`: those of open().
Result<SecretBytes> read_key_file(Crypto& crypto, ByteView file, const Keyring& keyring, std::string_view place);

/// `keyring` holds the passphrase of both files. Errors: those of read_key_file, parse_identities (with place
/// "key-file") and parse_signing_key (with place "signature-file").
Result<OwnKeys> open_own_keys(Crypto& crypto, ByteView identities, ByteView signing, const Keyring& keyring);

} // namespace pli
