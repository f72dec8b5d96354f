// HPKE (RFC 9180), base mode, from a shared secret that the KEM gave to a key and a nonce that serve once.
// Only what the hybrid stanza needs: HKDF-SHA-256 and ChaCha20-Poly1305.
#pragma once

#include "core/seal/secret.hpp"

#include <cstdint>
#include <string_view>

namespace pli {

struct HpkeContext {
    SecretKey key;
    Nonce12 nonce; ///< of the first message, the only one here
};

/// KeySchedule of RFC 9180 section 5.1 with mode_base, an empty PSK and no exporter.
HpkeContext hpke_context(Crypto& crypto, std::uint16_t kem, const SecretKey& shared, std::string_view info);

} // namespace pli
