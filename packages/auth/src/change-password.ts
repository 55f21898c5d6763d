import type { Database } from "@gandan/db/connect";
import { withSessionAudit } from "./audit-session";
import { dropSessions } from "./drop-sessions";
import { hashPassword } from "./password";
import { provePassword } from "./prove-password";
import type { SignedIn } from "./session";

/**
 * Changes the person's own password for the one in force; ends the other sessions and writes it down.
 * @throws AppError UNAUTHORIZED session.wrongPassword; INVALID session.passwordLength; TOO_MANY session.locked (minutes)
 */
export async function changePassword(
  app: Database,
  who: SignedIn,
  { current, next }: { current: string; next: string },
  now: Date,
): Promise<void> {
  const { staffId } = who.actor;
  await provePassword(app, staffId, current, now);
  const passwordHash = await hashPassword(next);
  await withSessionAudit(app, async (sql) => {
    await sql`update staff set password_hash = ${passwordHash} where id = ${staffId}`;
    await sql`delete from password_link where staff_id = ${staffId}`;
    const sessions = await dropSessions(sql, staffId, who.handle);
    return { at: now, staffId, action: "password.change", sessions };
  });
}
