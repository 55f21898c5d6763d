import type { LocalDate } from "@gandan/calendar/local-time";
import type { ModelSource } from "@gandan/model/model/model-schema";
import type { Period } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";
import { type SourceKey, sourcesOf } from "../model/published-source";
import { type UnitSpan, windowOf } from "./units-below";

/** A published model version that dossiers were judged by. */
export interface JudgingVersion {
  versionId: string;
  version: number;
  title: string;
  source: ModelSource;
  /** The order of tallies. */
  ruleIds: string[];
}

/** The yardstick that `unitId` or a unit above it applied at the end of the period; else the last one within it. */
export async function readYardstick(
  sql: TransactionSql,
  unitId: string,
  { from, to }: Period,
): Promise<(JudgingVersion & { from: LocalDate; to: LocalDate | null }) | null> {
  const [row] = await sql<(VersionRow & { from: LocalDate; to: LocalDate | null })[]>`
    select v.id, v.checksum, v.state, v.version, m.title, v.dossier_rule_ids as "ruleIds",
      y.valid_from as "from", y.valid_to as "to"
    from yardstick_application y
    join unit_ancestors a on a.ancestor_id = y.unit_id and a.descendant_id = ${unitId}
    join model_version v on v.unit_id = y.model_unit_id and v.id = y.version_id
    join model m on m.unit_id = v.unit_id and m.id = v.model_id
    where y.valid_from <= ${to}::date and (y.valid_to is null or y.valid_to > ${from}::date)
      and a.valid_from <= ${to}::date and (a.valid_to is null or a.valid_to > ${from}::date)
    order by coalesce(y.valid_to > ${to}::date, true) desc, a.depth, y.valid_from desc
    limit 1`;
  if (!row) return null;
  const [version] = await withSources(sql, [row]);
  return version ? { ...version, from: row.from, to: row.to } : null;
}

type VersionRow = SourceKey & Omit<JudgingVersion, "versionId" | "source">;

async function withSources(sql: TransactionSql, rows: readonly VersionRow[]): Promise<JudgingVersion[]> {
  const sources = await sourcesOf(sql, rows);
  return rows.flatMap(({ id, version, title, ruleIds }) => {
    const source = sources.get(id);
    return source ? [{ versionId: id, version, title, source, ruleIds }] : [];
  });
}

/**
 * The versions that roll-ups of the units were counted by in the months of the period, and which unit used which; of a
 * unit that was moved, on the days of the period on which it was below: it may show only a part of a month.
 */
export async function readUsedVersions(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  period: Period,
): Promise<{ unitId: string; versionId: string; yardstick: boolean; version: JudgingVersion }[]> {
  const { from, to } = period;
  const moved = units.flatMap((unit) => {
    const { id, validFrom, validTo, belowFrom, belowTo } = unit;
    return belowFrom === validFrom && belowTo === validTo ? [] : [{ id, ...windowOf(unit, period) }];
  });
  const movedIds = new Set(moved.map(({ id }) => id));
  const steady = units.flatMap(({ id }) => (movedIds.has(id) ? [] : [id]));
  const used = await sql<{ unitId: string; versionId: string; type: string }[]>`
    select r.unit_id as "unitId", r.version_id as "versionId", m.type
    from (
      select distinct unit_id, version_id from rollup_month
      where unit_id = any(${steady}::uuid[]) and month >= date_trunc('month', ${from}::date)::date
        and month <= ${to}::date
      ${
        moved.length > 0
          ? sql`union select distinct d.unit_id, d.version_id from rollup_day d
              join unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map((span) => span.from)}::date[],
                ${moved.map((span) => span.to)}::date[]) as moved(id, first, last)
                on moved.id = d.unit_id and d.day between moved.first and moved.last`
          : sql``
      }
    ) r
    join model_version v on v.id = r.version_id
    join model m on m.unit_id = v.unit_id and m.id = v.model_id
    order by m.type, v.effective_from`;
  const versions = await sql<VersionRow[]>`
    select v.id, v.checksum, v.state, v.version, m.title, v.dossier_rule_ids as "ruleIds"
    from model_version v join model m on m.unit_id = v.unit_id and m.id = v.model_id
    where v.id = any(${[...new Set(used.map(({ versionId }) => versionId))]}::uuid[])`;
  const byId = new Map((await withSources(sql, versions)).map((version) => [version.versionId, version]));
  return used.flatMap(({ unitId, versionId, type }) => {
    const version = byId.get(versionId);
    return version ? [{ unitId, versionId, yardstick: type === "yardstick", version }] : [];
  });
}
