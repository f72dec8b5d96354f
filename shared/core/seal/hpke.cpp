#include "core/seal/hpke.hpp"

#include "core/seal/hkdf.hpp"

#include <algorithm>

namespace pli {

namespace {

constexpr std::uint16_t kdf_hkdf_sha256 = 0x0001;
constexpr std::uint16_t aead_chacha20_poly1305 = 0x0003;
constexpr std::uint8_t mode_base = 0x00;

void append(Bytes& out, ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

void append_number(Bytes& out, std::size_t number) {
    out.push_back(static_cast<std::uint8_t>((number >> 8) & 0xffU));
    out.push_back(static_cast<std::uint8_t>(number & 0xffU));
}

Bytes suite_id(std::uint16_t kem) {
    Bytes id;
    append(id, bytes_of("HPKE"));
    append_number(id, kem);
    append_number(id, kdf_hkdf_sha256);
    append_number(id, aead_chacha20_poly1305);
    return id;
}

/// RFC 9180 section 4, LabeledExtract.
SecretKey labeled_extract(Crypto& crypto, const Bytes& suite, ByteView salt, std::string_view label,
                          ByteView material) {
    Bytes labeled;
    append(labeled, bytes_of("HPKE-v1"));
    append(labeled, suite);
    append(labeled, bytes_of(label));
    append(labeled, material);
    return hkdf_extract(crypto, salt, labeled);
}

/// RFC 9180 section 4, LabeledExpand.
SecretKey labeled_expand(Crypto& crypto, const Bytes& suite, const SecretKey& key, std::string_view label,
                         ByteView info, std::size_t size) {
    Bytes labeled;
    append_number(labeled, size);
    append(labeled, bytes_of("HPKE-v1"));
    append(labeled, suite);
    append(labeled, bytes_of(label));
    append(labeled, info);
    return hkdf_expand(crypto, key, labeled);
}

} // namespace

HpkeContext hpke_context(Crypto& crypto, std::uint16_t kem, const SecretKey& shared, std::string_view info) {
    const Bytes suite = suite_id(kem);
    Bytes schedule = {mode_base};
    append(schedule, labeled_extract(crypto, suite, {}, "psk_id_hash", {}).bytes);
    append(schedule, labeled_extract(crypto, suite, {}, "info_hash", bytes_of(info)).bytes);
    const SecretKey secret = labeled_extract(crypto, suite, shared.bytes, "secret", {});
    HpkeContext context{labeled_expand(crypto, suite, secret, "key", schedule, sizeof(Key32)), {}};
    const SecretKey nonce = labeled_expand(crypto, suite, secret, "base_nonce", schedule, sizeof(Nonce12));
    std::copy_n(nonce.bytes.begin(), context.nonce.size(), context.nonce.begin());
    return context;
}

} // namespace pli
