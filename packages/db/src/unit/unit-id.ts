import { createHash } from "node:crypto";
import type { UnitLevel } from "../schema/unit";

const NAMESPACE = Buffer.from("6f6d0a5e5b8d4c0f9a3e7b1f2c4d8e60", "hex");

/**
 * The id of a unit from the official list: a version 5 UUID of its level, code and first day, so that another import,
 * or another machine, gives the same unit the same id although codes are used again.
 */
export function unitIdOf(level: UnitLevel, code: string, validFrom: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(`${level}/${code}/${validFrom}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
