import { withSessionAudit } from "@gandan/auth/audit-session";
import { makePasswordLinks } from "@gandan/auth/password-links";
import { isRole } from "@gandan/auth/roles";
import { resetFactor } from "@gandan/auth/second-factor";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { connect, type Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { unitByCode } from "@gandan/db/unit/find-unit";
import { AppError } from "@gandan/model/error/app-error";
import { signInName as signInNameInput } from "@gandan/model/staff/staff-inputs";
import { localToday } from "../unit/local-today";

/** Who works at the machine: stands in the log as the one who did it. */
export interface Operator {
  /** Login of the owner of the database. */
  ownerUrl: string;
  /** "operator <name on the machine>". */
  by: string;
  now: Date;
}

interface Account {
  id: string;
  name: string;
}

/**
 * Takes the second factor off an account whose phone is lost, ends its sessions, and writes it down.
 * @throws AppError NOT_FOUND staff.noAccount; CONFLICT staff.noFactor
 */
export function resetSecondFactor(operator: Operator, signInName: string): Promise<Account> {
  return withApp(operator, async (app) => {
    const account = await findAccount(app, signInName);
    const had = await resetFactor(app, account.id, operator.by, operator.now);
    if (!had) throw new AppError("CONFLICT", "staff.noFactor");
    return account;
  });
}

export type AccountLink = Account & { token: string; expiresAt: Date };

/** A link by which a person sets a new password. @throws AppError NOT_FOUND staff.noAccount */
export function makeAccountLink(operator: Operator, signInName: string): Promise<AccountLink> {
  const { by, now } = operator;
  return withApp(operator, async (app) => {
    const account = await findAccount(app, signInName);
    let made: AccountLink | undefined;
    await withSessionAudit(app, async (sql) => {
      const [link] = await makePasswordLinks(sql, [account.id], { actor: by, now });
      if (!link) return null;
      made = { ...account, token: link.token, expiresAt: link.expiresAt };
      return { at: now, staffId: account.id, actor: by, action: "password.link" };
    });
    if (!made) throw new AppError("NOT_FOUND", "staff.noAccount");
    return made;
  });
}

export interface FirstPerson {
  /** Official code of the unit today. */
  unitCode: string;
  role: string;
  name: string;
  signInName: string;
}

/**
 * Gives somebody a role in a unit from today on, with a new account where there is none: the first chairman of a unit,
 * who then adds all others.
 * @throws AppError NOT_FOUND unit.notFound; INVALID staff.roleUnknown | staff.badSignInName
 */
export function addFirstPerson(operator: Operator, person: FirstPerson): Promise<AccountLink> {
  const { by, now } = operator;
  const parsed = signInNameInput.safeParse(person.signInName);
  if (!parsed.success) throw new AppError("INVALID", "staff.badSignInName");
  const signInName = parsed.data;
  if (!isRole(person.role)) throw new AppError("INVALID", "staff.roleUnknown");
  return withApp(operator, async (app) => {
    const today = localToday(now);
    const unit = await unitByCode(app.sql, person.unitCode, today);
    if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
    return inUnit({ db: { app }, unitId: unit.id }, async (_tx, sql) => {
      const [account] = await sql<Account[]>`
        insert into staff (sign_in_name, name) values (${signInName}, ${person.name})
        on conflict (sign_in_name) do update set sign_in_name = excluded.sign_in_name returning id, name`;
      const { id, name } = account ?? { id: "", name: "" };
      await sql`
        insert into staff_role (staff_id, unit_id, role, valid_from) values (${id}, ${unit.id}, ${person.role}, ${today})
        on conflict (staff_id, unit_id, role, valid_from) do update set valid_to = null`;
      const [link] = await makePasswordLinks(sql, [id], { actor: by, now });
      const details = { role: person.role, from: today };
      await appendAudit(sql, { unitId: unit.id, at: now, actor: by, action: "staff.add", subject: id, details });
      return { id, name, token: link?.token ?? "", expiresAt: link?.expiresAt ?? now };
    });
  });
}

async function findAccount({ sql }: Database, signInName: string): Promise<Account> {
  const [account] = await sql<Account[]>`
    select id, name from staff where sign_in_name = ${signInName.trim().toLowerCase()} and disabled_at is null`;
  if (!account) throw new AppError("NOT_FOUND", "staff.noAccount");
  return account;
}

async function withApp<T>({ ownerUrl }: Operator, work: (app: Database) => Promise<T>): Promise<T> {
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-cli" });
  try {
    return await work(app);
  } finally {
    await app.end();
  }
}
