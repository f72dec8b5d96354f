// HKDF and the key schedule of HPKE against the vectors of their RFCs.
#include "core/base/encoding.hpp"
#include "core/seal/hkdf.hpp"
#include "core/seal/hpke.hpp"
#include "unit/seal/workshop.hpp"

using namespace pli;

namespace {

Bytes hex(std::string_view text) { return hex_decode(text).value(); }

TEST(Hkdf, GivesTheFirstVectorOfRfc5869) {
    SodiumCrypto crypto;
    const SecretKey extracted = hkdf_extract(crypto, hex("000102030405060708090a0b0c"), Bytes(22, 0x0b));
    EXPECT_EQ(hex_encode(extracted.bytes), "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    const SecretKey expanded = hkdf_expand(crypto, extracted, hex("f0f1f2f3f4f5f6f7f8f9"));
    EXPECT_EQ(hex_encode(expanded.bytes), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
}

TEST(Hkdf, TakesNoSaltForZeros) {
    SodiumCrypto crypto;
    EXPECT_EQ(hkdf_extract(crypto, {}, Bytes(22, 0x0b)).bytes, hkdf_extract(crypto, Bytes(32), Bytes(22, 0x0b)).bytes);
    EXPECT_EQ(hex_encode(hkdf_extract(crypto, {}, Bytes(22, 0x0b)).bytes),
              "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04")
        << "the third vector";
}

TEST(Hpke, GivesTheKeyScheduleOfRfc9180) {
    // Appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode.
    SodiumCrypto crypto;
    SecretKey shared(crypto);
    const Bytes bytes = hex("0bbe78490412b4bbea4812666f7916932b828bba79942424abb65244930d69a7");
    std::copy(bytes.begin(), bytes.end(), shared.bytes.begin());
    const HpkeContext context = hpke_context(crypto, 0x0020, shared, "Ode on a Grecian Urn");
    EXPECT_EQ(hex_encode(context.key.bytes), "ad2744de8e17f4ebba575b3f5f5a8fa1f69c2a07f6e7500bc60ca6e3e3ec1c91");
    EXPECT_EQ(hex_encode(context.nonce), "5c4d98150661b848853b547f");
}

} // namespace
