import { authorize, isRole, type Role, rolesToGive } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { isOpen, type Person, readPeople } from "./staff-people";

/** Roles of which a unit, once it has somebody, always has somebody. */
const NEVER_EMPTY: readonly Role[] = ["chairman", "operator"];

/** Why an actor may not act on a person; null when they may. */
export type Hindrance = "self" | "beyond" | "elsewhere";

/**
 * Nobody changes their own roles, nor anything of a person who holds, now or later, a role that they could not give.
 * `account`: what belongs to the person and not to the unit – name, address, password – is nobody's in one of several
 * units alone.
 */
export function hindranceOf(ctx: UnitCtx, person: Person, { account = false } = {}): Hindrance | null {
  const today = localToday(ctx.now);
  const mine = rolesToGive(ctx);
  if (person.staffId === ctx.actor.staffId) return "self";
  if (person.roles.some((held) => isOpen(held, today) && !mine.includes(held.role))) return "beyond";
  return account && person.elsewhere ? "elsewhere" : null;
}

/**
 * Begins a change in the unit's staff: one at a time, so that two of them cannot each take the other for the last.
 * @throws AppError FORBIDDEN session.forbidden; INVALID unit.ended
 */
export async function beginStaffChange(ctx: UnitCtx, sql: TransactionSql): Promise<LocalDate> {
  authorize(ctx, "staff:manage");
  const today = localToday(ctx.now);
  await refuseEnded(sql, ctx.unitId, today);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staff ${ctx.unitId}`}, 0))`;
  return today;
}

/**
 * A person of the unit on whom the actor may act.
 * @throws AppError NOT_FOUND staff.notFound; FORBIDDEN staff.self | staff.beyond | staff.elsewhere
 */
export async function personToChange(
  ctx: UnitCtx,
  sql: TransactionSql,
  staffId: string,
  about: { account?: boolean } = {},
): Promise<Person> {
  const { unitId, now } = ctx;
  const [person] = await readPeople(sql, unitId, { now, today: localToday(now), only: [staffId] });
  if (!person) throw new AppError("NOT_FOUND", "staff.notFound");
  const hindrance = hindranceOf(ctx, person, about);
  if (hindrance) throw new AppError("FORBIDDEN", `staff.${hindrance}`);
  return person;
}

/** A role that the actor may give and end. @throws AppError INVALID staff.roleUnknown; FORBIDDEN staff.roleBeyond */
export function roleToGive(ctx: UnitCtx, role: string): Role {
  if (!isRole(role)) throw new AppError("INVALID", "staff.roleUnknown");
  if (!rolesToGive(ctx).includes(role)) throw new AppError("FORBIDDEN", "staff.roleBeyond");
  return role;
}

/**
 * Refuses to leave the unit without a chairman from `to` on, where it had one until then.
 * @throws AppError CONFLICT staff.lastOne
 */
export async function refuseLast(
  sql: TransactionSql,
  unitId: string,
  { staffId, role, to }: { staffId: string; role: Role; to: LocalDate },
): Promise<void> {
  if (!NEVER_EMPTY.includes(role)) return;
  const [other] = await sql`
    select from staff_role r join staff s on s.id = r.staff_id and s.disabled_at is null
    where r.unit_id = ${unitId} and r.role = ${role} and r.staff_id <> ${staffId}
      and r.valid_from <= ${to}::date and (r.valid_to is null or r.valid_to > ${to}::date) limit 1`;
  if (!other) throw new AppError("CONFLICT", "staff.lastOne");
}
