import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { Database } from "@gandan/db/connect";
import { withSessionAudit } from "./audit-session";
import { luciaOn, sessionHash } from "./lucia-adapter";
import { isRole } from "./roles";
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
  expiresAt: Date;
  userAgent: string | null;
  address: string | null;
  /** The one that asks. */
  current: boolean;
}

/**
 * Who holds the session id, with the roles that hold on the day of `now`; null for an unknown, expired or revoked one,
 * and for a disabled person. Prolongs a session of which more than half has passed.
 */
export async function validateSession(app: Database, sessionId: string, now: Date): Promise<SignedIn | null> {
  const { session, user } = await luciaOn(app).validateSession(sessionId);
  if (!session) return null;
  const today = localDateOf(toLocalMinute(now));
  const roles = user.roles.flatMap(({ unitId, role, validFrom, validTo }) =>
    isRole(role) && validFrom <= today && (validTo === null || today < validTo) ? [{ unitId, role }] : [],
  );
  return {
    actor: { staffId: user.id, name: user.name, roles },
    language: user.language,
    handle: sessionHash(sessionId),
    expiresAt: session.expiresAt,
    renewed: session.fresh,
  };
}

/** The person's sessions that still hold, newest first. */
export async function listSessions(app: Database, who: SignedIn, now: Date): Promise<SessionEntry[]> {
  const rows = await app.sql<Omit<SessionEntry, "current">[]>`
    select id_hash as handle, created_at as "createdAt", expires_at as "expiresAt", user_agent as "userAgent", address
    from session where staff_id = ${who.actor.staffId} and expires_at > ${now} order by created_at desc, id_hash`;
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
    const ended = await sql<{ handle: string }[]>`
      delete from session where staff_id = ${staffId} and id_hash <> ${who.handle} returning id_hash as handle`;
    const sessions = ended.map(({ handle }) => handle).sort();
    return sessions.length > 0 ? { at: now, staffId, action: "session.end", sessions } : null;
  });
  return act?.sessions.length ?? 0;
}

/** The session id of a Cookie header; null when there is none. */
export function readSessionCookie(app: Database, cookieHeader: string | null): string | null {
  return luciaOn(app).readSessionCookie(cookieHeader ?? "");
}
