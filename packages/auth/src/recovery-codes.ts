import { createHash, randomInt } from "node:crypto";
import type { TransactionSql } from "./audit-session";

const HOW_MANY = 10;
/** Without what is easily taken for something else: 0 o, 1 l i. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Ten codes of 79 bits each, as "k7pw-3mxa-9dqe-h2rt". */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: HOW_MANY }, () => Array.from({ length: GROUPS }, group).join("-"));
}

/** What the database keeps of a code. However it was typed: capitals, spaces and dashes make no difference. */
function hashOf(staffId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return createHash("sha256").update(`${staffId}:${plain}`).digest("hex");
}

/** Puts a new set in the place of the old one, whose codes count no more. */
export async function replaceRecoveryCodes(sql: TransactionSql, staffId: string, now: Date): Promise<string[]> {
  const codes = newRecoveryCodes();
  await sql`delete from recovery_code where staff_id = ${staffId}`;
  await sql`
    insert into recovery_code (staff_id, code_hash, created_at)
    select ${staffId}, hash, ${now} from unnest(${codes.map((code) => hashOf(staffId, code))}::text[]) hash`;
  return codes;
}

/** Uses a code up; false when it is none of the person's or was used before. */
export async function useRecoveryCode(sql: TransactionSql, staffId: string, code: string, now: Date): Promise<boolean> {
  const done = await sql`
    update recovery_code set used_at = ${now}
    where staff_id = ${staffId} and code_hash = ${hashOf(staffId, code)} and used_at is null`;
  return done.count === 1;
}
