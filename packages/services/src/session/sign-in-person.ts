import { endSession } from "@gandan/auth/session";
import { sessionCookie } from "@gandan/auth/session-cookie";
import { signIn } from "@gandan/auth/sign-in";
import type { SignInForm } from "@gandan/model/session/session-inputs";
import type { RequestCtx } from "./request-ctx";

/**
 * Opens a session and gives the Set-Cookie header that keeps it.
 * @throws AppError UNAUTHORIZED session.wrongPassword, TOO_MANY session.locked
 */
export async function signInPerson(ctx: RequestCtx, input: SignInForm): Promise<{ setCookie: string }> {
  const { sessionId } = await signIn(
    { app: ctx.db.app, now: ctx.now },
    { ...input, userAgent: ctx.userAgent, address: ctx.address },
  );
  return { setCookie: sessionCookie(ctx.db.app, sessionId, ctx.host) };
}

/** Ends the session of the request, if there is one, writes it down, and gives the Set-Cookie header that forgets it. */
export async function signOutPerson(ctx: RequestCtx): Promise<{ setCookie: string }> {
  if (ctx.session) await endSession(ctx.db.app, ctx.session, ctx.session.handle, ctx.now);
  return { setCookie: sessionCookie(ctx.db.app, null, ctx.host) };
}
