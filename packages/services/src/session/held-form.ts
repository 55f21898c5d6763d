import { dropHeldForm as drop, holdForm as hold, readHeldForm as read } from "@gandan/auth/held-forms";
import type { SignedIn } from "@gandan/auth/session";
import type { HeldFormInput } from "@gandan/model/session/session-inputs";
import type { RequestCtx } from "./request-ctx";
import type { KnownCtx } from "./second-factor";

/** Keeps what was sent to a locked session, sealed, so that it can be sent again after the password. */
export function holdForm({ db, policy, who, now }: KnownCtx, form: HeldFormInput): Promise<void> {
  return hold({ app: db.app, key: policy.key, handle: who.handle }, form, now);
}

/** What this session sent while it was locked; null when nothing waits. */
export function readHeldForm({
  db,
  policy,
  session,
}: RequestCtx & { session: SignedIn }): Promise<(HeldFormInput & { heldAt: Date }) | null> {
  return read({ app: db.app, key: policy.key, handle: session.handle });
}

/** Gives up what was held. */
export function dropHeldForm({ db, session }: RequestCtx & { session: SignedIn }): Promise<void> {
  return drop(db.app, session.handle);
}
