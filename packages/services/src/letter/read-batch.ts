import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { LetterId } from "@gandan/model/letter/letter-inputs";
import type { LetterBatch } from "@gandan/model/letter/signing-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { MOST_TRIES } from "./make-letter-files";
import type { RefusedLetter } from "./sign-letters";

export interface BatchLetter {
  id: string;
  kind: string;
  addressee: string;
  externalCode: string | null;
  /** "08/2026" */
  number: string;
  /** Waits for its file, has it, or cannot have it. */
  file: "waiting" | "made" | "refused";
  /** What the typesetter said. */
  problem: string | null;
}

export interface SignedBatchView {
  batchId: string;
  signedBy: string | null;
  signedAt: Date;
  letters: BatchLetter[];
  /** Not signed with the others. */
  refused: (RefusedLetter & { addressee: string; externalCode: string | null })[];
  made: number;
  waiting: number;
}

/**
 * What was signed at once: each letter with its number and whether its file is made, and those that could not be signed.
 * It shows who they are to, so the reading is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.noBatch
 */
export async function readBatch(ctx: UnitCtx, { batchId }: LetterBatch): Promise<SignedBatchView> {
  authorize(ctx, "letter:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [batch] = await sql<{ signedBy: string | null; signedAt: Date; refused: RefusedLetter[] }[]>`
      select s.name as "signedBy", b.signed_at as "signedAt", b.refused from letter_batch b
      left join staff s on s.id::text = b.signed_by
      where b.unit_id = ${unitId} and b.id = ${batchId}`;
    if (!batch) throw new AppError("NOT_FOUND", "letter.noBatch");
    const letters = await sql<BatchLetter[]>`
      select l.id, l.kind, coalesce(l.content ->> 'addressee', '') as addressee, d.external_code as "externalCode",
        lpad(l.number::text, greatest(2, length(l.number::text)), '0') || '/' || l.year as number, m.problem,
        case when m.made_at is not null then 'made' when m.tries >= ${MOST_TRIES} then 'refused' else 'waiting' end as file
      from letter l
      join letter_making m on m.unit_id = l.unit_id and m.letter_id = l.id
      left join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
      where l.unit_id = ${unitId} and l.batch_id = ${batchId} order by l.register, l.number`;
    const names = await sql<{ id: string; addressee: string; externalCode: string | null }[]>`
      select l.id, coalesce(l.content ->> 'addressee', '') as addressee, d.external_code as "externalCode" from letter l
      left join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
      where l.unit_id = ${unitId} and l.id = any(${batch.refused.map(({ letterId }) => letterId)}::uuid[])`;
    const details = { batchId, rows: letters.length };
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action: "letter.list", details });
    const named = new Map(names.map((each) => [each.id, each]));
    return {
      batchId,
      signedBy: batch.signedBy,
      signedAt: batch.signedAt,
      letters: [...letters],
      refused: batch.refused.map((each) => {
        const { addressee = "", externalCode = null } = named.get(each.letterId) ?? {};
        return { ...each, addressee, externalCode };
      }),
      made: letters.filter(({ file }) => file === "made").length,
      waiting: letters.filter(({ file }) => file === "waiting").length,
    };
  });
}

/** How far the files of a batch have come. */
export interface BatchProgress {
  made: number;
  waiting: number;
}

/**
 * How many files of what was signed at once are made and how many wait, and nothing of the letters.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.noBatch
 */
export async function readBatchProgress(ctx: UnitCtx, { batchId }: LetterBatch): Promise<BatchProgress> {
  authorize(ctx, "letter:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [progress] = await sql<BatchProgress[]>`
      select count(m.made_at)::int as made,
        count(*) filter (where m.made_at is null and m.tries < ${MOST_TRIES})::int as waiting
      from letter_batch b
      left join letter l on l.unit_id = b.unit_id and l.batch_id = b.id
      left join letter_making m on m.unit_id = l.unit_id and m.letter_id = l.id
      where b.unit_id = ${unitId} and b.id = ${batchId} group by b.id`;
    if (!progress) throw new AppError("NOT_FOUND", "letter.noBatch");
    return progress;
  });
}

/**
 * Asks for the file of a signed letter again, after the typesetter refused it.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed when it is made or being made; INVALID
 * unit.ended
 */
export async function remakeLetter(ctx: UnitCtx, { letterId }: LetterId): Promise<void> {
  authorize(ctx, "letter:draft");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const [row] = await sql<{ refused: boolean }[]>`
      select made_at is null and tries >= ${MOST_TRIES} as refused from letter_making
      where unit_id = ${unitId} and letter_id = ${letterId} for update`;
    if (!row) throw new AppError("NOT_FOUND", "letter.notFound");
    if (!row.refused) throw new AppError("CONFLICT", "letter.changed");
    await sql`
      update letter_making set tries = 0, problem = null where unit_id = ${unitId} and letter_id = ${letterId}`;
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action: "letter.remake", subject: letterId });
  });
}
