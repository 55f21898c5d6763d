import { createHash, createHmac } from "node:crypto";
import { type InstallationKey, seal, unseal } from "@gandan/auth/seal";
import type { PetitionSender } from "@gandan/model/petition/petition-inputs";

/** A petition of a unit, to which sealed text is bound: copied to another one it does not open. */
export interface SealedIn {
  unitId: string;
  petitionId: string;
}

type Part = "content" | "sender" | `note ${number}` | `told ${number}` | `label ${number}`;

const about = ({ unitId, petitionId }: SealedIn, part: Part) => `petition ${unitId} ${petitionId} ${part}`;

/** A part of a petition as ciphertext; null for nothing. */
export function sealPart(key: InstallationKey, petition: SealedIn, part: Part, text: string): string | null {
  return text === "" ? null : seal(key, about(petition, part), text);
}

/** What was sealed; empty for nothing. @throws Error when it was sealed for another petition, or changed */
export function openPart(key: InstallationKey, petition: SealedIn, part: Part, sealed: string | null): string {
  return sealed === null ? "" : unseal(key, about(petition, part), sealed);
}

/** Who sent it, as one sealed text; null for somebody who does not say. */
export function sealSender(key: InstallationKey, petition: SealedIn, sender: PetitionSender): string | null {
  const { name, address, contact } = sender;
  return name === "" ? null : sealPart(key, petition, "sender", JSON.stringify({ name, address, contact }));
}

/** Who sent it; null for somebody who did not say. */
export function openSender(key: InstallationKey, petition: SealedIn, sealed: string | null): PetitionSender | null {
  return sealed === null ? null : (JSON.parse(openPart(key, petition, "sender", sealed)) as PetitionSender);
}

/** Letters and digits that are not taken for each other: 32, five bits each. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ0";
const CODE_LENGTH = 20;

/** The code by which its sender follows a petition, "ABCD-EFGH-…": a hundred bits that only the key can make. */
export function codeOf(key: InstallationKey, { unitId, petitionId }: SealedIn): string {
  const bytes = createHmac("sha256", key).update(`petition code\n${unitId}\n${petitionId}`).digest();
  const signs = Array.from({ length: CODE_LENGTH }, (_, i) => ALPHABET[bytes[i]! & 31]!);
  return signs.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** What is kept of a code, written with or without hyphens. */
export function hashOfCode(code: string): string {
  return createHash("sha256").update(code.replaceAll("-", "")).digest("hex");
}
