import { createHash, randomBytes } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { LETTER_TEMPLATE } from "@gandan/documents/letter/apology-letter";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import type { ApologyField, DossierFact } from "@gandan/model/dossier/dossier-event";
import { AppError } from "@gandan/model/error/app-error";
import type { LetterContent, SignLetters } from "@gandan/model/letter/letter-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { lockRecording } from "../dossier/lock-recording";
import { recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { composeLetter } from "./compose-letter";
import { type LetterRow, lockLetters } from "./letter-row";

export interface SignedLetter {
  letterId: string;
  /** "08", as printed: numbers below 10 take a nought. */
  number: string;
}

/** Numbers from the register of a year: its row is locked until the transaction ends, so none is lost or given twice. */
async function takeNumbers(sql: TransactionSql, unitId: string, year: number, count: number): Promise<number> {
  const [row] = await sql<{ last: number }[]>`
    insert into letter_register as r (unit_id, year, last) values (${unitId}, ${year}, ${count})
    on conflict (unit_id, year) do update set last = r.last + ${count} returning last`;
  return row!.last - count + 1;
}

/** What the letter says, for the rules that ask for it. */
function apologyOf(content: LetterContent, signer: SignLetters["as"]): DossierFact {
  const fields: ApologyField[] = ["cause", "new-due", "responsible", ...(content.remedy ? (["remedy"] as const) : [])];
  const { cause, responsible, newDueAt } = content;
  return { type: "apologised", fields, signer, cause, responsible, newDueAt };
}

function refuseUnsignable(row: LetterRow, revision: number, now: Date): void {
  if (row.state === "signed" || row.state === "delivered") throw new AppError("CONFLICT", "letter.signed");
  if (row.state !== "drafted" || row.revision !== revision) {
    throw new AppError("CONFLICT", "letter.changed", { code: row.externalCode });
  }
  if (new Date(row.content.newDueAt) <= now) throw new AppError("INVALID", "letter.newDuePast");
}

/**
 * Signs letters as they were seen: all or none. Each gets its number, its file is made and kept with its hash, and the
 * apology becomes an event of the dossier, with its new appointment, in one transaction with the audit.
 * @param origin where this site is reached, for the code that checks a letter
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.signed, letter.changed; INVALID unit.ended,
 * letter.newDuePast
 */
export async function signLetters(ctx: UnitCtx, input: SignLetters, origin: string): Promise<SignedLetter[]> {
  authorize(ctx, "letter:sign");
  const { unitId, now } = ctx;
  const today = localDateOf(toLocalMinute(now));
  const year = Number(today.slice(0, 4));
  const seen = new Map(input.letters.map(({ letterId, revision }) => [letterId, revision]));
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    await lockRecording(sql, unitId);
    const rows = await lockLetters(sql, unitId, [...seen.keys()], today);
    for (const row of rows) refuseUnsignable(row, seen.get(row.id) ?? 0, now);
    const first = await takeNumbers(sql, unitId, year, rows.length);
    const judge = await loadJudge(sql, unitId, now);
    const actor = ctx.actor.staffId;
    const signed: SignedLetter[] = [];
    for (const [i, row] of rows.entries()) {
      const number = String(first + i).padStart(2, "0");
      const proof = randomBytes(16).toString("hex");
      const url = `${origin}/letter/${row.slug}/${proof}`;
      const signer = { as: input.as, name: ctx.actor.name };
      const { bytes } = await renderPdf(composeLetter(row, now, { number, signer, url }));
      const hash = createHash("sha256").update(bytes).digest("hex");
      await sql`
        update letter set state = 'signed', signed_by = ${actor}, signer_role = ${input.as}, signed_at = ${now},
          year = ${year}, number = ${first + i}
        where unit_id = ${unitId} and id = ${row.id}`;
      await sql`
        insert into letter_file (unit_id, letter_id, pdf, hash, proof, template, frozen_at)
        values (${unitId}, ${row.id}, ${bytes}, ${hash}, ${proof}, ${LETTER_TEMPLATE}, ${now})`;
      const event = { at: now.toISOString(), recordedAt: now.toISOString(), fact: apologyOf(row.content, input.as) };
      await recordDossiers(sql, { unitId, actor, now, source: "desk" }, judge, [
        { externalCode: row.externalCode, events: [event] },
      ]);
      signed.push({ letterId: row.id, number });
    }
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: "letter.sign",
      subject: signed.length === 1 ? signed[0]!.letterId : null,
      details: { letters: signed.map(({ letterId, number }) => `${letterId} ${number}`), as: input.as },
    });
    return signed;
  });
}
