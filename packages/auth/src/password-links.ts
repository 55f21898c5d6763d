import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@gandan/db/connect";
import { AppError } from "@gandan/model/error/app-error";
import { type TransactionSql, withSessionAudit } from "./audit-session";
import { dropSessions } from "./drop-sessions";
import { hashPassword } from "./password";

/** Over a weekend, so that a link handed out on Friday works on Monday. */
const LINK_HOURS = 72;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

export interface PasswordLink {
  staffId: string;
  /** The secret part of the link; told this once. */
  token: string;
  expiresAt: Date;
}

/**
 * Makes a link by which each of these people sets a password, in the transaction of whoever reports it; earlier links
 * count no more. The password in force stays so until then.
 */
export async function makePasswordLinks(
  sql: TransactionSql,
  staffIds: readonly string[],
  { actor, now }: { actor: string; now: Date },
): Promise<PasswordLink[]> {
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
  const links = staffIds.map((staffId) => ({ staffId, token: randomBytes(24).toString("base64url"), expiresAt }));
  await sql`
    insert into password_link (staff_id, token_hash, created_by, created_at, expires_at)
    select id, hash, ${actor}, ${now}, ${expiresAt}
    from unnest(${[...staffIds]}::uuid[], ${links.map(({ token }) => hashOf(token))}::text[]) as l(id, hash)
    on conflict (staff_id) do update set token_hash = excluded.token_hash, created_by = excluded.created_by,
      created_at = excluded.created_at, expires_at = excluded.expires_at`;
  return links;
}

/** Whose link it is. @throws AppError NOT_FOUND session.linkGone when it was used, replaced or is too old */
export async function readPasswordLink(
  { sql }: Database,
  token: string,
  now: Date,
): Promise<{ name: string; signInName: string; expiresAt: Date }> {
  const [row] = await sql<{ name: string; signInName: string; expiresAt: Date }[]>`
    select s.name, s.sign_in_name as "signInName", l.expires_at as "expiresAt"
    from password_link l join staff s on s.id = l.staff_id and s.disabled_at is null
    where l.token_hash = ${hashOf(token)} and l.expires_at > ${now}`;
  if (!row) throw new AppError("NOT_FOUND", "session.linkGone");
  return row;
}

/**
 * Sets the password by a link, once: ends all sessions of the person, lifts a lock, and writes it down.
 * @throws AppError NOT_FOUND session.linkGone; INVALID session.passwordLength
 */
export async function setPasswordByLink(app: Database, token: string, password: string, now: Date): Promise<void> {
  await readPasswordLink(app, token, now);
  const passwordHash = await hashPassword(password);
  await withSessionAudit(app, async (sql) => {
    const [link] = await sql<{ staffId: string }[]>`
      delete from password_link where token_hash = ${hashOf(token)} and expires_at > ${now}
      returning staff_id as "staffId"`;
    if (!link) throw new AppError("NOT_FOUND", "session.linkGone");
    const { staffId } = link;
    await sql`
      update staff set password_hash = ${passwordHash}, failed_attempts = 0, locked_until = null where id = ${staffId}`;
    return { at: now, staffId, action: "password.set", sessions: await dropSessions(sql, staffId) };
  });
}
