import { createHash } from "node:crypto";
import type { Database } from "@gandan/db/connect";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";

interface SessionAttributes {
  userAgent: string | null;
  address: string | null;
}

interface StaffAttributes {
  name: string;
  language: "vi" | "en";
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

interface SessionRow extends StaffAttributes {
  staffId: string;
  expiresAt: Date;
  userAgent: string | null;
  address: string | null;
}

/** lucia's storage on our tables. lucia itself only ever sees the id that the browser holds. */
function adapterOn({ sql }: Database): Adapter {
  return {
    async getSessionAndUser(id) {
      const [row] = await sql<SessionRow[]>`
        select session.staff_id as "staffId", session.expires_at as "expiresAt", session.user_agent as "userAgent",
          session.address, staff.name, staff.language,
          coalesce((select json_agg(json_build_object('unitId', unit_id, 'role', role, 'validFrom', valid_from,
              'validTo', valid_to) order by valid_from, unit_id, role)
            from staff_role where staff_role.staff_id = staff.id), '[]'::json) as roles
        from session join staff on staff.id = session.staff_id and staff.disabled_at is null
        where session.id_hash = ${sessionHash(id)}`;
      if (!row) return [null, null];
      const { staffId, expiresAt, userAgent, address, name, language, roles } = row;
      return [
        { id, userId: staffId, expiresAt, attributes: { userAgent, address } },
        { id: staffId, attributes: { name, language, roles } },
      ];
    },
    async getUserSessions(userId): Promise<DatabaseSession[]> {
      const rows = await sql<(SessionAttributes & { id: string; expiresAt: Date })[]>`
        select id_hash as id, expires_at as "expiresAt", user_agent as "userAgent", address
        from session where staff_id = ${userId}`;
      return rows.map(({ id, expiresAt, userAgent, address }) => ({
        id,
        userId,
        expiresAt,
        attributes: { userAgent, address },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await sql`
        insert into session (id_hash, staff_id, expires_at, user_agent, address)
        values (${sessionHash(id)}, ${userId}, ${expiresAt}, ${attributes.userAgent}, ${attributes.address})`;
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
