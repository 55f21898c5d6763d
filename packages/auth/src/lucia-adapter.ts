import { createHash } from "node:crypto";
import type { Database } from "@gandan/db/connect";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";

interface SessionAttributes {
  userAgent: string | null;
  address: string | null;
  lastSeenAt: Date;
  awaitsCode: boolean;
}

interface StaffAttributes {
  name: string;
  language: "vi" | "en";
  /** A second factor that was confirmed. */
  hasFactor: boolean;
  /** Validity as "YYYY-MM-DD"; `validTo` is the first day on which it no longer holds. */
  roles: { unitId: string; role: string; validFrom: string; validTo: string | null }[];
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, StaffAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: StaffAttributes;
  }
}

/** What the database keeps of a session id: its SHA-256, hexadecimal. A stolen table signs nobody in. */
export function sessionHash(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

interface SessionRow extends StaffAttributes, SessionAttributes {
  staffId: string;
  expiresAt: Date;
}

/** lucia's storage on our tables. lucia itself only ever sees the id that the browser holds. */
function adapterOn({ sql }: Database): Adapter {
  return {
    async getSessionAndUser(id) {
      const [row] = await sql<SessionRow[]>`
        select session.staff_id as "staffId", session.expires_at as "expiresAt", session.user_agent as "userAgent",
          session.address, session.last_seen_at as "lastSeenAt", session.awaits_code as "awaitsCode", staff.name, staff.language,
          exists (select from second_factor f where f.staff_id = staff.id and f.confirmed_at is not null) as "hasFactor",
          coalesce((select json_agg(json_build_object('unitId', unit_id, 'role', role, 'validFrom', valid_from,
              'validTo', valid_to) order by valid_from, unit_id, role)
            from staff_role where staff_role.staff_id = staff.id), '[]'::json) as roles
        from session join staff on staff.id = session.staff_id and staff.disabled_at is null
        where session.id_hash = ${sessionHash(id)}`;
      if (!row) return [null, null];
      const { staffId, expiresAt, name, language, hasFactor, roles, ...attributes } = row;
      return [
        { id, userId: staffId, expiresAt, attributes },
        { id: staffId, attributes: { name, language, hasFactor, roles } },
      ];
    },
    async getUserSessions(userId): Promise<DatabaseSession[]> {
      const rows = await sql<(SessionAttributes & { id: string; expiresAt: Date })[]>`
        select id_hash as id, expires_at as "expiresAt", user_agent as "userAgent", address,
          last_seen_at as "lastSeenAt", awaits_code as "awaitsCode"
        from session where staff_id = ${userId}`;
      return rows.map(({ id, expiresAt, ...attributes }) => ({ id, userId, expiresAt, attributes }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await sql`
        insert into session (id_hash, staff_id, expires_at, user_agent, address, last_seen_at, awaits_code, created_at)
        values (${sessionHash(id)}, ${userId}, ${expiresAt}, ${attributes.userAgent}, ${attributes.address},
          ${attributes.lastSeenAt}, ${attributes.awaitsCode}, ${attributes.lastSeenAt})`;
    },
    async updateSessionExpiration(id, expiresAt) {
      await sql`update session set expires_at = ${expiresAt} where id_hash = ${sessionHash(id)}`;
    },
    async deleteSession(id) {
      await sql`delete from session where id_hash = ${sessionHash(id)}`;
    },
    async deleteUserSessions(userId) {
      await sql`delete from session where staff_id = ${userId}`;
    },
    async deleteExpiredSessions() {
      await sql`delete from session where expires_at <= now()`;
    },
  };
}

const instances = new WeakMap<Database, Lucia<SessionAttributes, StaffAttributes>>();

/** lucia on a pool of the app role, one instance a pool. Sessions last 12 hours from the last half-day of use. */
export function luciaOn(app: Database): Lucia<SessionAttributes, StaffAttributes> {
  const known = instances.get(app);
  if (known) return known;
  const lucia = new Lucia(adapterOn(app), {
    sessionExpiresIn: new TimeSpan(12, "h"),
    sessionCookie: { name: "gandan_session", attributes: { sameSite: "lax", path: "/" } },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
  instances.set(app, lucia);
  return lucia;
}
