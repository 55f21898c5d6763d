import type { PendingQuery, Row, TransactionSql } from "postgres";

/**
 * Counts outcomes of dossiers by (version, day of receipt) from the live rows: the one definition of what a roll-up
 * holds. Gives columns version_id, day, dossiers, met, missed, pending, not_applicable (arrays in the order of the
 * version's `dossier_rule_ids`).
 * @param days local days to count; null for all days of the unit
 */
export function recountDays(sql: TransactionSql, unitId: string, days: readonly string[] | null): PendingQuery<Row[]> {
  // Many dossiers have the same outcomes: each kind is opened into its rules once, with how many there are of it.
  return sql`
    select version_id, day, max(n)::int as dossiers, array_agg(met order by i) as met,
      array_agg(missed order by i) as missed, array_agg(pending order by i) as pending,
      array_agg(na order by i) as not_applicable
    from (
      select k.version_id, k.day, i, sum(k.n)::int as n,
        coalesce(sum(k.n) filter (where (k.bits >> (2 * i)) & 3 = 1), 0)::int as met,
        coalesce(sum(k.n) filter (where (k.bits >> (2 * i)) & 3 = 2), 0)::int as missed,
        coalesce(sum(k.n) filter (where (k.bits >> (2 * i)) & 3 = 3), 0)::int as pending,
        coalesce(sum(k.n) filter (where (k.bits >> (2 * i)) & 3 = 0), 0)::int as na
      from (
        select o.version_id, d.received_on as day, o.bits, count(*) as n
        from dossier d
        join dossier_outcome o on o.unit_id = d.unit_id and o.dossier_id = d.id
        where d.unit_id = ${unitId} ${days === null ? sql`` : sql`and d.received_on = any(${[...days]}::date[])`}
        group by 1, 2, 3
      ) k
      join model_version v on v.id = k.version_id
      cross join lateral generate_series(0, cardinality(v.dossier_rule_ids) - 1) i
      group by 1, 2, 3
    ) rules
    group by 1, 2`;
}

/** Sums `rollup_day` over months (arrays element by element); the same columns with `month` for `day`. */
export function resumMonths(
  sql: TransactionSql,
  unitId: string,
  months: readonly string[] | null,
): PendingQuery<Row[]> {
  return sql`
    select version_id, month, max(dossiers)::int as dossiers, array_agg(met order by i) as met,
      array_agg(missed order by i) as missed, array_agg(pending order by i) as pending,
      array_agg(na order by i) as not_applicable
    from (
      select r.version_id, date_trunc('month', r.day)::date as month, u.i, sum(r.dossiers)::int as dossiers,
        sum(u.met)::int as met, sum(u.missed)::int as missed, sum(u.pending)::int as pending, sum(u.na)::int as na
      from rollup_day r
      cross join lateral unnest(r.met, r.missed, r.pending, r.not_applicable)
        with ordinality as u(met, missed, pending, na, i)
      where r.unit_id = ${unitId}
        ${months === null ? sql`` : sql`and date_trunc('month', r.day)::date = any(${[...months]}::date[])`}
      group by 1, 2, 3
    ) rules
    group by 1, 2`;
}
