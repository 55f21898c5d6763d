import { makePasswordLinks } from "@gandan/auth/password-links";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { foldText } from "@gandan/model/import/fold-text";
import type { AddPerson } from "@gandan/model/staff/staff-inputs";
import type { TransactionSql } from "postgres";
import { auditStaff } from "./audit-staff";
import { dayAfter, overlapOf, writeRole } from "./change-roles";
import { beginStaffChange, hindranceOf, roleToGive } from "./staff-guard";
import { readPeople } from "./staff-people";

export interface AddedPerson {
  staffId: string;
  /** By which the person sets a password; null for one who is known and has one. */
  link: { token: string; expiresAt: Date } | null;
}

/**
 * Adds a person to the unit with a first role. A person known already, by sign-in name and name, joins with the account
 * they have.
 * @throws AppError FORBIDDEN; CONFLICT staff.nameTaken | staff.emailTaken | staff.codeTaken | staff.roleHeld
 */
export async function addPerson(ctx: UnitCtx, input: AddPerson): Promise<AddedPerson> {
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const today = await beginStaffChange(ctx, sql);
    const role = roleToGive(ctx, input.role);
    const held = { role, from: input.from, to: input.lastDay && dayAfter(input.lastDay) };
    const [known] = await sql<{ id: string; name: string; hasPassword: boolean }[]>`
      select id, name, password_hash is not null as "hasPassword" from staff
      where sign_in_name = ${input.signInName} and disabled_at is null`;
    if (known && foldText(known.name) !== foldText(input.name)) throw new AppError("CONFLICT", "staff.nameTaken");
    if (known) {
      const [person] = await readPeople(sql, unitId, { now, today, only: [known.id] });
      const hindrance = person && hindranceOf(ctx, person);
      if (hindrance) throw new AppError("FORBIDDEN", `staff.${hindrance}`);
      if (person && overlapOf(person.roles, held)) throw new AppError("CONFLICT", "staff.roleHeld");
    }
    await refuseTaken(sql, unitId, { staffId: known?.id, email: known ? null : input.email, code: input.code });
    const staffId = known?.id ?? (await insertStaff(sql, input));
    await writePost(sql, { unitId, staffId, code: input.code, title: input.title ?? "" });
    await writeRole(sql, { unitId, staffId, ...held });
    const [link] = known ? [] : await makePasswordLinks(sql, [staffId], { actor: actor.staffId, now });
    const details = { role, from: input.from, lastDay: input.lastDay, ...(known ? { joined: true } : {}) };
    await auditStaff(sql, ctx, "add", staffId, details);
    return { staffId, link: link ? { token: link.token, expiresAt: link.expiresAt } : null };
  });
}

async function insertStaff(sql: TransactionSql, { signInName, name, email }: AddPerson): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into staff (sign_in_name, name, email) values (${signInName}, ${name}, ${email})
    on conflict (sign_in_name) do nothing returning id`;
  // Of a disabled account, which nobody but the operator wakes.
  if (!row) throw new AppError("CONFLICT", "staff.nameTaken");
  return row.id;
}

/** Writes what the unit says of the person: number in its list, and title. */
export async function writePost(
  sql: TransactionSql,
  { unitId, staffId, code, title }: { unitId: string; staffId: string; code: string | null; title: string },
): Promise<void> {
  await sql`
    insert into staff_post (unit_id, staff_id, code, title) values (${unitId}, ${staffId}, ${code}, ${title})
    on conflict (unit_id, staff_id) do update set code = excluded.code, title = excluded.title`;
}

/** Refuses an e-mail address or a code that is somebody else's. @throws AppError CONFLICT staff.emailTaken | staff.codeTaken */
export async function refuseTaken(
  sql: TransactionSql,
  unitId: string,
  { staffId = null, email, code }: { staffId?: string | null | undefined; email: string | null; code: string | null },
): Promise<void> {
  const [taken] = await sql<{ email: boolean; code: boolean }[]>`
    select exists (select from staff where email = ${email} and id is distinct from ${staffId}::uuid) as email,
      exists (
        select from staff_post where unit_id = ${unitId} and code = ${code} and staff_id is distinct from ${staffId}::uuid
      ) as code`;
  if (taken?.email) throw new AppError("CONFLICT", "staff.emailTaken");
  if (taken?.code) throw new AppError("CONFLICT", "staff.codeTaken");
}
