import type { Role } from "@gandan/auth/roles";
import type { LocalDate } from "@gandan/calendar/local-time";
import type { TransactionSql } from "postgres";

export interface HeldRole {
  role: Role;
  from: LocalDate;
  /** The first day on which it no longer holds; null while it is open. */
  to: LocalDate | null;
}

/** A person of a unit, as those see them who look after its accounts. */
export interface Person {
  staffId: string;
  name: string;
  signInName: string;
  email: string | null;
  code: string | null;
  title: string;
  /** In this unit, the latest first; those taken back before they began are left out. */
  roles: HeldRole[];
  /** Holds a role in another unit, too, now or later. */
  elsewhere: boolean;
  disabled: boolean;
  hasPassword: boolean;
  hasFactor: boolean;
  lastSignInAt: Date | null;
  /** Until when a link to set the password works; null when there is none. */
  linkUntil: Date | null;
}

/** The people who hold or held a role in the unit, by name; of these ids alone when some are given. */
export async function readPeople(
  sql: TransactionSql,
  unitId: string,
  { now, today, only }: { now: Date; today: LocalDate; only?: readonly string[] },
): Promise<Person[]> {
  const people = await sql<Person[]>`
    select s.id as "staffId", s.name, s.sign_in_name as "signInName", s.email, p.code, coalesce(p.title, '') as title,
      coalesce((
        select json_agg(json_build_object('role', r.role, 'from', r.valid_from, 'to', r.valid_to)
          order by r.valid_from desc, r.role)
        from staff_role r where r.staff_id = s.id and r.unit_id = ${unitId} and (r.valid_to is null or r.valid_to > r.valid_from)
      ), '[]'::json) as roles,
      exists (
        select from staff_role r where r.staff_id = s.id and r.unit_id <> ${unitId}
          and (r.valid_to is null or r.valid_to > greatest(${today}::date, r.valid_from))
      ) as elsewhere,
      s.disabled_at is not null as disabled, s.password_hash is not null as "hasPassword",
      exists (select from second_factor f where f.staff_id = s.id and f.confirmed_at is not null) as "hasFactor",
      s.last_sign_in_at as "lastSignInAt",
      (select l.expires_at from password_link l where l.staff_id = s.id and l.expires_at > ${now}) as "linkUntil"
    from staff s left join staff_post p on p.unit_id = ${unitId} and p.staff_id = s.id
    where s.id in (select r.staff_id from staff_role r where r.unit_id = ${unitId})
      ${only ? sql`and s.id = any(${[...only]}::uuid[])` : sql``}
    order by s.id`;
  const order = new Intl.Collator("vi");
  const lastWordFirst = (name: string) => name.split(" ").reverse().join(" ");
  return people.sort((a, b) => order.compare(lastWordFirst(a.name), lastWordFirst(b.name)));
}

/** Whether a role holds on that day, or begins later. */
export const isOpen = ({ to }: HeldRole, today: LocalDate) => to === null || to > today;

/** Where a person stands in the unit on that day. */
export function standingOf({ roles, disabled }: Person, today: LocalDate): "working" | "coming" | "ended" {
  const open = disabled ? [] : roles.filter((held) => isOpen(held, today));
  if (open.length === 0) return "ended";
  return open.some(({ from }) => from <= today) ? "working" : "coming";
}
