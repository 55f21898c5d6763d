import { appendAudit } from "@gandan/db/audit/append-audit";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import type { Operator } from "../staff/operate-accounts";

export interface AskedHost {
  host: string;
  slug: string;
  askedAt: Date;
  confirmed: boolean;
}

/** The host names that units have asked for, waiting ones first. */
export async function listHosts({ ownerUrl }: Operator): Promise<AskedHost[]> {
  const owner = connect({ url: ownerUrl, max: 1 });
  try {
    const rows = await owner.sql<AskedHost[]>`
      select h.host, u.slug, h.asked_at as "askedAt", h.confirmed_at is not null as confirmed
      from unit_host h join unit u on u.id = h.unit_id order by confirmed, h.host, u.slug`;
    return [...rows];
  } finally {
    await owner.end();
  }
}

/**
 * Confirms that a host name is a unit's, after which the site answers under it; written into the unit's log.
 * @param slug tells which unit when several have asked for the name
 * @throws AppError NOT_FOUND public.noHost; CONFLICT public.hostKnown, public.hostsSeveral
 */
export async function confirmHost(
  { ownerUrl, by, now }: Operator,
  { host, slug }: { host: string; slug?: string | undefined },
): Promise<{ host: string; slug: string }> {
  const owner = connect({ url: ownerUrl, max: 1 });
  const app = connect({ url: ownerUrl, role: "app", max: 1 });
  try {
    const asked = await owner.sql<{ unitId: string; slug: string; confirmed: boolean }[]>`
      select h.unit_id as "unitId", u.slug, h.confirmed_at is not null as confirmed
      from unit_host h join unit u on u.id = h.unit_id where h.host = ${host}`;
    if (asked.some(({ confirmed }) => confirmed)) throw new AppError("CONFLICT", "public.hostKnown", { host });
    const meant = asked.filter((one) => slug === undefined || one.slug === slug);
    if (meant.length > 1) throw new AppError("CONFLICT", "public.hostsSeveral");
    const [unit] = meant;
    if (!unit) throw new AppError("NOT_FOUND", "public.noHost");
    const { unitId } = unit;
    await owner.sql`update unit_host set confirmed_at = ${now} where unit_id = ${unitId} and host = ${host}`;
    await inUnit({ db: { app }, unitId }, async (_tx, sql) => {
      await appendAudit(sql, { unitId, at: now, actor: by, action: "public.host-confirm", subject: host, details: {} });
      await notePublicChange(sql, unitId);
    });
    return { host, slug: unit.slug };
  } finally {
    await Promise.all([owner.end(), app.end()]);
  }
}
