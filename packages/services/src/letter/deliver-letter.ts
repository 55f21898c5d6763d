import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { DeliverLetter, TakeBackLetter } from "@gandan/model/letter/signing-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { lockRecording } from "../dossier/lock-recording";
import { recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { factOfSending } from "./letter-facts";
import { type LetterRow, lockLetters } from "./letter-row";

/**
 * Notes how and when a signed letter went out: by the server's clock, with a stated earlier time beside it. Only a letter
 * whose file is kept can go out. What rules ask for becomes an event of the dossier.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed, letter.notMade; INVALID unit.ended,
 * letter.statedFuture, letter.statedBefore
 */
export async function deliverLetter(ctx: UnitCtx, { letterId, how, statedAt, note }: DeliverLetter): Promise<void> {
  authorize(ctx, "letter:draft");
  const { unitId, now } = ctx;
  const stated = statedAt ? new Date(statedAt) : null;
  await inUnit(ctx, async (_tx, sql) => {
    const row = await lockOne(sql, ctx, letterId, "signed");
    const [file] = await sql<{ signedAt: Date }[]>`
      select l.signed_at as "signedAt" from letter_file f
      join letter l on l.unit_id = f.unit_id and l.id = f.letter_id
      where f.unit_id = ${unitId} and f.letter_id = ${letterId}`;
    if (!file) throw new AppError("CONFLICT", "letter.notMade");
    if (stated && stated > now) throw new AppError("INVALID", "letter.statedFuture");
    // Times are stated to the minute.
    if (stated && toLocalMinute(stated) < toLocalMinute(file.signedAt)) {
      throw new AppError("INVALID", "letter.statedBefore");
    }
    await sql`
      update letter set state = 'delivered', delivered_how = ${how}, delivered_at = ${stated ?? now},
        delivered_by = ${ctx.actor.staffId}
      where unit_id = ${unitId} and id = ${letterId}`;
    await noteDelivery(sql, ctx, letterId, { outcome: "sent", how, stated, note });
    const sent = factOfSending(row);
    if (sent) {
      const judge = await loadJudge(sql, unitId, now);
      const event = { at: (stated ?? now).toISOString(), recordedAt: now.toISOString(), fact: sent.fact };
      await recordDossiers(sql, { unitId, actor: ctx.actor.staffId, now, source: "desk" }, judge, [
        { externalCode: sent.externalCode, events: [event] },
      ]);
    }
    const details = { how, ...(statedAt ? { statedAt } : {}), ...(note ? { note } : {}) };
    await audit(sql, ctx, "letter.deliver", letterId, details);
  });
}

/**
 * Notes that a letter came back undelivered, with the reason; it waits to be sent again.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed; INVALID unit.ended
 */
export async function takeBackLetter(ctx: UnitCtx, { letterId, reason }: TakeBackLetter): Promise<void> {
  authorize(ctx, "letter:draft");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await lockOne(sql, ctx, letterId, "delivered");
    await sql`
      update letter set state = 'signed', delivered_how = null, delivered_at = null, delivered_by = null
      where unit_id = ${unitId} and id = ${letterId}`;
    await noteDelivery(sql, ctx, letterId, { outcome: "came-back", how: null, stated: null, note: reason });
    await audit(sql, ctx, "letter.takeBack", letterId, { reason });
  });
}

async function lockOne(sql: TransactionSql, ctx: UnitCtx, letterId: string, state: "signed" | "delivered") {
  const { unitId, now } = ctx;
  const today = localDateOf(toLocalMinute(now));
  await refuseEnded(sql, unitId, today);
  await lockRecording(sql, unitId);
  const [row] = await lockLetters(sql, unitId, [letterId], today);
  if (row?.state !== state) throw new AppError("CONFLICT", "letter.changed");
  return row as LetterRow;
}

interface Delivery {
  outcome: "sent" | "came-back";
  how: string | null;
  stated: Date | null;
  note: string;
}

async function noteDelivery(sql: TransactionSql, ctx: UnitCtx, letterId: string, delivery: Delivery): Promise<void> {
  const { unitId, now } = ctx;
  const { outcome, how, stated, note } = delivery;
  // The letter's row is locked: numbers of one letter follow each other.
  await sql`
    insert into letter_delivery (unit_id, letter_id, seq, outcome, how, at, stated_at, actor, note)
    select ${unitId}, ${letterId}, coalesce(max(seq), 0) + 1, ${outcome}, ${how}, ${now}, ${stated},
      ${ctx.actor.staffId}, ${note || null}
    from letter_delivery where unit_id = ${unitId} and letter_id = ${letterId}`;
}

function audit(sql: TransactionSql, ctx: UnitCtx, action: string, subject: string, details: Record<string, string>) {
  return appendAudit(sql, { unitId: ctx.unitId, at: ctx.now, actor: ctx.actor.staffId, action, subject, details });
}
