import { randomBytes, randomUUID } from "node:crypto";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import type { OfficialDocument } from "@gandan/documents/official/official-document";
import { AppError } from "@gandan/model/error/app-error";
import { type SignLetters, signing } from "@gandan/model/letter/signing-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { type SigningCapacity, signingCapacity } from "../delegation/signing-capacity";
import { lockRecording } from "../dossier/lock-recording";
import { recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { officeOn } from "../settings/office-of-unit";
import { readSetting } from "../settings/unit-setting";
import { composeLetter, refuseIncomplete, templateOf } from "./compose-letter";
import { factOfSigning } from "./letter-facts";
import { type LetterRow, lockLetters } from "./letter-row";
import { takeNumbers } from "./take-numbers";

export interface SignedLetter {
  letterId: string;
  /** "08", as printed: numbers below 10 take a nought. */
  number: string;
}

/** A letter that was not signed with the others, and why: an AppError's key with its details. */
export interface RefusedLetter {
  letterId: string;
  key: string;
  details?: AppError["details"];
}

export interface SignedBatch {
  batchId: string;
  signed: SignedLetter[];
  refused: RefusedLetter[];
}

interface Making {
  id: string;
  number: number;
  proof: string;
  /** The version of the words. */
  template: string;
  document: OfficialDocument;
}

function refuseUnsignable(row: LetterRow, revision: number, checkRequired: boolean, now: Date): void {
  if (row.state === "signed" || row.state === "delivered") throw new AppError("CONFLICT", "letter.signed");
  if ((row.state !== "drafted" && row.state !== "checked") || row.revision !== revision) {
    throw new AppError("CONFLICT", "letter.changed", { code: row.externalCode });
  }
  if (checkRequired && row.state !== "checked") throw new AppError("INVALID", "letter.unchecked");
  refuseIncomplete(row, now);
  if (row.content.newDueAt && new Date(row.content.newDueAt) <= now) throw new AppError("INVALID", "letter.newDuePast");
}

/** Those of the letters that can be signed, and those that cannot, with the reason of each. */
function sortOut(rows: readonly LetterRow[], check: (row: LetterRow) => void) {
  const fit: LetterRow[] = [];
  const errors: { row: LetterRow; error: AppError }[] = [];
  for (const row of rows) {
    try {
      check(row);
      fit.push(row);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push({ row, error });
    }
  }
  return { fit, errors };
}

/** Gives numbers to the letters in their order, register by register, and composes each as it is signed. */
async function numberLetters(
  sql: TransactionSql,
  ctx: UnitCtx,
  rows: readonly LetterRow[],
  { signer }: SigningCapacity,
  origin: string,
): Promise<Making[]> {
  const { unitId, now } = ctx;
  const year = Number(localDateOf(toLocalMinute(now)).slice(0, 4));
  const made: Making[] = [];
  for (const register of [...new Set(rows.map((row) => row.register))].sort()) {
    const within = rows.filter((row) => row.register === register);
    const first = await takeNumbers(sql, unitId, { year, register, count: within.length });
    for (const [i, row] of within.entries()) {
      const number = first + i;
      const proof = randomBytes(16).toString("hex");
      const url = `${origin}/letter/${row.slug}/${proof}`;
      const document = composeLetter(row, now, { number: printedNumber(number), signer, url });
      made.push({ id: row.id, number, proof, template: templateOf(row), document });
    }
  }
  return made;
}

const printedNumber = (number: number) => String(number).padStart(2, "0");

/**
 * Signs letters as they were seen. Those that cannot be signed are told with their reason and stop no other. Each signed
 * one gets its number without gap and what its file is made from; the apology becomes an event of its dossier, with the
 * new appointment: all in one transaction with the audit. The files are made afterwards, by the worker.
 * @param origin where this site is reached, for the code that checks a letter, where the unit has not set an address
 * @throws AppError FORBIDDEN session.forbidden, delegation.outside; NOT_FOUND letter.notFound; INVALID unit.ended; and
 * when none can be signed the reason of the first: CONFLICT letter.signed, letter.changed; INVALID letter.newDuePast,
 * letter.unchecked
 */
export async function signLetters(ctx: UnitCtx, input: SignLetters, origin: string): Promise<SignedBatch> {
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const today = localDateOf(toLocalMinute(now));
  const seen = new Map(input.letters.map(({ letterId, revision }) => [letterId, revision]));
  return inUnit(ctx, async (_tx, sql) => {
    const capacity = await signingCapacity(sql, ctx, today);
    await refuseEnded(sql, unitId, today);
    await lockRecording(sql, unitId);
    const locked = await lockLetters(sql, unitId, [...seen.keys()], today);
    // Numbered in the order in which the signer saw them.
    const order = new Map([...seen.keys()].map((letterId, at) => [letterId, at]));
    const rows = locked.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
    const { checkRequired } = (await readSetting(sql, unitId, "signing", signing)).value;
    const { publicAddress } = await officeOn(sql, unitId, today);
    // What a letter lacks must show before a number is taken.
    const { fit, errors } = sortOut(rows, (row) => refuseUnsignable(row, seen.get(row.id) ?? 0, checkRequired, now));
    const [first] = errors;
    if (fit.length === 0 && first) throw first.error;
    const made = await numberLetters(sql, ctx, fit, capacity, publicAddress ?? origin);
    const batchId = randomUUID();
    const refused = errors.map(({ row, error }): RefusedLetter => {
      const { key, details } = error;
      return { letterId: row.id, key, ...(details ? { details } : {}) };
    });
    await writeSigned(sql, ctx, { batchId, made, refused, capacity });
    const events = fit.flatMap((row) => factOfSigning(row, capacity.role) ?? []);
    if (events.length > 0) {
      const at = now.toISOString();
      const judge = await loadJudge(sql, unitId, now);
      const intakes = events.map(({ externalCode, fact }) => ({
        externalCode,
        events: [{ at, recordedAt: at, fact }],
      }));
      await recordDossiers(sql, { unitId, actor, now, source: "desk" }, judge, intakes);
    }
    const signed = made.map(({ id, number }) => ({ letterId: id, number: printedNumber(number) }));
    await notePublicChange(sql, unitId);
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: "letter.sign",
      subject: signed.length === 1 ? signed[0]!.letterId : null,
      details: {
        letters: signed.map(({ letterId, number }) => `${letterId} ${number}`),
        as: capacity.role,
        batchId,
        ...(capacity.delegationId ? { delegationId: capacity.delegationId } : {}),
        ...(refused.length > 0 ? { refused: refused.map(({ letterId, key }) => `${letterId} ${key}`) } : {}),
      },
    });
    return { batchId, signed, refused };
  });
}

interface Written {
  batchId: string;
  made: readonly Making[];
  refused: readonly RefusedLetter[];
  capacity: SigningCapacity;
}

async function writeSigned(sql: TransactionSql, ctx: UnitCtx, { batchId, made, refused, capacity }: Written) {
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const year = Number(localDateOf(toLocalMinute(now)).slice(0, 4));
  const letters = JSON.stringify(made);
  await sql`
    insert into letter_batch (unit_id, id, signed_by, signed_at, signed, refused)
    values (${unitId}, ${batchId}, ${actor}, ${now}, ${made.length}, ${JSON.stringify(refused)}::text::jsonb)`;
  await sql`
    update letter l set state = 'signed', signed_by = ${actor}, signer_role = ${capacity.role}, signed_at = ${now},
      delegation_id = ${capacity.delegationId}, batch_id = ${batchId}, year = ${year}, number = made.number
    from jsonb_to_recordset(${letters}::text::jsonb) as made(id uuid, number int)
    where l.unit_id = ${unitId} and l.id = made.id`;
  await sql`
    insert into letter_making (unit_id, letter_id, proof, template, document, asked_at)
    select ${unitId}, made.id, made.proof, made.template, made.document, ${now}
    from jsonb_to_recordset(${letters}::text::jsonb) as made(id uuid, proof text, template text, document jsonb)`;
}
