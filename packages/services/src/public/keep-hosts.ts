import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import type { UnitHost } from "@gandan/model/public/public-face";
import type { PublicHost } from "@gandan/model/public/public-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";

const MOST_HOSTS = 5;

/**
 * Asks for a name by which citizens reach the unit. It counts once an operator has confirmed it (`gandan hosts`), so that no
 * unit answers under the name of another.
 * @throws AppError FORBIDDEN; CONFLICT public.hostKnown; INVALID public.hostsMany, unit.ended
 */
export async function askHost(ctx: UnitCtx, { host }: UnitHost): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const [row] = await sql<{ own: number; taken: boolean }[]>`
      select count(*) filter (where unit_id = ${unitId})::int as own,
        coalesce(bool_or(host = ${host} and (confirmed_at is not null or unit_id = ${unitId})), false) as taken
      from unit_host where unit_id = ${unitId} or host = ${host}`;
    if (row?.taken) throw new AppError("CONFLICT", "public.hostKnown", { host });
    if ((row?.own ?? 0) >= MOST_HOSTS) throw new AppError("INVALID", "public.hostsMany", { count: MOST_HOSTS });
    await sql`insert into unit_host (unit_id, host, asked_at, asked_by) values (${unitId}, ${host}, ${now}, ${actor})`;
    await appendAudit(sql, { unitId, at: now, actor, action: "public.host-ask", subject: host, details: {} });
  });
}

/** Gives a name up, confirmed or not. @throws AppError FORBIDDEN; NOT_FOUND public.noHost */
export async function dropHost(ctx: UnitCtx, { host }: UnitHost): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  await inUnit(ctx, async (_tx, sql) => {
    const gone = await sql`delete from unit_host where unit_id = ${unitId} and host = ${host} returning 1`;
    if (gone.length === 0) throw new AppError("NOT_FOUND", "public.noHost");
    await appendAudit(sql, { unitId, at: now, actor, action: "public.host-drop", subject: host, details: {} });
    await notePublicChange(sql, unitId);
  });
}

/** The unit that a host stands for, as the site asks before any unit is known; null for a host of no unit. */
export async function findHost(ctx: Pick<RequestCtx, "db">, { host }: PublicHost): Promise<{ slug: string } | null> {
  const [row] = await ctx.db.app.sql<{ slug: string }[]>`
    select u.slug from unit_host h join unit u on u.id = h.unit_id
    where h.host = ${host.toLowerCase().replace(/:\d+$/, "")} and h.confirmed_at is not null`;
  return row ?? null;
}
