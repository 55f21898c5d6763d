import type { Database } from "@gandan/db/connect";
import { AppError } from "@gandan/model/error/app-error";
import { withSessionAudit } from "./audit-session";

const MAX_FAILURES = 5;
const LOCK_MINUTES = 15;

export interface Attempt {
  id: string;
  passwordHash: string | null;
  /** This one included, as if it failed. */
  failures: number;
}

type Who = { signInName: string } | { staffId: string };

/**
 * Counts an attempt – with a password or with a code – as a failure before it is looked at, so that many at once cannot
 * slip past the limit. Undefined when there is no such person, or the account is locked.
 */
export async function countAttempt(app: Database, who: Who, now: Date): Promise<Attempt | undefined> {
  const lockedUntil = new Date(now.getTime() + LOCK_MINUTES * 60_000);
  const [attempt] = await app.sql<Attempt[]>`
    update staff set failed_attempts = next.failures,
      locked_until = case when next.failures >= ${MAX_FAILURES} then ${lockedUntil}::timestamptz end
    from (
      select id, case when locked_until is null then failed_attempts + 1 else 1 end as failures
      from staff where ${isPerson(app, who)} and disabled_at is null
        and (locked_until is null or locked_until <= ${now})
      for update
    ) next
    where staff.id = next.id
    returning staff.id, password_hash as "passwordHash", failed_attempts as failures`;
  return attempt;
}

/** The attempt was right: counting begins anew. */
export async function forgetFailures(app: Database, staffId: string): Promise<void> {
  await app.sql`update staff set failed_attempts = 0, locked_until = null where id = ${staffId}`;
}

/**
 * The password was right. Where a second factor is in force – then true – only this attempt no longer counts: failed
 * codes before it still do, or a known password would allow any number of guesses at the code.
 */
export async function passwordWasRight(app: Database, staffId: string): Promise<boolean> {
  const [row] = await app.sql<{ hasFactor: boolean }[]>`
    update staff set
      failed_attempts = case when factor.there then greatest(failed_attempts - 1, 0) else 0 end,
      locked_until = case when factor.there and failed_attempts > ${MAX_FAILURES} then locked_until end
    from (select exists (select from second_factor where staff_id = ${staffId} and confirmed_at is not null) there) factor
    where id = ${staffId} returning factor.there as "hasFactor"`;
  return row?.hasFactor ?? false;
}

/** What to answer to an attempt that failed; the fifth in a row locks the account and is written down. */
export async function failureOf(
  app: Database,
  { id, failures }: Attempt,
  now: Date,
  key: "session.wrongPassword" | "session.secondFactor",
): Promise<AppError> {
  if (failures < MAX_FAILURES) return new AppError("UNAUTHORIZED", key);
  await withSessionAudit(app, async () => ({ at: now, staffId: id, action: "session.lock", sessions: [] }));
  return new AppError("TOO_MANY", "session.locked", { minutes: LOCK_MINUTES });
}

/** What to answer when there was nothing to try: the account is locked, or nobody is so called. */
export async function refusalOf(app: Database, who: Who, now: Date): Promise<AppError> {
  const [row] = await app.sql<{ lockedUntil: Date }[]>`
    select locked_until as "lockedUntil" from staff
    where ${isPerson(app, who)} and disabled_at is null and locked_until > ${now}`;
  if (!row) return new AppError("UNAUTHORIZED", "session.wrongPassword");
  const minutes = Math.ceil((row.lockedUntil.getTime() - now.getTime()) / 60_000);
  return new AppError("TOO_MANY", "session.locked", { minutes });
}

const isPerson = ({ sql }: Database, who: Who) =>
  "staffId" in who ? sql`id = ${who.staffId}` : sql`sign_in_name = ${who.signInName}`;
