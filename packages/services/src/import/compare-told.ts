import type { ImportMapping } from "@gandan/model/import/import-mapping";
import { mappedTypes, TELLABLE_TYPES } from "@gandan/model/import/told-events";
import type { TransactionSql } from "postgres";

/** On which side of each other two types stand; the same number, or none, says nothing. */
const rankOf = (type: string) => `case ${type} when 'received' then 0 when 'accepted' then 1
  when 'supplement-requested' then 2 when 'supplemented' then 2 when 'refused' then 4 when 'withdrawn' then 4
  when 'stopped' then 4 when 'finished' then 4 when 'handed-over' then 5 when 'closed' then 5 end`;
/** How a dossier has ended, for which there is one way; closing in the system may follow each of them. */
const endingOf = (type: string) => `case when ${type} in ('finished', 'handed-over') then 'done'
  when ${type} in ('refused', 'withdrawn', 'stopped') then ${type} end`;
const END_TYPES = "('finished', 'handed-over', 'closed', 'refused', 'withdrawn', 'stopped')";
/** Of these a file tells the latest alone: another one comes beside those before. */
const LATEST_ONLY = "('apologised', 'reappointed')";

const sameDay = (a: string, b: string) =>
  `date_trunc('day', ${a} + interval '7 hours') = date_trunc('day', ${b} + interval '7 hours')`;
const minuteOf = (time: string) => `date_trunc('minute', ${time})`;
const dueOf = (fact: string) => `(${fact} ->> 'dueAt')::timestamptz`;
/** By which time an event is known again: by its own, a re-appointment by the day promised. */
const keyOf = (type: string, at: string, fact: string) =>
  `case when ${type} = 'reappointed' then ${dueOf(fact)} else ${at} end`;

const TOLD = `
  select t.dossier_id, e.n, f.type, f.at, ${keyOf("f.type", "f.at", "f.fact")} as key, f.fact, f."stoodIn" as stood_in,
    f."byDay" as by_day, f."dueByDay" as due_by_day, f."dueStoodIn" as due_stood_in, t.due_at, t.promised_at
  from pg_temp.told_dossier t, jsonb_array_elements(t.events) with ordinality as e(event, n),
    lateral (
      select r.*, r.fact ->> 'type' as type from jsonb_to_record(e.event) as r(at timestamptz, fact jsonb,
        "stoodIn" boolean, "byDay" boolean, "dueByDay" boolean, "dueStoodIn" boolean)
    ) f
  where t.dossier_id is not null`;

const SAID = `
  select dossier_id, seq, source, at, recorded_at, type, fact from recorded where type not in ('corrected', 'amended')
  union all
  select dossier_id, seq, source, at, recorded_at, fact -> 'is' ->> 'type', fact -> 'is' from recorded
  where type = 'corrected' and jsonb_typeof(fact -> 'is') = 'object'`;

/** The unit's own events that count, of the types that a file can tell. */
const OWN = `
  select s.*, ${minuteOf(keyOf("s.type", "s.at", "s.fact"))} as key from said s
  where s.type in (${TELLABLE_TYPES.map((type) => `'${type}'`).join(", ")}) and not exists (
    select from correction c
    where c.dossier_id = s.dossier_id and c.type = s.type and c.at = s.at and c.recorded_at = s.recorded_at)`;

/** Each event of one side with the one of the other that means the same, or alone; not those that are wholly the same. */
const PAIR = `
  select dossier_id, type, n, seq from exact where same_fact is not true
  union all
  select coalesce(t.dossier_id, o.dossier_id), coalesce(t.type, o.type), t.n, o.seq
  from (
    select t.*, row_number() over (partition by t.dossier_id, t.type order by t.key, t.n) as nth from told t
    where not exists (select from exact x where x.dossier_id = t.dossier_id and x.n = t.n)
  ) t full join (
    select o.*, row_number() over (partition by o.dossier_id, o.type order by o.key, o.seq) as nth from own o
    where not exists (select from exact x where x.dossier_id = o.dossier_id and x.seq = o.seq)
  ) o on o.dossier_id = t.dossier_id and o.type = t.type and o.nth = t.nth`;

const DUE_SAME = `(t.due_stood_in or ${dueOf("t.fact")} in (${minuteOf(dueOf("o.fact"))}, t.due_at, t.promised_at)
  or (t.due_by_day and ${sameDay(dueOf("t.fact"), dueOf("o.fact"))}))`;

/** The day promised by a letter is told by the re-appointment beside it; of the letter itself it stays as it was. */
const FACT_SAME = `case t.type when 'accepted' then ${DUE_SAME} when 'reappointed' then true
  else o.fact @> (t.fact - '{flags,fields,newDueAt}'::text[]) end`;

/** What is not the same on both sides. */
const UNLIKE = `
  select * from (
    select p.dossier_id, p.type, t.n, t.at as told_at, t.key, t.fact as told, t.by_day, t.promised_at,
      o.seq, o.at as own_at, o.recorded_at, o.source, o.fact as own,
      t.key = o.key or t.stood_in or (t.by_day and ${sameDay("t.key", "o.key")}) as same_time,
      ${FACT_SAME} as same_fact
    from pair p
    left join told t on t.dossier_id = p.dossier_id and t.n = p.n
    left join own o on o.dossier_id = p.dossier_id and o.seq = p.seq
  ) u
  where (same_time and same_fact) is not true
    and not (type = 'reappointed' and n is not null and coalesce(
      key = ${minuteOf("promised_at")} or (by_day and ${sameDay("key", "promised_at")}), false))`;

/** How a dossier that differs has ended on both sides. */
const ENDS = `
  select dossier_id, min(own_ending) as own_ending, min(told_ending) as told_ending, bool_or(told_over) as told_over,
    bool_or(own_promise) as own_promise, array_agg(told_type) as told_types
  from (
    select dossier_id, ${endingOf("type")} as own_ending, null as told_ending, false as told_over,
      source = 'desk' and type = 'apologised' and fact ? 'newDueAt' as own_promise, null as told_type
    from own where dossier_id in (select dossier_id from unlike)
    union all
    select dossier_id, null, ${endingOf("type")}, type in ${END_TYPES}, false, type
    from told where dossier_id in (select dossier_id from unlike)
  ) each_side group by 1`;

/** What the file tells on the wrong side of something that was entered at the desk. */
const BACKWARDS = `
  select distinct u.dossier_id, u.n from unlike u
  join own o on o.dossier_id = u.dossier_id and o.source = 'desk' and o.seq is distinct from u.seq
  where u.n is not null and not coalesce(u.by_day and ${sameDay("u.key", "o.key")}, false)
    and ((${rankOf("u.type")} > ${rankOf("o.type")} and u.key < o.key)
      or (${rankOf("u.type")} < ${rankOf("o.type")} and u.key > o.key))`;

const WHY = (mapped: string, mapsEnds: boolean) => `
  case
    when u.n is null then case
      when ${endingOf("u.type")} is not null and e.told_ending <> e.own_ending then 'ended-otherwise'
      when ${mapsEnds} and u.type in ${END_TYPES} and e.told_over is not true then 'reopened'
      when u.source <> 'desk' and u.type in (${mapped})
        and not (u.type in ('accepted', 'apologised', 'reappointed') and u.type = any(e.told_types)) then 'gone' end
    when u.source = 'desk' then 'by-hand'
    when u.seq is null and u.type in ${END_TYPES} and e.told_ending <> e.own_ending then 'ended-otherwise'
    when u.type = 'reappointed' and e.own_promise then 'by-hand'
    when b.n is not null then 'backwards'
    when u.seq is null or u.type in ${LATEST_ONLY} then 'added'
    else 'moved'
  end`;

const plain = (text: string) => `lower(regexp_replace(normalize(${text}, NFC), '\\s+', ' ', 'g'))`;
const digits = (text: string) => `regexp_replace(${text}, '\\D', '', 'g')`;

/** Other names and numbers of people; a name typed at the desk is the desk's word. */
const PEOPLE = `
  select t.dossier_id, p.place, p.entry,
    case when p.entry <> 'officer' and p.own is not null and o.source = 'desk' then 'by-hand'
      when p.own is null then 'added' else 'moved' end as why, p.own, p.told
  from pg_temp.told_dossier t
  cross join lateral (values
    (101, 'applicant', t.own_applicant, t.applicant), (102, 'phone', t.own_phone, t.phone),
    (103, 'officer', t.own_officer, t.officer)
  ) as p(place, entry, own, told)
  left join own o on o.dossier_id = t.dossier_id and o.type = 'received'
  where t.dossier_id is not null and p.told is not null and p.told is distinct from p.own
    and case when p.entry = 'phone' then ${digits("p.told")} is distinct from ${digits("p.own")}
      else ${plain("p.told")} is distinct from ${plain("p.own")} end`;

/**
 * Sets all that is staged against what the unit has, in one statement, and leaves what differs in told_difference: an
 * entry that the file adds or that an earlier file told otherwise is taken over; what contradicts waits for a choice and
 * until then stays ours. Times are the same within their minute, and within their day where the file names no hour; an
 * appointment that the file shows already moved by a pause is the same.
 */
export async function compareTold(sql: TransactionSql, unitId: string, mapping: ImportMapping): Promise<void> {
  await sql`analyze pg_temp.told_dossier`;
  const types = mappedTypes(mapping);
  const mapped = ["", ...types].map((type) => `'${type}'`).join(", ");
  const mapsEnds = types.some((type) => END_TYPES.includes(`'${type}'`));
  await sql`
    with told as materialized (${sql.unsafe(TOLD)}),
    recorded as materialized (
      select e.dossier_id, e.seq, e.source, e.at, e.recorded_at, e.fact, e.fact ->> 'type' as type
      from dossier_event e join pg_temp.told_dossier t on t.dossier_id = e.dossier_id where e.unit_id = ${unitId}
    ), correction as materialized (
      select dossier_id, fact ->> 'of' as type, (fact ->> 'was')::timestamptz as at,
        (fact ->> 'notedAt')::timestamptz as recorded_at
      from recorded where type = 'corrected'
    ),
    said as (${sql.unsafe(SAID)}),
    own as materialized (${sql.unsafe(OWN)}),
    exact as materialized (
      select t.dossier_id, t.type, t.n, o.seq, ${sql.unsafe(FACT_SAME)} as same_fact
      from told t join own o on o.dossier_id = t.dossier_id and o.type = t.type and o.key = t.key
    ),
    pair as (${sql.unsafe(PAIR)}),
    unlike as materialized (${sql.unsafe(UNLIKE)}),
    ends as materialized (${sql.unsafe(ENDS)}),
    backwards as (${sql.unsafe(BACKWARDS)}),
    found as (
      select u.dossier_id, coalesce(u.n, 50) as place, u.type as entry, ${sql.unsafe(WHY(mapped, mapsEnds))} as why,
        u.own_at, case when u.same_time then u.own_at else u.told_at end as told_at, u.own, u.told, u.recorded_at
      from unlike u
      join ends e on e.dossier_id = u.dossier_id
      left join backwards b on b.dossier_id = u.dossier_id and b.n = u.n
      union all
      select dossier_id, place, entry, why, null, null, to_jsonb(own), to_jsonb(told), null
      from (${sql.unsafe(PEOPLE)}) people
    )
    insert into pg_temp.told_difference
    select dossier_id, row_number() over (partition by dossier_id order by place, entry, own_at)::int, entry, why,
      own_at, told_at, own, told, recorded_at, case when why not in ('added', 'moved') then 'ours' end
    from found where why is not null`;
}

/** Contradictions in which the unit's word was kept before, and which nobody tells otherwise since, are none any more. */
export async function dropSettled(sql: TransactionSql, unitId: string, runId: string): Promise<void> {
  await sql`
    delete from pg_temp.told_difference t using import_difference p, import_run r
    where t.choice is not null and p.unit_id = ${unitId} and p.dossier_id = t.dossier_id and p.run_id <> ${runId}
      and p.choice = 'ours' and p.entry = t.entry and p.why = t.why
      and p.own_at is not distinct from t.own_at and p.told_at is not distinct from t.told_at
      and p.own is not distinct from t.own and p.told is not distinct from t.told
      and r.unit_id = p.unit_id and r.id = p.run_id and r.state = 'done'`;
}
