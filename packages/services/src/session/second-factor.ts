import {
  beginFactor as begin,
  confirmFactor as confirm,
  type FactorState,
  readFactor,
  removeFactor as remove,
  renewRecoveryCodes,
  signInByCode,
} from "@gandan/auth/second-factor";
import type { SignedIn } from "@gandan/auth/session";
import { sessionCookie } from "@gandan/auth/session-cookie";
import { type QrPath, qrPath } from "./qr-path";
import type { RequestCtx } from "./request-ctx";

/** Someone who is known, and may still stand before a gate. */
export type KnownCtx = RequestCtx & { who: SignedIn };

export interface FactorPage extends Omit<FactorState, "pending"> {
  name: string;
  /** This installation lets even those without it work who elsewhere must have it. */
  offeredOnly: boolean;
  /** While setting up: the secret for typing, in groups of four, and for the camera. */
  pending: { secret: string; uri: string; qr: QrPath } | null;
}

const factorCtx = ({ db, policy, who, now }: KnownCtx) => ({ app: db.app, policy, who, now });

/** How the person's second factor stands, and what an authenticator is to be told while it is set up. */
export async function readSecondFactor(ctx: KnownCtx): Promise<FactorPage> {
  const { pending, ...state } = await readFactor(factorCtx(ctx));
  return {
    ...state,
    name: ctx.who.actor.name,
    offeredOnly: ctx.policy.secondFactor === "offered",
    pending: pending && {
      secret: pending.secret.replace(/.{4}(?=.)/g, "$& "),
      uri: pending.uri,
      qr: qrPath(pending.uri),
    },
  };
}

/** Makes a secret to be taken up by an authenticator. @throws AppError CONFLICT session.factorThere */
export function beginSecondFactor(ctx: KnownCtx): Promise<void> {
  return begin(factorCtx(ctx));
}

/**
 * Puts the second factor in force; the recovery codes are told this once.
 * @throws AppError CONFLICT session.factorNotBegun; INVALID session.wrongCode
 */
export async function confirmSecondFactor(ctx: KnownCtx, code: string): Promise<{ codes: string[] }> {
  return { codes: await confirm(factorCtx(ctx), code) };
}

/** A new set of recovery codes. @throws AppError UNAUTHORIZED session.secondFactor; TOO_MANY session.locked */
export async function renewCodes(ctx: KnownCtx, code: string): Promise<{ codes: string[] }> {
  return { codes: await renewRecoveryCodes(factorCtx(ctx), code) };
}

/**
 * Turns the second factor off.
 * @throws AppError FORBIDDEN session.factorRequired; UNAUTHORIZED session.wrongPassword | session.secondFactor;
 *   TOO_MANY session.locked
 */
export function removeSecondFactor(ctx: KnownCtx, proof: { password: string; code: string }): Promise<void> {
  return remove(factorCtx(ctx), proof);
}

/**
 * Answers the question for the code after the password; gives the cookie of the session that is open then.
 * @throws AppError UNAUTHORIZED session.secondFactor; TOO_MANY session.locked
 */
export async function answerCode(ctx: KnownCtx, code: string): Promise<{ setCookie: string }> {
  const { userAgent, address } = ctx;
  const { sessionId } = await signInByCode({ ...factorCtx(ctx), userAgent, address }, code);
  return { setCookie: sessionCookie(ctx.db.app, sessionId, ctx.host) };
}
