import type { Database } from "@gandan/db/connect";
import { countAttempt, failureOf, passwordWasRight, refusalOf } from "./attempts";
import { verifyPassword } from "./password";

/**
 * Asks a person who is known already for the password again; attempts count as those of signing in.
 * @throws AppError UNAUTHORIZED session.wrongPassword; TOO_MANY session.locked (minutes)
 */
export async function provePassword(app: Database, staffId: string, password: string, now: Date): Promise<void> {
  const attempt = await countAttempt(app, { staffId }, now);
  if (!attempt) throw await refusalOf(app, { staffId }, now);
  if (!(await verifyPassword(attempt.passwordHash, password))) {
    throw await failureOf(app, attempt, now, "session.wrongPassword");
  }
  await passwordWasRight(app, staffId);
}
