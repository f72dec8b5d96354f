// The core's cryptographic host (shared/core/host/crypto.hpp) on libsodium's raw module. Bytes are
// copied between the two memories through areas reserved once: sealing calls nothing that allocates.
import type { RawSodium } from "./raw_sodium";

/** The largest message of the AEAD: one chunk of age with its tag. */
const areaSize = 65536 + 16;
const keySize = 32;
const wideSize = 64; // a BLAKE2b digest, an Ed25519 secret key or signature
const nonceSize = 12;
const tagSize = 16;
const xwingPublicSize = 1216;
const xwingCiphertextSize = 1120;

/** The functions that the core imports under the module name "host"; addresses are the core's own. */
export class SodiumHost {
  private readonly input: number;
  private readonly output: number;
  private readonly key: number;
  private readonly nonce: number;
  private readonly state: number;
  private readonly stateSize: number;

  /** `memory` gives the core's memory as it stands at each call. */
  constructor(
    private readonly sodium: RawSodium,
    private readonly memory: () => Uint8Array,
  ) {
    this.stateSize = sodium._crypto_hash_sha256_statebytes();
    this.input = this.reserve(areaSize);
    this.output = this.reserve(areaSize);
    this.key = this.reserve(wideSize);
    this.nonce = this.reserve(nonceSize);
    this.state = this.reserve(
      Math.max(
        this.stateSize,
        sodium._crypto_auth_hmacsha256_statebytes(),
        sodium._crypto_generichash_statebytes(),
      ),
    );
  }

  imports(): WebAssembly.ModuleImports {
    return {
      random: this.random.bind(this),
      sha256_begin: this.sha256Begin.bind(this),
      sha256_push: this.sha256Push.bind(this),
      sha256_finish: this.sha256Finish.bind(this),
      hmac_sha256: this.hmacSha256.bind(this),
      aead_seal: this.aeadSeal.bind(this),
      aead_open: this.aeadOpen.bind(this),
      x25519: this.x25519.bind(this),
      x25519_base: this.x25519Base.bind(this),
      scrypt: this.scrypt.bind(this),
      xwing_public: this.xwingPublic.bind(this),
      xwing_encapsulate: this.xwingEncapsulate.bind(this),
      xwing_decapsulate: this.xwingDecapsulate.bind(this),
      blake2b: this.blake2b.bind(this),
      ed25519_from_seed: this.ed25519FromSeed.bind(this),
      ed25519_sign: this.ed25519Sign.bind(this),
      ed25519_verify: this.ed25519Verify.bind(this),
    };
  }

  private random(out: number, size: number): void {
    for (let start = 0; start < size; start += areaSize) {
      const part = Math.min(areaSize, size - start);
      this.sodium._randombytes_buf(this.output, part);
      this.copyOut(this.output, part, out + start);
      this.wipe(this.output, part);
    }
  }

  // A digest's state lies in the core's memory between calls, so that any number may be open.

  private sha256Begin(state: number): void {
    this.sodium._crypto_hash_sha256_init(this.state);
    this.copyOut(this.state, this.stateSize, state);
  }

  private sha256Push(state: number, bytes: number, size: number): void {
    this.copyIn(state, this.stateSize, this.state);
    this.feed(bytes, size, (part) =>
      this.sodium._crypto_hash_sha256_update(this.state, this.input, part, 0),
    );
    this.copyOut(this.state, this.stateSize, state);
  }

  private sha256Finish(state: number, out: number): void {
    this.copyIn(state, this.stateSize, this.state);
    this.sodium._crypto_hash_sha256_final(this.state, this.output);
    this.copyOut(this.output, keySize, out);
  }

  private hmacSha256(
    key: number,
    size: number,
    message: number,
    messageSize: number,
    out: number,
  ): void {
    this.copyIn(key, size, this.input);
    this.sodium._crypto_auth_hmacsha256_init(this.state, this.input, size);
    this.wipe(this.input, size);
    this.feed(message, messageSize, (part) =>
      this.sodium._crypto_auth_hmacsha256_update(this.state, this.input, part, 0),
    );
    this.wipe(this.input, Math.min(messageSize, areaSize));
    this.sodium._crypto_auth_hmacsha256_final(this.state, this.output);
    this.copyOut(this.output, keySize, out);
    this.wipe(this.output, keySize);
    this.wipe(this.state, this.sodium._crypto_auth_hmacsha256_statebytes());
  }

  private aeadSeal(key: number, nonce: number, message: number, size: number, out: number): void {
    this.copyIn(key, keySize, this.key);
    this.copyIn(nonce, nonceSize, this.nonce);
    this.copyIn(message, size, this.input);
    this.sodium._crypto_aead_chacha20poly1305_ietf_encrypt(
      this.output,
      0,
      this.input,
      size,
      0,
      0,
      0,
      0,
      0,
      this.nonce,
      this.key,
    );
    this.copyOut(this.output, size + tagSize, out);
    this.wipe(this.key, keySize);
  }

  private aeadOpen(key: number, nonce: number, sealed: number, size: number, out: number): number {
    this.copyIn(key, keySize, this.key);
    this.copyIn(nonce, nonceSize, this.nonce);
    this.copyIn(sealed, size, this.input);
    const status = this.sodium._crypto_aead_chacha20poly1305_ietf_decrypt(
      this.output,
      0,
      0,
      this.input,
      size,
      0,
      0,
      0,
      0,
      this.nonce,
      this.key,
    );
    if (status === 0) this.copyOut(this.output, size - tagSize, out);
    this.wipe(this.key, keySize);
    return Number(status === 0);
  }

  private x25519(scalar: number, point: number, out: number): number {
    this.copyIn(scalar, keySize, this.key);
    this.copyIn(point, keySize, this.input);
    const status = this.sodium._crypto_scalarmult_curve25519(this.output, this.key, this.input);
    if (status === 0) this.copyOut(this.output, keySize, out);
    this.wipe(this.key, keySize);
    this.wipe(this.output, keySize);
    return Number(status === 0);
  }

  private x25519Base(scalar: number, out: number): void {
    this.copyIn(scalar, keySize, this.key);
    this.sodium._crypto_scalarmult_curve25519_base(this.output, this.key);
    this.copyOut(this.output, keySize, out);
    this.wipe(this.key, keySize);
  }

  /** N = 2^logN, r = 8, p = 1. Zero when libsodium cannot get the memory. */
  private scrypt(
    passphrase: number,
    size: number,
    salt: number,
    saltSize: number,
    logN: number,
    out: number,
  ): number {
    if (size + saltSize > areaSize) return 0;
    this.copyIn(passphrase, size, this.input);
    this.copyIn(salt, saltSize, this.input + size);
    const status = this.sodium._crypto_pwhash_scryptsalsa208sha256_ll(
      this.input,
      size,
      this.input + size,
      saltSize,
      2 ** logN,
      0,
      8,
      1,
      this.output,
      keySize,
    );
    if (status === 0) this.copyOut(this.output, keySize, out);
    this.wipe(this.input, size);
    this.wipe(this.output, keySize);
    return Number(status === 0);
  }

  private xwingPublic(seed: number, out: number): number {
    this.copyIn(seed, keySize, this.key);
    const secret = this.input;
    const status = this.sodium._crypto_kem_xwing_seed_keypair(this.output, secret, this.key);
    this.copyOut(this.output, xwingPublicSize, out);
    this.wipe(this.key, keySize);
    this.wipe(secret, keySize);
    return Number(status === 0);
  }

  private xwingEncapsulate(publicKey: number, ciphertext: number, shared: number): number {
    this.copyIn(publicKey, xwingPublicSize, this.input);
    const status = this.sodium._crypto_kem_xwing_enc(this.output, this.key, this.input);
    this.copyOut(this.output, xwingCiphertextSize, ciphertext);
    this.copyOut(this.key, keySize, shared);
    this.wipe(this.key, keySize);
    return Number(status === 0);
  }

  private xwingDecapsulate(seed: number, ciphertext: number, shared: number): number {
    this.copyIn(seed, keySize, this.key);
    this.copyIn(ciphertext, xwingCiphertextSize, this.input);
    const status = this.sodium._crypto_kem_xwing_dec(this.output, this.input, this.key);
    this.copyOut(this.output, keySize, shared);
    this.wipe(this.key, keySize);
    this.wipe(this.output, keySize);
    return Number(status === 0);
  }

  private blake2b(bytes: number, size: number, out: number): void {
    this.sodium._crypto_generichash_init(this.state, 0, 0, wideSize);
    this.feed(bytes, size, (part) =>
      this.sodium._crypto_generichash_update(this.state, this.input, part, 0),
    );
    this.sodium._crypto_generichash_final(this.state, this.output, wideSize);
    this.copyOut(this.output, wideSize, out);
  }

  private ed25519FromSeed(seed: number, secret: number): void {
    this.copyIn(seed, keySize, this.input);
    this.sodium._crypto_sign_ed25519_seed_keypair(this.output, this.key, this.input);
    this.copyOut(this.key, wideSize, secret);
    this.wipe(this.key, wideSize);
    this.wipe(this.input, keySize);
  }

  /** The message is a digest, or a signature with its comment: it fits the area. */
  private ed25519Sign(secret: number, message: number, size: number, out: number): void {
    this.copyIn(secret, wideSize, this.key);
    this.copyIn(message, size, this.input);
    this.sodium._crypto_sign_ed25519_detached(this.output, 0, this.input, size, 0, this.key);
    this.copyOut(this.output, wideSize, out);
    this.wipe(this.key, wideSize);
  }

  private ed25519Verify(point: number, message: number, size: number, signature: number): number {
    this.copyIn(point, keySize, this.key);
    this.copyIn(message, size, this.input);
    this.copyIn(signature, wideSize, this.output);
    const status = this.sodium._crypto_sign_ed25519_verify_detached(
      this.output,
      this.input,
      size,
      0,
      this.key,
    );
    return Number(status === 0);
  }

  private reserve(size: number): number {
    const address = this.sodium._malloc(size);
    if (address === 0) throw new RangeError("libsodium has no memory");
    return address;
  }

  private copyIn(from: number, size: number, to: number): void {
    this.sodium.HEAPU8.set(this.memory().subarray(from, from + size), to);
  }

  private copyOut(from: number, size: number, to: number): void {
    this.memory().set(this.sodium.HEAPU8.subarray(from, from + size), to);
  }

  /** libsodium.js never wipes its memory: no secret may stay in the areas. */
  private wipe(area: number, size: number): void {
    this.sodium.HEAPU8.fill(0, area, area + size);
  }

  /** Brings any amount of bytes to the input area, one part after the other. */
  private feed(from: number, size: number, take: (part: number) => void): void {
    for (let start = 0; start < size; start += areaSize) {
      const part = Math.min(areaSize, size - start);
      this.copyIn(from + start, part, this.input);
      take(part);
    }
  }
}
