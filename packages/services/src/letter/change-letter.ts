import { authorize, type Permission } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { DeliverLetter, LetterId, ReturnLetter } from "@gandan/model/letter/letter-inputs";
import type { TransactionSql } from "postgres";
import type { LetterState } from "./letter-row";

interface Change {
  permission: Permission;
  letterId: string;
  from: readonly LetterState[];
  action: string;
  details?: Record<string, string>;
  write: (sql: TransactionSql) => Promise<unknown>;
}

/** Moves one letter on, when it still stands where the person saw it, with its audit. */
async function changeLetter(ctx: UnitCtx, change: Change): Promise<void> {
  authorize(ctx, change.permission);
  const { unitId, now } = ctx;
  const { letterId } = change;
  await inUnit(ctx, async (_tx, sql) => {
    const [row] = await sql<{ state: LetterState }[]>`
      select state from letter where unit_id = ${unitId} and id = ${letterId} for update`;
    if (!row) throw new AppError("NOT_FOUND", "letter.notFound");
    if (!change.from.includes(row.state)) throw new AppError("CONFLICT", "letter.changed");
    await change.write(sql);
    const { action, details = {} } = change;
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action, subject: letterId, details });
  });
}

/**
 * Sends a draft back to its writer with what is to be changed.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed
 */
export function returnLetter(ctx: UnitCtx, { letterId, remark }: ReturnLetter): Promise<void> {
  return changeLetter(ctx, {
    permission: "letter:sign",
    letterId,
    from: ["drafted"],
    action: "letter.return",
    write: (sql) => sql`
      update letter set state = 'returned', remark = ${remark} where unit_id = ${ctx.unitId} and id = ${letterId}`,
  });
}

/**
 * Gives a draft up; a signed letter stays.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed
 */
export function withdrawLetter(ctx: UnitCtx, { letterId }: LetterId): Promise<void> {
  return changeLetter(ctx, {
    permission: "letter:draft",
    letterId,
    from: ["drafted", "returned"],
    action: "letter.withdraw",
    write: (sql) => sql`
      update letter set state = 'withdrawn' where unit_id = ${ctx.unitId} and id = ${letterId}`,
  });
}

/**
 * Notes how and when a signed letter reached the citizen.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed
 */
export function deliverLetter(ctx: UnitCtx, { letterId, how }: DeliverLetter): Promise<void> {
  return changeLetter(ctx, {
    permission: "letter:draft",
    letterId,
    from: ["signed"],
    action: "letter.deliver",
    details: { how },
    write: (sql) => sql`
      update letter set state = 'delivered', delivered_how = ${how}, delivered_at = ${ctx.now},
        delivered_by = ${ctx.actor.staffId}
      where unit_id = ${ctx.unitId} and id = ${letterId}`,
  });
}
