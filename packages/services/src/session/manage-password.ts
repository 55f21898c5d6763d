import { changePassword as change } from "@gandan/auth/change-password";
import { readPasswordLink, setPasswordByLink } from "@gandan/auth/password-links";
import { unlockSession } from "@gandan/auth/session";
import type { ChangePasswordForm, SetPasswordForm } from "@gandan/model/session/session-inputs";
import type { RequestCtx } from "./request-ctx";
import type { KnownCtx } from "./second-factor";

/**
 * Takes a session up again after a pause.
 * @throws AppError UNAUTHORIZED session.wrongPassword; TOO_MANY session.locked
 */
export function unlock(ctx: KnownCtx, password: string): Promise<void> {
  return unlockSession(ctx.db.app, ctx.who, password, ctx.now);
}

/**
 * Changes the person's own password and ends the other sessions.
 * @throws AppError UNAUTHORIZED session.wrongPassword; INVALID session.passwordLength; TOO_MANY session.locked
 */
export function changePassword(ctx: KnownCtx, { current, next }: ChangePasswordForm): Promise<void> {
  return change(ctx.db.app, ctx.who, { current, next }, ctx.now);
}

/** Whose link it is, for anyone who has it. @throws AppError NOT_FOUND session.linkGone */
export function readLink(ctx: RequestCtx, token: string): Promise<{ name: string; signInName: string }> {
  return readPasswordLink(ctx.db.app, token, ctx.now);
}

/** Sets the password by a link, once. @throws AppError NOT_FOUND session.linkGone; INVALID session.passwordLength */
export function setPassword(ctx: RequestCtx, { token, next }: SetPasswordForm): Promise<void> {
  return setPasswordByLink(ctx.db.app, token, next, ctx.now);
}
