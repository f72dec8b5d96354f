#include "core/seal/hybrid.hpp"

#include "core/base/encoding.hpp"
#include "core/seal/hpke.hpp"

namespace pli {

namespace {

constexpr std::uint16_t kem_xwing = 0x647a;
constexpr std::string_view label = "age-encryption.org/mlkem768x25519";

Error unsupported() { return {"seal.hybrid-unsupported", {}, {}}; }

} // namespace

Result<Stanza> wrap_hybrid(Crypto& crypto, const Recipient& recipient, const FileKey& file_key) {
    if (!crypto.has_xwing()) return unsupported();
    Bytes encapsulated(Crypto::xwing_ciphertext_size);
    SecretKey shared(crypto);
    if (!crypto.xwing_encapsulate(recipient.public_key, encapsulated, shared.bytes))
        return Error{"recipient.weak", {}, {}};
    const HpkeContext context = hpke_context(crypto, kem_xwing, shared, label);
    return Stanza{{std::string(hybrid_stanza), base64_encode(encapsulated, Padding::None)},
                  wrap_file_key(crypto, context.key, context.nonce, file_key)};
}

Unwrapped unwrap_hybrid(Crypto& crypto, const Identity& identity, const Stanza& stanza) {
    if (stanza.args.size() != 2) return stanza_failure(stanza);
    const Result<Bytes> encapsulated = stanza_argument(stanza, 1, Crypto::xwing_ciphertext_size);
    if (!encapsulated.ok()) return encapsulated.error();
    if (!crypto.has_xwing()) return unsupported();
    SecretKey shared(crypto);
    if (!crypto.xwing_decapsulate(identity.secret.bytes, encapsulated.value(), shared.bytes))
        return stanza_failure(stanza);
    const HpkeContext context = hpke_context(crypto, kem_xwing, shared, label);
    return unwrap_file_key(crypto, context.key, context.nonce, stanza.body);
}

} // namespace pli
