import { createHmac, timingSafeEqual } from "node:crypto";
import type { InstallationKey } from "@gandan/auth/seal";

/** A form younger than this was filled in by no person. */
const YOUNGEST_MS = 3_000;
const OLDEST_MS = 12 * 3_600_000;
/** Kept of a hash: more than anybody guesses. */
const MARK_BYTES = 16;

const markOf = (key: InstallationKey, about: string, unitId: string, said: string) =>
  createHmac("sha256", key).update(`${about}\n${unitId}\n${said}`).digest().subarray(0, MARK_BYTES);

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer) => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const isSame = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);

/** The secret of a feedback's link, 43 characters for an address: its id, and that this installation gave it out. */
export function secretOf(key: InstallationKey, unitId: string, feedbackId: string): string {
  return Buffer.concat([bytesOf(feedbackId), markOf(key, "feedback link", unitId, feedbackId)]).toString("base64url");
}

/** The feedback of a secret; null for one that was made up, which no database is asked about. */
export function idOfSecret(key: InstallationKey, unitId: string, secret: string): string | null {
  const bytes = Buffer.from(secret, "base64url");
  if (bytes.length !== 16 + MARK_BYTES || bytes.toString("base64url") !== secret) return null;
  const id = idOf(bytes.subarray(0, 16));
  return isSame(bytes.subarray(16), markOf(key, "feedback link", unitId, id)) ? id : null;
}

/** The mark of a form: the id that its feedback will have, and when it was given out. */
export function stampOf(key: InstallationKey, unitId: string, feedbackId: string, now: Date): string {
  const said = `${feedbackId}.${now.getTime().toString(36)}`;
  return `${said}.${markOf(key, "feedback form", unitId, said).toString("base64url")}`;
}

type ReadStamp = { feedbackId: string } | "forged" | "early" | "late";

/** What the mark of a form says: made up here or not, filled in faster than a person can, or kept too long. */
export function readStamp(key: InstallationKey, unitId: string, stamp: string, now: Date): ReadStamp {
  const [feedbackId = "", time = "", mark = ""] = stamp.split(".");
  const right = markOf(key, "feedback form", unitId, `${feedbackId}.${time}`);
  if (!isSame(Buffer.from(mark, "base64url"), right)) return "forged";
  const age = now.getTime() - Number.parseInt(time, 36);
  return age < YOUNGEST_MS ? "early" : age > OLDEST_MS ? "late" : { feedbackId };
}
