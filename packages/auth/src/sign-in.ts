import type { Database } from "@gandan/db/connect";
import { countAttempt, failureOf, passwordWasRight, refusalOf } from "./attempts";
import { type OpenedSession, openSession } from "./open-session";
import { verifyPassword } from "./password";

export interface SignInInput {
  signInName: string;
  password: string;
  userAgent?: string | null;
  address?: string | null;
}

/**
 * Checks name and password and opens a session; the id goes into the cookie and nowhere else.
 * The fifth failure in a row locks the account for 15 minutes. An unknown name takes as long as a wrong password.
 * @throws AppError UNAUTHORIZED session.wrongPassword; TOO_MANY session.locked (minutes)
 */
export async function signIn({ app, now }: { app: Database; now: Date }, input: SignInInput): Promise<OpenedSession> {
  const who = { signInName: input.signInName.trim().toLowerCase() };
  const attempt = await countAttempt(app, who, now);
  const right = await verifyPassword(attempt?.passwordHash ?? null, input.password);
  if (!attempt) throw await refusalOf(app, who, now);
  if (!right) throw await failureOf(app, attempt, now, "session.wrongPassword");
  const codeDue = await passwordWasRight(app, attempt.id);
  await app.sql`delete from session where staff_id = ${attempt.id} and expires_at <= ${now}`;
  const { userAgent, address } = input;
  return openSession(app, now, { staffId: attempt.id, codeDue, userAgent, address });
}
