import type { ImportMapping } from "@gandan/model/import/import-mapping";
import type { MatchKind } from "@gandan/model/import/reconciliation";
import type { TransactionSql } from "postgres";
import { compareTold, dropSettled } from "./compare-told";

type MatchCounts = Record<MatchKind, number>;

/** How each staged dossier stands to what the unit has, once the differences are known. */
const MATCHES = `
  select t.code, t.dossier_id, t.procedure_code, t.received_on,
    case when t.dossier_id is null then 'new' when d.contradicts then 'contradicting'
      when d.contradicts is not null then 'changed' else 'unchanged' end as kind
  from pg_temp.told_dossier t
  left join (
    select dossier_id, bool_or(choice is not null) as contradicts from pg_temp.told_difference group by 1
  ) d using (dossier_id)`;

/** Dossiers of the file's procedures and days that an earlier file told and this one does not. */
const MISSING = `
  select d.external_code as code, d.id as dossier_id, d.procedure_code, d.received_on, 'missing' as kind
  from dossier d, (
    select min(received_on) as first, max(received_on) as last, array_agg(distinct procedure_code) as codes
    from pg_temp.told_dossier
  ) span
  where d.received_on between span.first and span.last and d.procedure_code = any(span.codes)
    and not exists (select from pg_temp.told_dossier t where t.dossier_id = d.id)
    and not exists (select from pg_temp.refused_code r where r.code = d.external_code)
    and exists (
      select from dossier_event e where e.unit_id = d.unit_id and e.dossier_id = d.id and e.source = 'import')`;

const countsOf = (rows: readonly { kind: MatchKind; n: number }[]): MatchCounts => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  missing: 0,
  contradicting: 0,
  ...Object.fromEntries(rows.map(({ kind, n }) => [kind, n])),
});

/** Counts how what is staged stands to what the unit has. */
export async function countMatches(sql: TransactionSql, unitId: string, mapping: ImportMapping): Promise<MatchCounts> {
  await compareTold(sql, unitId, mapping);
  const rows = await sql<{ kind: MatchKind; n: number }[]>`
    select kind, count(*)::int as n from (
      ${sql.unsafe(MATCHES)} union all ${sql.unsafe(MISSING)} and d.unit_id = ${unitId}
    ) m group by 1`;
  return countsOf(rows);
}

/** Keeps with the import how each dossier of its file stands to what the unit has, in place of what was kept before. */
export async function keepMatches(
  sql: TransactionSql,
  unitId: string,
  runId: string,
  mapping: ImportMapping,
): Promise<MatchCounts> {
  await forgetMatches(sql, unitId, [runId]);
  await compareTold(sql, unitId, mapping);
  await dropSettled(sql, unitId, runId);
  await sql`
    insert into import_difference (unit_id, run_id, dossier_id, place, entry, why, own_at, told_at, own, told,
      own_recorded_at, choice)
    select ${unitId}::uuid, ${runId}::uuid, * from pg_temp.told_difference`;
  const rows = await sql<{ kind: MatchKind; n: number }[]>`
    with kept as (
      insert into import_match (unit_id, run_id, external_code, dossier_id, procedure_code, received_on, kind)
      select ${unitId}::uuid, ${runId}::uuid, m.*
      from (${sql.unsafe(MATCHES)} union all ${sql.unsafe(MISSING)} and d.unit_id = ${unitId}) m
      returning kind
    )
    select kind, count(*)::int as n from kept group by 1`;
  return countsOf(rows);
}

/** Forgets what is kept of imports that came to nothing. */
export async function forgetMatches(sql: TransactionSql, unitId: string, runIds: readonly string[]): Promise<void> {
  const ids = runIds as string[];
  await sql`delete from import_difference where unit_id = ${unitId} and run_id = any(${ids}::uuid[])`;
  await sql`delete from import_match where unit_id = ${unitId} and run_id = any(${ids}::uuid[])`;
}

/** Of an import that is done, what came new and what stayed as it was stands in the dossiers themselves. */
export async function forgetPlainMatches(sql: TransactionSql, unitId: string, runId: string): Promise<void> {
  await sql`
    delete from import_match where unit_id = ${unitId} and run_id = ${runId} and kind in ('new', 'unchanged')`;
}
