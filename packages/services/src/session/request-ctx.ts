import { readSessionCookie, type SignedIn, validateSession } from "@gandan/auth/session";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { AppError } from "@gandan/model/error/app-error";
import type { Databases } from "./open-databases";

/** What is known of a request before any unit is chosen. */
export interface RequestCtx {
  db: Databases;
  session: SignedIn | null;
  now: Date;
  language: "vi" | "en";
  /** As in the Host header: decides whether the cookie needs TLS. */
  host: string;
  userAgent: string | null;
  address: string | null;
}

interface RequestParts {
  cookie: string | null;
  host: string;
  userAgent: string | null;
  address: string | null;
  /** The language chosen on this device; the person's own when there is none. */
  language: "vi" | "en" | null;
  /** Used when neither device nor person has chosen. */
  usualLanguage: "vi" | "en";
}

/** Reads the session of a request; an unknown or expired one is no session. */
export async function beginRequest(db: Databases, now: Date, parts: RequestParts): Promise<RequestCtx> {
  const sessionId = readSessionCookie(db.app, parts.cookie);
  const session = sessionId ? await validateSession(db.app, sessionId, now) : null;
  const { host, userAgent, address } = parts;
  return {
    db,
    session,
    now,
    language: parts.language ?? session?.language ?? parts.usualLanguage,
    host,
    userAgent,
    address,
  };
}

/**
 * The context of a signed-in person acting in a unit. Gives no rights by itself: each use case authorises.
 * @throws AppError UNAUTHORIZED without a session
 */
export function unitCtxOf(ctx: RequestCtx, unitId: string): UnitCtx {
  if (!ctx.session) throw new AppError("UNAUTHORIZED", "session.expired");
  return { db: ctx.db, actor: ctx.session.actor, unitId, now: ctx.now, language: ctx.language };
}
