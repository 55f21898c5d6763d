import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { DelegationId, GiveDelegation } from "@gandan/model/delegation/delegation-inputs";
import { AppError } from "@gandan/model/error/app-error";
import { refuseEnded } from "../adoption/refuse-ended";

/**
 * Lets a person of the unit sign letters from a day to a day, by a document (Nghị định 30/2020/NĐ-CP, Điều 13). One
 * delegation a person at a time.
 * @throws AppError FORBIDDEN; NOT_FOUND delegation.noPerson; INVALID unit.ended, delegation.past, delegation.toSelf;
 * CONFLICT delegation.overlap
 */
export async function giveDelegation(ctx: UnitCtx, input: GiveDelegation): Promise<{ delegationId: string }> {
  authorize(ctx, "delegation:give");
  const { unitId, now } = ctx;
  const { staffId, capacity, position, title, from, to, reference } = input;
  const actor = ctx.actor.staffId;
  const today = localDateOf(toLocalMinute(now));
  if (to < today) throw new AppError("INVALID", "delegation.past");
  if (staffId === actor) throw new AppError("INVALID", "delegation.toSelf");
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    // One at a time, so that two that overlap cannot be given side by side.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`delegation ${unitId}`}, 0))`;
    const [person] = await sql`
      select 1 from staff_role r join staff s on s.id = r.staff_id and s.disabled_at is null
      where r.unit_id = ${unitId} and r.staff_id = ${staffId} and r.valid_from <= ${today}::date
        and (r.valid_to is null or r.valid_to > ${today}::date)`;
    if (!person) throw new AppError("NOT_FOUND", "delegation.noPerson");
    const [other] = await sql<{ from: string; to: string }[]>`
      select to_char(valid_from, 'DD/MM/YYYY') as "from", to_char(valid_to, 'DD/MM/YYYY') as "to" from delegation
      where unit_id = ${unitId} and staff_id = ${staffId} and ended_at is null
        and valid_from <= ${to}::date and valid_to >= ${from}::date limit 1`;
    if (other) throw new AppError("CONFLICT", "delegation.overlap", other);
    const [row] = await sql<{ id: string }[]>`
      insert into delegation
        (unit_id, staff_id, capacity, position, title, reference, valid_from, valid_to, given_by, given_at)
      values (${unitId}, ${staffId}, ${capacity}, ${position}, ${title}, ${reference}, ${from}, ${to}, ${actor}, ${now})
      returning id`;
    const delegationId = row!.id;
    const details = { staffId, capacity, position, title, from, to, reference };
    await appendAudit(sql, { unitId, at: now, actor, action: "delegation.give", subject: delegationId, details });
    return { delegationId };
  });
}

/**
 * Ends a delegation before its last day, at once; what was signed by it stays signed.
 * @throws AppError FORBIDDEN; NOT_FOUND delegation.notFound; CONFLICT delegation.over; INVALID unit.ended
 */
export async function endDelegation(ctx: UnitCtx, { delegationId }: DelegationId): Promise<void> {
  authorize(ctx, "delegation:give");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const today = localDateOf(toLocalMinute(now));
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    const [row] = await sql<{ over: boolean }[]>`
      select ended_at is not null or valid_to < ${today}::date as over from delegation
      where unit_id = ${unitId} and id = ${delegationId} for update`;
    if (!row) throw new AppError("NOT_FOUND", "delegation.notFound");
    if (row.over) throw new AppError("CONFLICT", "delegation.over");
    await sql`
      update delegation set ended_by = ${actor}, ended_at = ${now}
      where unit_id = ${unitId} and id = ${delegationId}`;
    await appendAudit(sql, { unitId, at: now, actor, action: "delegation.end", subject: delegationId });
  });
}
