// The 16-byte key of one file, as the body of a stanza holds it.
#pragma once

#include "core/base/result.hpp"
#include "core/seal/header.hpp"

#include <optional>

namespace pli {

/// What a stanza tells an identity: its file key, or nothing when it was made for another key.
using Unwrapped = Result<std::optional<FileKey>>;

FileKey new_file_key(Crypto& crypto);

/// A stanza's body: the file key under a key that serves once.
Bytes wrap_file_key(Crypto& crypto, const SecretKey& key, const Nonce12& nonce, const FileKey& file_key);

/// Error seal.header when the body cannot hold a file key: its size is checked first, so that nobody can
/// make one body open under two keys (C2SP age.md, "X25519 recipient stanza").
Unwrapped unwrap_file_key(Crypto& crypto, const SecretKey& key, const Nonce12& nonce, const Bytes& body);

/// An argument that must be this many bytes in base64. Error seal.header (place "stanza TYPE").
Result<Bytes> stanza_argument(const Stanza& stanza, std::size_t index, std::size_t size);

/// Error seal.header with the stanza's type as its place.
Error stanza_failure(const Stanza& stanza);

} // namespace pli
