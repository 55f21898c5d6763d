import type { PendingQuery, Row, TransactionSql } from "postgres";

/**
 * Counts the stored sheets of a unit from their rows, as `countSheets` does: what `rollup_survey` has to hold. Gives
 * columns form_id, dimension, day, value, question_id, counts.
 */
export function recountResponses(sql: TransactionSql, unitId: string): PendingQuery<Row[]> {
  return sql`
    with lines as (
      select s.form_id, s.answers, l.dimension, l.day, l.value, l.with_answers
      from (
        select *, date_trunc('month', day)::date
          + case when extract(day from day) > 20 then 20 when extract(day from day) > 10 then 10 else 0 end as span
        from survey_response where unit_id = ${unitId}
      ) s
      cross join lateral (
        values ('all', s.day, '', true), ('source', s.span, s.source, false),
          ('procedure', s.span, s.procedure_code, true),
          ('point', s.span, s.point_id::text, s.procedure_code is null),
          ('officer', s.span, s.officer, true)
        union all
        select distinct 'mark', s.span, mark, false from unnest(s.marks) mark
      ) as l(dimension, day, value, with_answers)
      where l.value is not null
    ),
    places as (
      select form_id, dimension, day, value, '' as question_id, 1 as place, 1 as width
      from lines
      union all
      select form_id, dimension, day, value, a.question, p.place,
        case jsonb_typeof(a.given) when 'number' then 5 when 'boolean' then 2 else 1 end
      from lines cross join lateral jsonb_each(answers) as a(question, given)
      cross join lateral (
        select case when a.given = 'true' then 2 when a.given = 'false' then 1 else a.given::text::int end as place
        where jsonb_typeof(a.given) <> 'array'
        union all
        select one::int from jsonb_array_elements_text(
          case when jsonb_typeof(a.given) = 'array' then a.given else '[]' end) one
      ) p
      where with_answers
      union all
      select form_id, dimension, day, value, a.question || '#', 1, 1
      from lines cross join lateral jsonb_each(answers) as a(question, given)
      where with_answers and jsonb_typeof(a.given) = 'array'
    ),
    counted as (
      select form_id, dimension, day, value, question_id, place, count(*)::int as n,
        max(width) as width
      from places group by 1, 2, 3, 4, 5, 6
    ),
    rows as (
      select form_id, dimension, day, value, question_id, greatest(max(place), max(width)) as last
      from counted group by 1, 2, 3, 4, 5
    )
    select r.form_id, r.dimension, r.day, r.value, r.question_id,
      array_agg(coalesce(c.n, 0) order by i) as counts
    from rows r cross join lateral generate_series(1, r.last) i
    left join counted c on (c.form_id, c.dimension, c.day, c.value, c.question_id, c.place)
      = (r.form_id, r.dimension, r.day, r.value, r.question_id, i)
    group by 1, 2, 3, 4, 5`;
}
