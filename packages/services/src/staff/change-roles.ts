import { dropSessions } from "@gandan/auth/drop-sessions";
import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { dateOfDay, dayNumberOf, type LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { EndPerson, EndRole, GiveRole } from "@gandan/model/staff/staff-inputs";
import type { TransactionSql } from "postgres";
import { auditStaff } from "./audit-staff";
import { beginStaffChange, personToChange, refuseLast, roleToGive } from "./staff-guard";
import { type HeldRole, isOpen } from "./staff-people";

/** The day after: until which, exclusive, a role of that last day holds. */
export const dayAfter = (day: LocalDate): LocalDate => dateOfDay(dayNumberOf(day) + 1);

/** Writes a role down; one of the same first day that was ended is opened again. */
export async function writeRole(
  sql: TransactionSql,
  { unitId, staffId, role, from, to }: { unitId: string; staffId: string } & HeldRole,
): Promise<void> {
  await sql`
    insert into staff_role (staff_id, unit_id, role, valid_from, valid_to)
    values (${staffId}, ${unitId}, ${role}, ${from}, ${to})
    on conflict (staff_id, unit_id, role, valid_from) do update set valid_to = excluded.valid_to`;
}

/** The period of `roles` that is of this role and overlaps that one; undefined when none does. */
export function overlapOf(roles: readonly HeldRole[], { role, from, to }: HeldRole): HeldRole | undefined {
  return roles.find(
    (held) => held.role === role && (to === null || held.from < to) && (held.to === null || from < held.to),
  );
}

/**
 * Gives a person of the unit a role from a day on, until a last day or open.
 * @throws AppError FORBIDDEN; INVALID staff.roleUnknown; CONFLICT staff.roleHeld; NOT_FOUND staff.notFound
 */
export async function giveRole(ctx: UnitCtx, input: GiveRole): Promise<void> {
  await inUnit(ctx, async (_tx, sql) => {
    await beginStaffChange(ctx, sql);
    const role = roleToGive(ctx, input.role);
    const person = await personToChange(ctx, sql, input.staffId);
    const held = { role, from: input.from, to: input.lastDay && dayAfter(input.lastDay) };
    if (overlapOf(person.roles, held)) throw new AppError("CONFLICT", "staff.roleHeld");
    await writeRole(sql, { unitId: ctx.unitId, staffId: input.staffId, ...held });
    await auditStaff(sql, ctx, "give-role", input.staffId, { role, from: input.from, lastDay: input.lastDay });
  });
}

/**
 * Ends a role with a last day: today's or a later one, or yesterday for at once. A role that has not begun by then is
 * taken back. The unit keeps a chairman; who is left without a role is signed out.
 * @throws AppError FORBIDDEN; INVALID staff.pastDay; CONFLICT staff.lastOne; NOT_FOUND staff.notFound | staff.roleGone
 */
export async function endRole(ctx: UnitCtx, { staffId, role, from, lastDay }: EndRole): Promise<void> {
  await inUnit(ctx, async (_tx, sql) => {
    const today = await beginStaffChange(ctx, sql);
    const known = roleToGive(ctx, role);
    const person = await personToChange(ctx, sql, staffId);
    const held = person.roles.find((each) => each.role === known && each.from === from && isOpen(each, today));
    if (!held) throw new AppError("NOT_FOUND", "staff.roleGone");
    const sessions = await endOne(sql, ctx.unitId, { staffId, held, lastDay, today });
    await auditStaff(sql, ctx, "end-role", staffId, {
      role,
      from,
      lastDay,
      ...(sessions.length > 0 ? { sessions } : {}),
    });
  });
}

/**
 * Ends all roles of a person in the unit with a last day, and signs out who is left without any.
 * @throws AppError as `endRole`
 */
export async function endPerson(ctx: UnitCtx, { staffId, lastDay }: EndPerson): Promise<void> {
  await inUnit(ctx, async (_tx, sql) => {
    const today = await beginStaffChange(ctx, sql);
    const person = await personToChange(ctx, sql, staffId);
    const open = person.roles.filter(({ to }) => to === null || to > dayAfter(lastDay));
    if (open.length === 0) throw new AppError("NOT_FOUND", "staff.roleGone");
    let sessions: string[] = [];
    for (const held of open) sessions = await endOne(sql, ctx.unitId, { staffId, held, lastDay, today });
    const roles = open.map(({ role, from }) => ({ role, from }));
    await auditStaff(sql, ctx, "end", staffId, { lastDay, roles, ...(sessions.length > 0 ? { sessions } : {}) });
  });
}

interface Ending {
  staffId: string;
  held: HeldRole;
  lastDay: LocalDate;
  today: LocalDate;
}

/** Ends one role; the handles of the sessions that ended with it. */
async function endOne(sql: TransactionSql, unitId: string, ending: Ending): Promise<string[]> {
  const { staffId, held, lastDay, today } = ending;
  const dayOff = dayAfter(lastDay);
  if (dayOff < today) throw new AppError("INVALID", "staff.pastDay");
  const begins = dayOff >= held.from;
  const to = begins ? dayOff : held.from;
  if (held.to === null || to < held.to) await refuseLast(sql, unitId, { staffId, role: held.role as Role, to });
  await writeRole(sql, { unitId, staffId, ...held, to });
  const [left] = await sql`
    select from staff_role where staff_id = ${staffId} and (valid_to is null or valid_to > greatest(${today}::date, valid_from))
    limit 1`;
  return left ? [] : dropSessions(sql, staffId);
}
