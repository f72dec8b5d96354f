// HKDF-SHA-256 (RFC 5869) over the host's HMAC, for outputs of one block: age needs no longer ones.
#pragma once

#include "core/base/bytes.hpp"
#include "core/seal/secret.hpp"

namespace pli {

/// RFC 5869 section 2.2. An empty salt stands for 32 zero bytes, as the RFC says.
SecretKey hkdf_extract(Crypto& crypto, ByteView salt, ByteView key_material);

/// RFC 5869 section 2.3 for 32 bytes; a shorter output is its beginning.
SecretKey hkdf_expand(Crypto& crypto, const SecretKey& key, ByteView info);

/// Both.
SecretKey hkdf_sha256(Crypto& crypto, ByteView key_material, ByteView salt, ByteView info);

} // namespace pli
