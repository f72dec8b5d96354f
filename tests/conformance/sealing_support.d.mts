// What end-to-end stories use of it (e2e/fixtures/keys.ts).
import type { SealingCore } from "../../web/src/sealing/operations";

export const LIGHT: number;
export function newCore(): Promise<SealingCore>;
