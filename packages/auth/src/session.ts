import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { Database } from "@gandan/db/connect";
import { withSessionAudit } from "./audit-session";
import { dropSessions } from "./drop-sessions";
import { luciaOn, sessionHash } from "./lucia-adapter";
import { provePassword } from "./prove-password";
import { isRole } from "./roles";
import { needsSecondFactor, type SignInPolicy } from "./sign-in-policy";
import type { Actor } from "./unit-context";

export interface SignedIn {
  actor: Actor;
  language: "vi" | "en";
  /** Names the session without giving it away. */
  handle: string;
  expiresAt: Date;
  /** True when it was prolonged just now: send the cookie again. */
  renewed: boolean;
}

export interface SessionEntry {
  handle: string;
  createdAt: Date;
  /** Of its last request, to half a minute. */
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  address: string | null;
  /** The one that asks. */
  current: boolean;
}

/**
 * What stands between a session and everything else: the code of the second factor is to come; there was too long a
 * pause; a second factor is to be set up first.
 */
export type Gate = "code" | "idle" | "enrol";

/** Minutes in which the code must follow the password. */
const CODE_MINUTES = 10;
/** The last request is noted to half a minute, so that reading a page does not write each time. */
const SEEN_EVERY_MS = 30_000;

/**
 * Who holds the session id, with the roles that hold on the day of `now`, and what they must do before anything else;
 * null for an unknown, expired or revoked one, for a disabled person, and for one whose every role has ended.
 * Prolongs a session of which more than half has passed, and notes that it was used.
 */
export async function readSession(
  app: Database,
  policy: SignInPolicy,
  sessionId: string,
  now: Date,
): Promise<{ who: SignedIn; gate: Gate | null } | null> {
  const { session, user } = await luciaOn(app).validateSession(sessionId);
  if (!session) return null;
  const today = localDateOf(toLocalMinute(now));
  const ended = user.roles.length > 0 && user.roles.every(({ validTo }) => validTo !== null && validTo <= today);
  if (ended) return null;
  const roles = user.roles.flatMap(({ unitId, role, validFrom, validTo }) =>
    isRole(role) && validFrom <= today && (validTo === null || today < validTo) ? [{ unitId, role }] : [],
  );
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (session.awaitsCode && idleMs >= CODE_MINUTES * 60_000) return null;
  const who: SignedIn = {
    actor: { staffId: user.id, name: user.name, roles },
    language: user.language,
    handle: sessionHash(sessionId),
    expiresAt: session.expiresAt,
    renewed: session.fresh,
  };
  const gate = gateOf(policy, { ...session, idleMs, hasFactor: user.hasFactor, roles });
  if (gate !== "code" && gate !== "idle" && idleMs >= SEEN_EVERY_MS) await noteSeen(app, who, now);
  return { who, gate };
}

interface Standing {
  awaitsCode: boolean;
  idleMs: number;
  hasFactor: boolean;
  roles: Actor["roles"];
}

function gateOf(policy: SignInPolicy, { awaitsCode, idleMs, hasFactor, roles }: Standing): Gate | null {
  if (awaitsCode) return "code";
  if (idleMs >= policy.idleMinutes * 60_000) return "idle";
  return !hasFactor && needsSecondFactor(policy, roles) ? "enrol" : null;
}

async function noteSeen(app: Database, { handle }: SignedIn, now: Date): Promise<void> {
  await app.sql`update session set last_seen_at = ${now} where id_hash = ${handle} and last_seen_at < ${now}`;
}

/**
 * Takes a locked session up again by the password; attempts count as those of signing in.
 * @throws AppError UNAUTHORIZED session.wrongPassword; TOO_MANY session.locked (minutes)
 */
export async function unlockSession(app: Database, who: SignedIn, password: string, now: Date): Promise<void> {
  await provePassword(app, who.actor.staffId, password, now);
  await noteSeen(app, who, now);
  const { staffId } = who.actor;
  await withSessionAudit(app, async () => ({ at: now, staffId, action: "session.unlock", sessions: [who.handle] }));
}

/** The person's sessions that still hold, newest first. */
export async function listSessions(app: Database, who: SignedIn, now: Date): Promise<SessionEntry[]> {
  const rows = await app.sql<Omit<SessionEntry, "current">[]>`
    select id_hash as handle, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
      user_agent as "userAgent", address
    from session where staff_id = ${who.actor.staffId} and expires_at > ${now} and not awaits_code
    order by created_at desc, id_hash`;
  return rows.map((row) => ({ ...row, current: row.handle === who.handle }));
}

/** Ends one session of the person and writes it down; false when it is not theirs or no longer there. */
export async function endSession(app: Database, who: SignedIn, handle: string, now: Date): Promise<boolean> {
  const { staffId } = who.actor;
  const act = await withSessionAudit(app, async (sql) => {
    const done = await sql`delete from session where id_hash = ${handle} and staff_id = ${staffId}`;
    const action = handle === who.handle ? "session.sign-out" : "session.end";
    return done.count === 1 ? { at: now, staffId, action, sessions: [handle] } : null;
  });
  return act !== null;
}

/** Ends all sessions of the person but the one that asks, and writes it down; how many. */
export async function endOtherSessions(app: Database, who: SignedIn, now: Date): Promise<number> {
  const { staffId } = who.actor;
  const act = await withSessionAudit(app, async (sql) => {
    const sessions = await dropSessions(sql, staffId, who.handle);
    return sessions.length > 0 ? { at: now, staffId, action: "session.end", sessions } : null;
  });
  return act?.sessions?.length ?? 0;
}

/** The session id of a Cookie header; null when there is none. */
export function readSessionCookie(app: Database, cookieHeader: string | null): string | null {
  return luciaOn(app).readSessionCookie(cookieHeader ?? "");
}
