import type { Database } from "@gandan/db/connect";
import { AppError } from "@gandan/model/error/app-error";
import { withSessionAudit } from "./audit-session";
import { luciaOn, sessionHash } from "./lucia-adapter";
import { verifyPassword } from "./password";

const MAX_FAILURES = 5;
const LOCK_MINUTES = 15;

export interface SignInInput {
  signInName: string;
  password: string;
  userAgent?: string | null;
  address?: string | null;
}

interface Attempt {
  id: string;
  passwordHash: string | null;
  /** This one included, as if it failed. */
  failures: number;
}

/**
 * Checks name and password and opens a session; the id goes into the cookie and nowhere else.
 * The fifth failure in a row locks the account for 15 minutes. An unknown name takes as long as a wrong password.
 * @throws AppError UNAUTHORIZED session.wrongPassword; TOO_MANY session.locked (minutes)
 */
export async function signIn(
  { app, now }: { app: Database; now: Date },
  input: SignInInput,
): Promise<{ sessionId: string; staffId: string; expiresAt: Date }> {
  const name = input.signInName.trim().toLowerCase();
  const attempt = await countAttempt(app, name, now);
  const right = await verifyPassword(attempt?.passwordHash ?? null, input.password);
  if (!attempt) throw await refusal(app, name, now);
  if (!right) {
    if (attempt.failures < MAX_FAILURES) throw new AppError("UNAUTHORIZED", "session.wrongPassword");
    await withSessionAudit(app, async () => ({ at: now, staffId: attempt.id, action: "session.lock", sessions: [] }));
    throw new AppError("TOO_MANY", "session.locked", { minutes: LOCK_MINUTES });
  }
  await app.sql`
    update staff set failed_attempts = 0, locked_until = null, last_sign_in_at = ${now} where id = ${attempt.id}`;
  await app.sql`delete from session where staff_id = ${attempt.id} and expires_at <= ${now}`;
  const session = await luciaOn(app).createSession(attempt.id, {
    userAgent: input.userAgent?.slice(0, 300) ?? null,
    address: input.address ?? null,
  });
  const sessions = [sessionHash(session.id)];
  await withSessionAudit(app, async () => ({ at: now, staffId: attempt.id, action: "session.sign-in", sessions }));
  return { sessionId: session.id, staffId: attempt.id, expiresAt: session.expiresAt };
}

/**
 * Counts the attempt as a failure before the password is looked at, so that many at once cannot slip past the limit.
 * Null when there is no such person, or the account is locked.
 */
async function countAttempt(app: Database, name: string, now: Date): Promise<Attempt | undefined> {
  const lockedUntil = new Date(now.getTime() + LOCK_MINUTES * 60_000);
  const [attempt] = await app.sql<Attempt[]>`
    update staff set failed_attempts = next.failures,
      locked_until = case when next.failures >= ${MAX_FAILURES} then ${lockedUntil}::timestamptz end
    from (
      select id, case when locked_until is null then failed_attempts + 1 else 1 end as failures
      from staff where sign_in_name = ${name} and disabled_at is null and (locked_until is null or locked_until <= ${now})
      for update
    ) next
    where staff.id = next.id
    returning staff.id, password_hash as "passwordHash", failed_attempts as failures`;
  return attempt;
}

async function refusal(app: Database, name: string, now: Date): Promise<AppError> {
  const [row] = await app.sql<{ lockedUntil: Date }[]>`
    select locked_until as "lockedUntil" from staff
    where sign_in_name = ${name} and disabled_at is null and locked_until > ${now}`;
  if (!row) return new AppError("UNAUTHORIZED", "session.wrongPassword");
  const minutes = Math.ceil((row.lockedUntil.getTime() - now.getTime()) / 60_000);
  return new AppError("TOO_MANY", "session.locked", { minutes });
}
