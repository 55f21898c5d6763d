import type { Database } from "@gandan/db/connect";
import { AppError } from "@gandan/model/error/app-error";
import { countAttempt, failureOf, forgetFailures, refusalOf } from "./attempts";
import { type SessionAct, type TransactionSql, withSessionAudit } from "./audit-session";
import { dropSessions } from "./drop-sessions";
import { type OpenedSession, openSession } from "./open-session";
import { provePassword } from "./prove-password";
import { replaceRecoveryCodes, useRecoveryCode } from "./recovery-codes";
import { seal, unseal } from "./seal";
import type { SignedIn } from "./session";
import { needsSecondFactor, type SignInPolicy } from "./sign-in-policy";
import { newTotpSecret, totpStep, totpUri } from "./totp";

/** A person, the installation's policy and the moment. */
export interface FactorCtx {
  app: Database;
  policy: SignInPolicy;
  who: SignedIn;
  now: Date;
}

export interface FactorState {
  /** In force since then; null when there is none. */
  since: Date | null;
  /** Recovery codes that were not used yet. */
  codesLeft: number;
  /** Must have one: it cannot be turned off. */
  required: boolean;
  /** What an authenticator is to be told, while setting up. */
  pending: { secret: string; uri: string } | null;
}

const about = (staffId: string) => `totp ${staffId}`;

/** How the person's second factor stands. */
export async function readFactor({ app, policy, who }: FactorCtx): Promise<FactorState> {
  const { staffId, roles } = who.actor;
  const [row] = await app.sql<{ secret: string; confirmedAt: Date | null; signInName: string; codesLeft: number }[]>`
    select f.secret, f.confirmed_at as "confirmedAt", s.sign_in_name as "signInName",
      (select count(*)::int from recovery_code c where c.staff_id = s.id and c.used_at is null) as "codesLeft"
    from second_factor f join staff s on s.id = f.staff_id where f.staff_id = ${staffId}`;
  const secret = row && !row.confirmedAt ? unseal(policy.key, about(staffId), row.secret) : null;
  return {
    since: row?.confirmedAt ?? null,
    codesLeft: row?.confirmedAt ? row.codesLeft : 0,
    required: needsSecondFactor(policy, roles),
    pending: row && secret ? { secret, uri: totpUri(secret, row.signInName) } : null,
  };
}

/** Makes a secret to be taken up by an authenticator. @throws AppError CONFLICT session.factorThere */
export async function beginFactor({ app, policy, who, now }: FactorCtx): Promise<void> {
  const { staffId } = who.actor;
  const secret = seal(policy.key, about(staffId), newTotpSecret());
  const done = await app.sql`
    insert into second_factor (staff_id, secret, created_at) values (${staffId}, ${secret}, ${now})
    on conflict (staff_id) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
    where second_factor.confirmed_at is null`;
  if (done.count === 0) throw new AppError("CONFLICT", "session.factorThere");
}

/**
 * Puts the secret in force once the authenticator has shown a right code, and gives ten recovery codes, this once.
 * @throws AppError CONFLICT session.factorNotBegun; INVALID session.wrongCode
 */
export async function confirmFactor(ctx: FactorCtx, code: string): Promise<string[]> {
  const { staffId } = ctx.who.actor;
  return withAct(ctx, "second-factor.enrol", async (sql) => {
    const [row] = await sql<{ secret: string }[]>`
      select secret from second_factor where staff_id = ${staffId} and confirmed_at is null for update`;
    if (!row) throw new AppError("CONFLICT", "session.factorNotBegun");
    const step = totpStep(unseal(ctx.policy.key, about(staffId), row.secret), code, ctx.now);
    if (step === null) throw new AppError("INVALID", "session.wrongCode");
    await sql`update second_factor set confirmed_at = ${ctx.now}, last_step = ${step} where staff_id = ${staffId}`;
    return replaceRecoveryCodes(sql, staffId, ctx.now);
  });
}

/**
 * Opens the session that waited for a code, under a new id; the old one ends. A code of the authenticator counts once,
 * a recovery code too. Attempts count as those with a password.
 * @throws AppError UNAUTHORIZED session.secondFactor; TOO_MANY session.locked (minutes)
 */
export async function signInByCode(
  ctx: FactorCtx & { userAgent: string | null; address: string | null },
  code: string,
): Promise<OpenedSession> {
  const { app, who, now, userAgent, address } = ctx;
  const { staffId } = who.actor;
  const by = await proveCode(ctx, code);
  await forgetFailures(app, staffId);
  await app.sql`delete from session where id_hash = ${who.handle}`;
  return openSession(app, now, { staffId, codeDue: false, userAgent, address, by });
}

/**
 * Ten new recovery codes for a code of the authenticator; the old ones count no more.
 * @throws AppError UNAUTHORIZED session.secondFactor; TOO_MANY session.locked (minutes)
 */
export async function renewRecoveryCodes(ctx: FactorCtx, code: string): Promise<string[]> {
  const { staffId } = ctx.who.actor;
  await proveCode(ctx, code);
  await forgetFailures(ctx.app, staffId);
  return withAct(ctx, "second-factor.new-codes", (sql) => replaceRecoveryCodes(sql, staffId, ctx.now));
}

/**
 * Turns the second factor off, for password and code.
 * @throws AppError FORBIDDEN session.factorRequired; UNAUTHORIZED session.wrongPassword | session.secondFactor;
 *   TOO_MANY session.locked (minutes)
 */
export async function removeFactor(ctx: FactorCtx, proof: { password: string; code: string }): Promise<void> {
  const { staffId, roles } = ctx.who.actor;
  if (needsSecondFactor(ctx.policy, roles)) throw new AppError("FORBIDDEN", "session.factorRequired");
  await proveCode(ctx, proof.code);
  await forgetFailures(ctx.app, staffId);
  await provePassword(ctx.app, staffId, proof.password, ctx.now);
  await withAct(ctx, "second-factor.remove", (sql) => dropFactor(sql, staffId));
}

/** Takes the second factor off an account whose phone is lost, and ends its sessions; false when it had none. */
export async function resetFactor(app: Database, staffId: string, actor: string, now: Date): Promise<boolean> {
  const act = await withSessionAudit(app, async (sql) => {
    if ((await dropFactor(sql, staffId)) === 0) return null;
    const sessions = await dropSessions(sql, staffId);
    return { at: now, staffId, actor, action: "second-factor.reset", sessions };
  });
  return act !== null;
}

async function dropFactor(sql: TransactionSql, staffId: string): Promise<number> {
  await sql`delete from recovery_code where staff_id = ${staffId}`;
  const done = await sql`delete from second_factor where staff_id = ${staffId}`;
  return done.count;
}

/** Counts the attempt, then uses the code up. The count is for the caller to forget. */
async function proveCode({ app, policy, who, now }: FactorCtx, code: string): Promise<"code" | "recovery-code"> {
  const { staffId } = who.actor;
  const attempt = await countAttempt(app, { staffId }, now);
  if (!attempt) throw await refusalOf(app, { staffId }, now);
  const by = await app.sql.begin(async (sql) => {
    const [row] = await sql<{ secret: string }[]>`
      select secret from second_factor where staff_id = ${staffId} and confirmed_at is not null for update`;
    if (!row) return null;
    const step = totpStep(unseal(policy.key, about(staffId), row.secret), code, now);
    if (step === null) return (await useRecoveryCode(sql, staffId, code, now)) ? "recovery-code" : null;
    const done = await sql`
      update second_factor set last_step = ${step} where staff_id = ${staffId} and last_step < ${step}`;
    return done.count === 1 ? "code" : null;
  });
  if (!by) throw await failureOf(app, attempt, now, "session.secondFactor");
  return by;
}

/** Does `work` and writes it down in the same transaction. */
async function withAct<T>(
  { app, who, now }: FactorCtx,
  action: SessionAct["action"],
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  await withSessionAudit(app, async (sql) => {
    result = await work(sql);
    return { at: now, staffId: who.actor.staffId, action };
  });
  return result as T;
}
