import { isRole, mayDo, type Role } from "@gandan/auth/roles";
import type { LocalDate } from "@gandan/calendar/local-time";
import type { NoticeKind } from "@gandan/model/notice/reminder-times";
import type { TransactionSql } from "postgres";
import { type GivenNames, staffOfName } from "../officer-result/named-officer";

/** A person who may be reminded in a unit. */
export interface Colleague {
  staffId: string;
  name: string;
  roles: readonly Role[];
}

export type Audience = "officer" | "desk" | "chairman";

const DESK: readonly Role[] = ["desk-officer", "model-keeper"];
const LEADERS: readonly Role[] = ["chairman", "vice-chairman"];

/** The people with a role in the unit on a day that lets them read its reminders. */
export async function loadColleagues(sql: TransactionSql, unitId: string, day: LocalDate): Promise<Colleague[]> {
  const rows = await sql<{ staffId: string; name: string; roles: string[] }[]>`
    select s.id as "staffId", s.name, array_agg(distinct r.role) as roles
    from staff_role r join staff s on s.id = r.staff_id and s.disabled_at is null
    where r.unit_id = ${unitId} and r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to > ${day}::date)
    group by s.id, s.name`;
  return rows
    .map(({ roles, ...person }) => ({ ...person, roles: roles.filter(isRole) }))
    .filter(({ roles }) => mayDo({ unitId, actor: { roles: roles.map((role) => ({ unitId, role })) } }, "notice:read"));
}

/** For which kinds of reminders a person with these roles is there, besides those for them alone. */
export function audiencesOf(roles: readonly Role[]): Audience[] {
  return [
    ...(roles.some((role) => DESK.includes(role)) ? (["desk"] as const) : []),
    ...(roles.some((role) => LEADERS.includes(role)) ? (["chairman"] as const) : []),
  ];
}

/**
 * Whom a reminder is for: what is late is the chairman's; the rest the officer's, whom the dossier knows by name alone;
 * without one, or with several of that name, the desk's.
 */
export function audienceOf(
  kind: NoticeKind,
  officer: string | null,
  colleagues: readonly Colleague[],
  given: GivenNames,
): { audience: Audience; staff_id: string | null } {
  if (kind === "late") return { audience: "chairman", staff_id: null };
  const staffId = officer && staffOfName(officer, colleagues, given);
  return staffId ? { audience: "officer", staff_id: staffId } : { audience: "desk", staff_id: null };
}

/** The people whom a reminder reaches. */
export function readersOf(
  notice: { audience: Audience; staffId: string | null },
  colleagues: readonly Colleague[],
): Colleague[] {
  return colleagues.filter(({ staffId, roles }) =>
    notice.audience === "officer" ? staffId === notice.staffId : audiencesOf(roles).includes(notice.audience),
  );
}
