import { endSession } from "@gandan/auth/session";
import { sessionCookie } from "@gandan/auth/session-cookie";
import { signIn } from "@gandan/auth/sign-in";
import type { SignInForm } from "@gandan/model/session/session-inputs";
import type { RequestCtx } from "./request-ctx";

/**
 * Opens a session and gives the Set-Cookie header that keeps it; `codeDue` when it waits for the second factor.
 * @throws AppError UNAUTHORIZED session.wrongPassword, TOO_MANY session.locked
 */
export async function signInPerson(
  ctx: RequestCtx,
  input: SignInForm,
): Promise<{ setCookie: string; codeDue: boolean }> {
  const { sessionId, codeDue } = await signIn(
    { app: ctx.db.app, now: ctx.now },
    { ...input, userAgent: ctx.userAgent, address: ctx.address },
  );
  return { setCookie: sessionCookie(ctx.db.app, sessionId, ctx.host), codeDue };
}

/** Ends the session of the request, if there is one – before a gate or behind it –, writes it down, and gives the Set-Cookie header that forgets it. */
export async function signOutPerson(ctx: RequestCtx): Promise<{ setCookie: string }> {
  const who = ctx.session ?? ctx.gate?.who;
  if (who) await endSession(ctx.db.app, who, who.handle, ctx.now);
  return { setCookie: sessionCookie(ctx.db.app, null, ctx.host) };
}
