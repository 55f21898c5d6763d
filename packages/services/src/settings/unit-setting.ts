import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";

export interface UnitSetting<Value> {
  value: Value;
  /** 0 while the defaults hold. */
  revision: number;
  changedAt: Date | null;
  /** Name of the person; null when unknown. */
  changedBy: string | null;
}

/**
 * What a unit has set in an area of settings, through the area's schema: a field that is not there has its default.
 * Reads for use cases, which authorise themselves.
 */
export async function readSetting<Value>(
  sql: TransactionSql,
  unitId: string,
  area: string,
  schema: { parse(value: unknown): Value },
): Promise<UnitSetting<Value>> {
  const [row] = await sql<UnitSetting<unknown>[]>`
    select s.value, s.revision, s.changed_at as "changedAt",
      (select name from staff where id::text = s.changed_by) as "changedBy"
    from unit_setting s where s.unit_id = ${unitId} and s.area = ${area}`;
  return row
    ? { ...row, value: schema.parse(row.value) }
    : { value: schema.parse({}), revision: 0, changedAt: null, changedBy: null };
}

/**
 * Sets an area of settings as it was seen (`revision`), with the audit of what it was and what it is; nothing when it
 * already is so. The caller has authorised.
 * @throws AppError CONFLICT settings.changed
 */
export async function writeSetting(
  sql: TransactionSql,
  ctx: UnitCtx,
  area: string,
  seen: UnitSetting<object>,
  next: { revision: number; value: object },
): Promise<void> {
  const { unitId, now } = ctx;
  if (seen.revision !== next.revision) throw new AppError("CONFLICT", "settings.changed");
  const before: Record<string, unknown> = { ...seen.value };
  const changed = Object.entries(next.value).filter(([key, value]) => !sameValue(before[key], value));
  if (changed.length === 0) return;
  const actor = ctx.actor.staffId;
  const written = await sql`
    insert into unit_setting as s (unit_id, area, value, revision, changed_at, changed_by)
    values (${unitId}, ${area}, ${JSON.stringify(next.value)}::text::jsonb, 1, ${now}, ${actor})
    on conflict (unit_id, area) do update set value = excluded.value, revision = s.revision + 1,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where s.revision = ${next.revision}
    returning 1`;
  if (written.length === 0) throw new AppError("CONFLICT", "settings.changed");
  await appendAudit(sql, {
    unitId,
    at: now,
    actor,
    action: "settings.change",
    subject: area,
    details: {
      from: Object.fromEntries(changed.map(([key]) => [key, before[key] ?? null])),
      to: Object.fromEntries(changed),
    },
  });
}

const sameValue = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
