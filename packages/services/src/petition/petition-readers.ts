import { isRole, mayDo, type Role } from "@gandan/auth/roles";
import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { TransactionSql } from "postgres";

/** A person named to open petitions, who still works in the unit in a role that may be named. */
export interface PetitionReader {
  readerId: string;
  staffId: string;
  name: string;
  title: string | null;
  kinds: PetitionKind[];
  reference: string;
  namedBy: string | null;
  namedAt: Date;
}

/** Who opens petitions of the unit on a day, by name. */
export async function loadReaders(sql: TransactionSql, unitId: string, day: LocalDate): Promise<PetitionReader[]> {
  const rows = await sql<(PetitionReader & { roles: string[] })[]>`
    select r.id as "readerId", r.staff_id as "staffId", s.name, r.kinds, r.reference, r.named_at as "namedAt",
      (select title from staff_post p where p.staff_id = s.id and p.unit_id = r.unit_id limit 1) as title,
      (select name from staff n where n.id::text = r.named_by) as "namedBy",
      array(select role from staff_role o where o.staff_id = s.id and o.unit_id = r.unit_id
        and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)) as roles
    from petition_reader r join staff s on s.id = r.staff_id and s.disabled_at is null
    where r.unit_id = ${unitId} and r.ended_at is null order by s.name, s.id`;
  return rows.filter(({ roles }) => mayBeNamed(unitId, roles.filter(isRole))).map(({ roles: _, ...reader }) => reader);
}

/**
 * The staff behind the readers to whom a petition is to stay closed, also those not named for its kind today: it may be
 * given another one. Somebody is left to open it.
 * @throws AppError INVALID petition.nobodyNamed, petition.allBarred
 */
export async function staffBarred(
  sql: TransactionSql,
  unitId: string,
  { kind, barred }: { kind: PetitionKind; barred: readonly string[] },
  day: LocalDate,
): Promise<string[]> {
  const readers = await loadReaders(sql, unitId, day);
  const named = readers.filter(({ kinds }) => kinds.includes(kind));
  if (named.length === 0) throw new AppError("INVALID", "petition.nobodyNamed");
  if (named.every(({ readerId }) => barred.includes(readerId))) throw new AppError("INVALID", "petition.allBarred");
  return readers.filter(({ readerId }) => barred.includes(readerId)).map(({ staffId }) => staffId);
}

/** Whether somebody with these roles in a unit may be named. */
function mayBeNamed(unitId: string, roles: readonly Role[]): boolean {
  return mayDo({ unitId, actor: { roles: roles.map((role) => ({ unitId, role })) } }, "petition:open");
}

/** Whether somebody signs in with a second factor. */
export async function hasFactor(sql: TransactionSql, staffId: string): Promise<boolean> {
  const rows = await sql`select 1 from second_factor where staff_id = ${staffId} and confirmed_at is not null`;
  return rows.length > 0;
}
