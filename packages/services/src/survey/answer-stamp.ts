import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { InstallationKey } from "@gandan/auth/seal";

const TIME_BYTES = 6;
const RANDOM_BYTES = 12;
const SIGN_BYTES = 16;

function signOf(key: InstallationKey, about: string, body: Buffer): Buffer {
  return createHmac("sha256", key).update(`survey stamp ${about} `).update(body).digest().subarray(0, SIGN_BYTES);
}

/**
 * What the page of a form carries unseen: when it was opened, something random, and a signature over both. It tells how
 * long answering took, and a sheet sent twice from one page counts once. `about` says which page it is of.
 */
export function makeStamp(key: InstallationKey, about: string, now: Date): string {
  const body = Buffer.alloc(TIME_BYTES + RANDOM_BYTES);
  body.writeUIntBE(now.getTime(), 0, TIME_BYTES);
  randomBytes(RANDOM_BYTES).copy(body, TIME_BYTES);
  return Buffer.concat([body, signOf(key, about, body)]).toString("base64url");
}

/** When the page of a stamp was opened; null when it is none of ours, or of another page. */
export function readStamp(key: InstallationKey, about: string, stamp: string): Date | null {
  const bytes = Buffer.from(stamp, "base64url");
  // Another spelling of the same bytes would count as another page.
  const isOurs = bytes.length === TIME_BYTES + RANDOM_BYTES + SIGN_BYTES && bytes.toString("base64url") === stamp;
  if (!isOurs) return null;
  const body = bytes.subarray(0, TIME_BYTES + RANDOM_BYTES);
  if (!timingSafeEqual(bytes.subarray(body.length), signOf(key, about, body))) return null;
  return new Date(body.readUIntBE(0, TIME_BYTES));
}
