import type { Database } from "@gandan/db/connect";
import { withSessionAudit } from "./audit-session";
import { luciaOn, sessionHash } from "./lucia-adapter";

export interface OpenedSession {
  sessionId: string;
  staffId: string;
  expiresAt: Date;
  /** The session opens nothing before the code of the second factor. */
  codeDue: boolean;
}

interface NewSession {
  staffId: string;
  codeDue: boolean;
  userAgent?: string | null | undefined;
  address?: string | null | undefined;
  /** What was proved besides the password. */
  by?: "code" | "recovery-code";
}

/** Opens a session and, once nothing is due any more, notes the sign-in. */
export async function openSession(app: Database, now: Date, session: NewSession): Promise<OpenedSession> {
  const { staffId, codeDue, by } = session;
  const opened = await luciaOn(app).createSession(staffId, {
    userAgent: session.userAgent?.slice(0, 300) ?? null,
    address: session.address ?? null,
    lastSeenAt: now,
    awaitsCode: codeDue,
  });
  if (!codeDue) {
    const sessions = [sessionHash(opened.id)];
    const details = by ? { by } : {};
    await withSessionAudit(app, async (sql) => {
      await sql`update staff set last_sign_in_at = ${now} where id = ${staffId}`;
      return { at: now, staffId, action: "session.sign-in", sessions, details };
    });
  }
  return { sessionId: opened.id, staffId, expiresAt: opened.expiresAt, codeDue };
}
