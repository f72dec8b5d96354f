// Loaded before the tests of Node: its version 18 keeps the Web's `crypto` in a module, later ones and browsers have
// it as a global, which is where age-encryption looks for it.
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
