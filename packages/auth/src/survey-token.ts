import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { InstallationKey } from "./seal";

const ID_BYTES = 16;
const MAC_BYTES = 16;
/** A token in an address: URL-safe, as long as this. */
const TOKEN = new RegExp(`^[\\w-]{${Math.ceil(((ID_BYTES + MAC_BYTES) * 4) / 3)}}$`);

function macOf(key: InstallationKey, unitId: string, id: Buffer): Buffer {
  const secret = Buffer.from(hkdfSync("sha256", key, "", "survey-token", 32));
  return createHmac("sha256", secret).update(unitId).update(id).digest().subarray(0, MAC_BYTES);
}

const fromUuid = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const toUuid = (id: Buffer): string =>
  id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/**
 * The single-use token of an invitation, 43 characters for an address: its id and a code over it that only this
 * installation can make. It is stored nowhere.
 */
export function surveyToken(key: InstallationKey, unitId: string, invitationId: string): string {
  const id = fromUuid(invitationId);
  return Buffer.concat([id, macOf(key, unitId, id)]).toString("base64url");
}

/**
 * The invitation that a token was made for, without asking the database; null for a forged one and for one of another
 * unit.
 */
export function invitationOf(key: InstallationKey, unitId: string, token: string): string | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const [id, mac] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  // The last character carries spare bits: another spelling of the same bytes would count as another token.
  if (bytes.toString("base64url") !== token || !timingSafeEqual(mac, macOf(key, unitId, id))) return null;
  return toUuid(id);
}

/** What is kept of a token that has answered: its SHA-256 in hex (`survey_spent.mark`), from which it cannot be made. */
export function spentMark(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
