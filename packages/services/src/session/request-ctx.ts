import { type Gate, readSession, readSessionCookie, type SignedIn } from "@gandan/auth/session";
import type { SignInPolicy } from "@gandan/auth/sign-in-policy";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { AppError } from "@gandan/model/error/app-error";
import type { Databases } from "./open-databases";

/** What is known of a request before any unit is chosen. */
export interface RequestCtx {
  db: Databases;
  /** How people sign in at this installation. */
  policy: SignInPolicy;
  /** A person with nothing left to prove. */
  session: SignedIn | null;
  /** A person who is to do something first; as long as there is a gate, there is no session. */
  gate: { kind: Gate; who: SignedIn } | null;
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

interface SiteParts {
  db: Databases;
  policy: SignInPolicy;
}

/** Reads the session of a request; an unknown or expired one is no session, nor is one before a gate. */
export async function beginRequest({ db, policy }: SiteParts, now: Date, parts: RequestParts): Promise<RequestCtx> {
  const sessionId = readSessionCookie(db.app, parts.cookie);
  const found = sessionId ? await readSession(db.app, policy, sessionId, now) : null;
  const { host, userAgent, address } = parts;
  return {
    db,
    policy,
    session: found && !found.gate ? found.who : null,
    gate: found?.gate ? { kind: found.gate, who: found.who } : null,
    now,
    language: parts.language ?? found?.who.language ?? parts.usualLanguage,
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
