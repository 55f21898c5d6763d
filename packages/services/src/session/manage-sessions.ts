import {
  endSession as end,
  endOtherSessions as endOthers,
  listSessions,
  type SessionEntry,
  type SignedIn,
} from "@gandan/auth/session";
import { AppError } from "@gandan/model/error/app-error";
import type { RequestCtx } from "./request-ctx";

type PersonCtx = RequestCtx & { session: SignedIn };

/** The person's open sessions, newest first. */
export function readSessions(ctx: PersonCtx): Promise<SessionEntry[]> {
  return listSessions(ctx.db.app, ctx.session, ctx.now);
}

/** Ends one of the person's sessions and writes it down. @throws AppError NOT_FOUND session.notFound */
export async function endSession(ctx: PersonCtx, handle: string): Promise<void> {
  if (!(await end(ctx.db.app, ctx.session, handle, ctx.now))) throw new AppError("NOT_FOUND", "session.notFound");
}

/** Ends all of the person's sessions but this one and writes it down; how many. */
export function endOtherSessions(ctx: PersonCtx): Promise<number> {
  return endOthers(ctx.db.app, ctx.session, ctx.now);
}
