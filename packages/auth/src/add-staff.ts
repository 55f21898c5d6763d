import type { Database } from "@gandan/db/connect";
import { hashPassword } from "./password";
import type { Role } from "./roles";

export interface NewStaff {
  signInName: string;
  name: string;
  /** At least 14 characters. */
  password: string;
  language?: "vi" | "en";
  roles: { unitId: string; role: Role; validFrom: string; validTo?: string }[];
}

/**
 * Adds a person with roles, or brings the one of that sign-in name up to date (name, language and missing roles; the
 * password stays). Returns the id. For the demo and the operator; authorise first.
 * @throws AppError INVALID session.passwordLength
 */
export async function addStaff(app: Database, staff: NewStaff): Promise<string> {
  const name = staff.signInName.trim().toLowerCase();
  const [known] = await app.sql<{ id: string }[]>`select id from staff where sign_in_name = ${name}`;
  const passwordHash = known ? "" : await hashPassword(staff.password);
  return app.sql.begin(async (sql) => {
    const [row] = await sql<{ id: string }[]>`
      insert into staff (sign_in_name, name, password_hash, language)
      values (${name}, ${staff.name}, ${passwordHash}, ${staff.language ?? "vi"})
      on conflict (sign_in_name) do update set name = excluded.name, language = excluded.language
      returning id`;
    const id = row!.id;
    for (const { unitId, role, validFrom, validTo } of staff.roles) {
      await sql`
        insert into staff_role (staff_id, unit_id, role, valid_from, valid_to)
        values (${id}, ${unitId}, ${role}, ${validFrom}, ${validTo ?? null})
        on conflict (staff_id, unit_id, role, valid_from) do update set valid_to = excluded.valid_to`;
    }
    return id;
  });
}
