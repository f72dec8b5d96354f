// The part of libsodium's raw module that the core's host calls (`libsodium` of
// libsodium-wrappers-sumo once `ready`): C functions over addresses in its own memory.
// 64-bit sizes come as two 32-bit halves, low first.

export interface RawSodium {
  /** Replaced whenever the memory grows: never keep it across a call. */
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(address: number): void;
  _randombytes_buf(out: number, size: number): void;
  _crypto_hash_sha256_statebytes(): number;
  _crypto_hash_sha256_init(state: number): number;
  _crypto_hash_sha256_update(state: number, input: number, low: number, high: number): number;
  _crypto_hash_sha256_final(state: number, out: number): number;
  _crypto_auth_hmacsha256_statebytes(): number;
  _crypto_auth_hmacsha256_init(state: number, key: number, keySize: number): number;
  _crypto_auth_hmacsha256_update(state: number, input: number, low: number, high: number): number;
  _crypto_auth_hmacsha256_final(state: number, out: number): number;
  _crypto_aead_chacha20poly1305_ietf_encrypt(
    out: number,
    outSize: number,
    message: number,
    low: number,
    high: number,
    data: number,
    dataLow: number,
    dataHigh: number,
    secretNonce: number,
    nonce: number,
    key: number,
  ): number;
  _crypto_aead_chacha20poly1305_ietf_decrypt(
    out: number,
    outSize: number,
    secretNonce: number,
    sealed: number,
    low: number,
    high: number,
    data: number,
    dataLow: number,
    dataHigh: number,
    nonce: number,
    key: number,
  ): number;
  _crypto_scalarmult_curve25519(out: number, scalar: number, point: number): number;
  _crypto_scalarmult_curve25519_base(out: number, scalar: number): number;
  _crypto_pwhash_scryptsalsa208sha256_ll(
    passphrase: number,
    passphraseSize: number,
    salt: number,
    saltSize: number,
    roundsLow: number,
    roundsHigh: number,
    r: number,
    p: number,
    out: number,
    outSize: number,
  ): number;
  _crypto_kem_xwing_seed_keypair(publicKey: number, secretKey: number, seed: number): number;
  _crypto_kem_xwing_enc(ciphertext: number, shared: number, publicKey: number): number;
  _crypto_generichash_statebytes(): number;
  _crypto_generichash_init(state: number, key: number, keySize: number, outSize: number): number;
  _crypto_generichash_update(state: number, input: number, low: number, high: number): number;
  _crypto_generichash_final(state: number, out: number, outSize: number): number;
  _crypto_sign_ed25519_seed_keypair(point: number, secret: number, seed: number): number;
  _crypto_sign_ed25519_detached(
    signature: number,
    signatureSize: number,
    message: number,
    low: number,
    high: number,
    secret: number,
  ): number;
  _crypto_sign_ed25519_verify_detached(
    signature: number,
    message: number,
    low: number,
    high: number,
    point: number,
  ): number;
  _crypto_kem_xwing_dec(shared: number, ciphertext: number, secretKey: number): number;
}
