import type { InstallationKey } from "@gandan/auth/seal";
import { appendAudit } from "@gandan/db/audit/append-audit";
import type { PetitionSender, PetitionWay } from "@gandan/model/petition/petition-inputs";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { foldRow, loadTerms } from "./fold-register";
import { keepFiles, type PetitionFile } from "./petition-files";
import { codeOf, hashOfCode, sealPart, sealSender } from "./petition-seal";
import { numberOf } from "./sealed-register";

/** A petition as it comes. */
export interface IncomingPetition {
  /** Given out with the form: the same form sent twice is one petition. */
  petitionId: string;
  kind: PetitionKind;
  instance: number;
  way: PetitionWay;
  text: string;
  sender: PetitionSender;
  /** Fit to be kept. */
  files: readonly PetitionFile[];
  receivedAt: Date;
  /** Staff id; null for what was sent by the public page. */
  registeredBy: string | null;
  /** Staff to whom it stays closed. */
  barred: readonly string[];
}

export interface PetitionReceipt {
  petitionId: string;
  /** "12/2026" */
  number: string;
  receivedAt: Date;
  /** Files that came with it. */
  files: number;
  /** Told to its sender and nobody else; the register keeps its hash. */
  code: string;
}

/** Who acts when the public page is used. */
export const CITIZEN = "citizen";

/**
 * Writes a petition into the sealed register under the next number of its year, sealed before it reaches the database.
 * The audit says that one came, and nothing of its kind, its sender or what it says.
 */
export async function receivePetition(
  sql: TransactionSql,
  { unitId, now, key }: { unitId: string; now: Date; key: InstallationKey },
  incoming: IncomingPetition,
): Promise<PetitionReceipt> {
  const { petitionId, kind, instance, way, text, sender, files, receivedAt, registeredBy, barred } = incoming;
  const place = { unitId, petitionId };
  const code = codeOf(key, place);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`petition ${unitId}`}, 0))`;
  const [known] = await sql<{ year: number; number: number; receivedAt: Date; files: number }[]>`
    select year, number, received_at as "receivedAt", files from petition where unit_id = ${unitId} and id = ${petitionId}`;
  if (known) return { petitionId, number: numberOf(known), receivedAt: known.receivedAt, files: known.files, code };
  const terms = await loadTerms(sql, unitId, now);
  const came = { seq: 1, step: "received" as const, at: receivedAt, kind: null, was: null, towards: null };
  const { columns } = foldRow({ kind, instance }, [{ ...came, takenBackAt: null }], terms, now);
  const content = sealPart(key, place, "content", text);
  const from = sealSender(key, place, sender);
  const actor = registeredBy ?? CITIZEN;
  const year = Number(localToday(now).slice(0, 4));
  const [row] = await sql<{ number: number }[]>`
    insert into petition (unit_id, id, year, number, kind, instance, way, anonymous, files, received_at, registered_by,
      code_hash, state, last_seq, next_step, due_at, next_remind_at)
    select ${unitId}, ${petitionId}, ${year}, coalesce(max(number), 0) + 1, ${columns.kind}, ${instance}, ${way},
      ${from === null}, ${files.length}, ${receivedAt}, ${registeredBy}, ${hashOfCode(code)}, ${columns.state}, 1,
      ${columns.next_step}, ${columns.due_at}, ${columns.next_remind_at}
    from petition where unit_id = ${unitId} and year = ${year} returning number`;
  await sql`
    insert into petition_paper (unit_id, petition_id, content, sender)
    values (${unitId}, ${petitionId}, ${content}, ${from})`;
  await keepFiles(sql, key, place, files);
  await sql`
    insert into petition_step (unit_id, petition_id, seq, step, at, recorded_at, actor)
    values (${unitId}, ${petitionId}, 1, 'received', ${receivedAt}, ${now}, ${actor})`;
  if (barred.length > 0) {
    await sql`
      insert into petition_bar (unit_id, petition_id, staff_id, barred_by, barred_at)
      select ${unitId}, ${petitionId}, s::uuid, ${actor}, ${now} from unnest(${[...new Set(barred)]}::text[]) s`;
  }
  const number = numberOf({ number: row!.number, year });
  await appendAudit(sql, {
    unitId,
    at: now,
    actor,
    action: "petition.receive",
    subject: petitionId,
    details: { number, way },
  });
  return { petitionId, number, receivedAt, files: files.length, code };
}
