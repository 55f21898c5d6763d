import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { LetterId } from "@gandan/model/letter/letter-inputs";
import type { ReturnLetter } from "@gandan/model/letter/signing-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { signingCapacity } from "../delegation/signing-capacity";
import type { LetterState } from "./letter-row";

interface Change {
  letterId: string;
  from: readonly LetterState[];
  action: string;
  details?: Record<string, string>;
  write: (sql: TransactionSql) => Promise<unknown>;
}

/** Moves one letter on, when it still stands where the person saw it, with its audit. */
async function changeLetter(sql: TransactionSql, ctx: UnitCtx, change: Change): Promise<void> {
  const { unitId, now } = ctx;
  const { letterId } = change;
  await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
  const [row] = await sql<{ state: LetterState }[]>`
    select state from letter where unit_id = ${unitId} and id = ${letterId} for update`;
  if (!row) throw new AppError("NOT_FOUND", "letter.notFound");
  if (!change.from.includes(row.state)) throw new AppError("CONFLICT", "letter.changed");
  await change.write(sql);
  const { action, details = {} } = change;
  await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action, subject: letterId, details });
}

/**
 * Sends a draft back to its writer with what is to be changed: done by who checks or signs.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed; INVALID unit.ended
 */
export async function returnLetter(ctx: UnitCtx, { letterId, remark }: ReturnLetter): Promise<void> {
  await inUnit(ctx, async (_tx, sql) => {
    if (!mayDo(ctx, "letter:check")) await signingCapacity(sql, ctx, localDateOf(toLocalMinute(ctx.now)));
    await changeLetter(sql, ctx, {
      letterId,
      from: ["drafted", "checked"],
      action: "letter.return",
      write: () => sql`
        update letter set state = 'returned', remark = ${remark}, checked_by = null, checked_at = null
        where unit_id = ${ctx.unitId} and id = ${letterId}`,
    });
  });
}

/**
 * Gives a draft up; a signed letter stays.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed; INVALID unit.ended
 */
export async function withdrawLetter(ctx: UnitCtx, { letterId }: LetterId): Promise<void> {
  authorize(ctx, "letter:draft");
  await inUnit(ctx, (_tx, sql) =>
    changeLetter(sql, ctx, {
      letterId,
      from: ["drafted", "checked", "returned"],
      action: "letter.withdraw",
      write: () => sql`
        update letter set state = 'withdrawn' where unit_id = ${ctx.unitId} and id = ${letterId}`,
    }),
  );
}

/**
 * Takes back that a draft was checked.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed; INVALID unit.ended
 */
export async function uncheckLetter(ctx: UnitCtx, { letterId }: LetterId): Promise<void> {
  authorize(ctx, "letter:check");
  await inUnit(ctx, (_tx, sql) =>
    changeLetter(sql, ctx, {
      letterId,
      from: ["checked"],
      action: "letter.uncheck",
      write: () => sql`
        update letter set state = 'drafted', checked_by = null, checked_at = null
        where unit_id = ${ctx.unitId} and id = ${letterId}`,
    }),
  );
}
