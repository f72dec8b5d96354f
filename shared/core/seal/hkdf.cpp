#include "core/seal/hkdf.hpp"

namespace pli {

SecretKey hkdf_extract(Crypto& crypto, ByteView salt, ByteView key_material) {
    // HMAC pads its key with zeros, so an empty salt already is the RFC's string of zeros.
    return {crypto, crypto.hmac_sha256(salt, key_material)};
}

SecretKey hkdf_expand(Crypto& crypto, const SecretKey& key, ByteView info) {
    Bytes message(info.begin(), info.end());
    message.push_back(1);
    return {crypto, crypto.hmac_sha256(key.bytes, message)};
}

SecretKey hkdf_sha256(Crypto& crypto, ByteView key_material, ByteView salt, ByteView info) {
    return hkdf_expand(crypto, hkdf_extract(crypto, salt, key_material), info);
}

} // namespace pli
