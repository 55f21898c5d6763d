import { dayNumberOf, toInstant } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { CHANNELS, DossierColumns, SIGNER_ROLES } from "@gandan/model/dossier/dossier-columns";
import { apologyField } from "@gandan/model/dossier/dossier-event";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import { modelSource } from "@gandan/model/model/model-schema";
import { packOutcomes } from "@gandan/model/outcome/pack-outcomes";
import { compileModel } from "@gandan/model/rules/compile-model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { columnsToFacts, type FactColumns, factsToColumns } from "./fact-columns";

const DOSSIERS = 2_000;
const DAY = 1440;
const calendar = compileCalendar([vietNamCalendar], { from: "2023-06-01", to: "2026-12-31" });
const registered = new Set(["2.000815", "1.001193"]);
const source = modelSource.parse({
  schema: 1,
  id: "doi-chieu",
  title: "Đối chiếu",
  rules: {
    "dung-hen": { kind: "dossier.on-time" },
    "dung-hen-lai": { kind: "dossier.on-time", against: "promised" },
    "trong-ngay": {
      kind: "dossier.finished-within",
      term: "same-day",
      when: { procedures: "registered", except_flags: ["needs-verification"] },
    },
    "bon-gio": {
      kind: "dossier.finished-within",
      term: "4 working-hours",
      when: { groups: ["certification", "birth"], channels: ["direct", "online"], weekdays: [1, 2, 3, 4] },
    },
    "buoi-sang": {
      kind: "dossier.finished-within",
      term: "3 working-days",
      when: { procedures: ["1.000894", "2.000815"], part_of_day: "morning", received_before: "10:30" },
    },
    "buoi-chieu": { kind: "dossier.finished-within", term: "10 calendar-days", when: { part_of_day: "afternoon" } },
    "bo-sung": { kind: "dossier.max-supplements", max: 1 },
    "khong-bo-sung": { kind: "dossier.max-supplements", max: 0 },
    "hen-lai": { kind: "dossier.max-reappointments", max: 1 },
    "xin-loi": {
      kind: "dossier.apology",
      requires: ["cause", "new-due", "responsible"],
      signed_by: ["chairman", "vice-chairman"],
    },
    "xin-loi-trong-ngay": { kind: "dossier.apology", before: "end-of-due-day" },
    "ket-thuc": { kind: "dossier.closed-after-finish", within: "same-day" },
    "ket-thuc-muoi-ngay": { kind: "dossier.closed-after-finish", within: "10 calendar-days" },
  },
  scorecard: { lines: [{ id: "diem", title: "Đúng hẹn", points: 100, measured_by: ["dung-hen"] }] },
});
const model = compileModel(source, { calendar, registered });

/** Deterministic random numbers 0..1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST = dayNumberOf("2024-01-01") * DAY;
const LAST = dayNumberOf("2025-06-30") * DAY;
const PROCEDURES = [
  ["2.000815", "certification"],
  ["1.001193", "birth"],
  ["1.000894", "marriage"],
  ["1.013227", "construction"],
] as const;

/** Any dossier that could be stored, also such as no desk would bring about; minutes that coincide are frequent. */
function randomFacts(random: () => number): DossierFacts {
  const chance = (share: number) => random() < share;
  const within = (from: number, to: number) => Math.floor(from + random() * (to - from));
  const pick = <T>(list: readonly T[]): T => list[within(0, list.length)]!;
  const [procedure, group] = pick(PROCEDURES);
  const receivedAt = within(FIRST, LAST);
  const acceptedAt = chance(0.08) ? NEVER : receivedAt + (chance(0.5) ? 0 : within(0, 2 * DAY));
  const start = acceptedAt === NEVER ? receivedAt : acceptedAt;
  const dueAt = chance(0.08) ? NEVER : calendar.addWorkingMinutes(start, within(60, 3000));
  const near = dueAt === NEVER ? start + DAY : dueAt;
  const around = () => (chance(0.15) ? near : Math.max(start, near + within(-3 * DAY, 2 * DAY)));
  const finishedAt = chance(0.7) ? around() : NEVER;
  const endedAt = finishedAt === NEVER && chance(0.4) ? around() : NEVER;
  const open = finishedAt === NEVER && endedAt === NEVER;
  const apologised = chance(0.5);
  return {
    procedure,
    group,
    channel: pick(CHANNELS),
    flags: chance(0.2) ? ["needs-verification"] : chance(0.1) ? ["land", "needs-verification"] : [],
    state: "processing",
    receivedAt,
    acceptedAt,
    dueAt,
    promisedAt: dueAt === NEVER ? NEVER : dueAt + (chance(0.3) ? within(0, 3 * DAY) : 0),
    finishedAt,
    handedOverAt: finishedAt,
    closedAt: finishedAt !== NEVER && chance(0.85) ? finishedAt + within(0, chance(0.8) ? 600 : 14 * DAY) : NEVER,
    endedAt,
    pausedMinutes: chance(0.2) ? within(1, 2000) : 0,
    pausedSince: open && chance(0.3) ? around() : NEVER,
    supplementRequests: within(0, 4),
    reappointments: within(0, 4),
    apologyAt: apologised ? around() : NEVER,
    apologyFields: apologised ? apologyField.options.filter(() => chance(0.85)) : [],
    apologySigner: apologised && chance(0.9) ? pick(SIGNER_ROLES) : null,
    letters: [],
  };
}

/** What SQL is given ready: the ends of terms that need a calendar. */
function limitsOf(facts: DossierFacts) {
  const end = (start: number, term: string) => (start === NEVER ? NEVER : calendar.dueAt(start, parseTerm(term)));
  const paused = (due: number) =>
    due === NEVER || facts.pausedMinutes === 0 ? due : calendar.addWorkingMinutes(due, facts.pausedMinutes);
  const instant = (minute: number) => (minute === NEVER ? null : toInstant(minute));
  return {
    same_day: instant(paused(end(facts.acceptedAt, "same-day"))),
    four_hours: instant(paused(end(facts.acceptedAt, "4 working-hours"))),
    three_days: instant(paused(end(facts.acceptedAt, "3 working-days"))),
    ten_days: instant(paused(end(facts.acceptedAt, "10 calendar-days"))),
    close_same_day: instant(end(facts.finishedAt, "same-day")),
    close_ten_days: instant(end(facts.finishedAt, "10 calendar-days")),
  };
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The outcomes of all dossiers and rules as one statement over relations: each family of rules is a union of
 * (rule, applies, limit) rows joined to the clocks of the dossiers.
 */
const ORACLE = `
  with clock as (
    select f.*, coalesce(finished_at, ended_at, least($1::timestamptz, paused_since)) as stood_at,
      coalesce(finished_at, ended_at) is not null as settled,
      received_at at time zone 'Asia/Ho_Chi_Minh' as local_at
    from oracle_dossier f
  ),
  apology_rule (rule, end_of_day, requires, signers) as (values
    ('xin-loi', false, '{cause,new-due,responsible}'::text[], '{chairman,vice-chairman}'::text[]),
    ('xin-loi-trong-ngay', true, '{}'::text[], '{chairman,vice-chairman,head-of-office,officer}'::text[])
  ),
  term as (
    select c.n, t.* from clock c cross join lateral (values
      ('dung-hen', true, c.due_at),
      ('dung-hen-lai', true, c.promised_at),
      ('trong-ngay', c.procedure_code in ('2.000815', '1.001193') and not 'needs-verification' = any(c.flags), c.same_day),
      ('bon-gio', c.procedure_group in ('certification', 'birth') and c.channel in ('direct', 'online')
        and extract(isodow from c.local_at) between 1 and 4, c.four_hours),
      ('buoi-sang', c.procedure_code in ('1.000894', '2.000815') and c.local_at::time < '12:00'
        and c.local_at::time < '10:30', c.three_days),
      ('buoi-chieu', c.local_at::time >= '12:00', c.ten_days)
    ) t (rule, applies, ends_at)
  ),
  by_term as (
    select t.n, t.rule, case
      when not t.applies then 'not-applicable'
      when c.accepted_at is null and c.finished_at is null then
        case when c.ended_at is null then 'pending' else 'not-applicable' end
      when t.ends_at is null then 'not-applicable'
      when c.stood_at > t.ends_at then 'missed'
      when c.finished_at is not null then 'met'
      when c.ended_at is not null then 'not-applicable'
      else 'pending' end as outcome
    from term t join clock c using (n)
  ),
  by_count as (
    select c.n, t.rule, case when t.count > t.max then 'missed' when c.settled then 'met' else 'pending' end
    from clock c cross join lateral (values
      ('bo-sung', c.supplement_requests, 1),
      ('khong-bo-sung', c.supplement_requests, 0),
      ('hen-lai', c.reappointments, 1)
    ) t (rule, count, max)
  ),
  by_apology as (
    select n, rule, case
      when on_time = 'pending' then 'pending'
      when on_time <> 'missed' then 'not-applicable'
      when apology_at <= limit_at and apology_fields @> requires and coalesce(apology_signer = any(signers), false) then 'met'
      when $1::timestamptz <= limit_at then 'pending'
      else 'missed' end
    from (
      select c.*, r.*, b.outcome as on_time, case when r.end_of_day
        then (date_trunc('day', c.due_at at time zone 'Asia/Ho_Chi_Minh') + interval '23:59') at time zone 'Asia/Ho_Chi_Minh'
        else c.due_at end as limit_at
      from clock c join by_term b on b.n = c.n and b.rule = 'dung-hen' cross join apology_rule r
    ) late
  ),
  by_close as (
    select c.n, t.rule, case
      when c.finished_at is null then case when c.ended_at is null then 'pending' else 'not-applicable' end
      when coalesce(c.closed_at, $1::timestamptz) > t.ends_at then 'missed'
      when c.closed_at is null then 'pending'
      else 'met' end
    from clock c cross join lateral (values
      ('ket-thuc', c.close_same_day), ('ket-thuc-muoi-ngay', c.close_ten_days)
    ) t (rule, ends_at)
  )
  select n, jsonb_object_agg(rule, outcome) as outcomes
  from (table by_term union all table by_count union all table by_apology union all table by_close) every_rule
  group by n order by n`;

test("engine, packed columns and one SQL statement judge 2,000 random dossiers the same, at four moments", async () => {
  const random = randomFrom(20_240_101);
  const facts = Array.from({ length: DOSSIERS }, () => randomFacts(random));
  const rows = facts.map((each, n) => ({
    n,
    ...Object.fromEntries(Object.entries(factsToColumns(each)).map(([name, value]) => [snake(name), value])),
    ...limitsOf(each),
  }));
  const names = Object.keys(factsToColumns(facts[0]!));
  const limits = Object.keys(limitsOf(facts[0]!));
  await database.root.begin(async (sql) => {
    await sql.unsafe(`
      create temp table oracle_dossier on commit drop as
      select 0 as n, ${names.map(snake).join(", ")}, ${limits.map((name) => `null::timestamptz as ${name}`).join(", ")}
      from dossier limit 0`);
    await sql`
      insert into oracle_dossier select (jsonb_populate_record(null::oracle_dossier, r)).* from jsonb_array_elements(${rows as never}::jsonb) r`;
    const stored = await sql.unsafe<(FactColumns & { n: number })[]>(
      `select n, ${names.map((name) => `${snake(name)} as "${name}"`).join(", ")} from oracle_dossier order by n`,
    );
    const read = stored.map((row) => columnsToFacts(row));
    expect(read).toEqual(facts);

    const cols = new DossierColumns(DOSSIERS);
    for (const each of read) cols.push(each);
    const seen = new Map<string, Set<string>>();
    // Half of the time, later than all, and at the very minute in which dossiers fall due.
    const dues = facts.map(({ dueAt }) => dueAt).filter((due) => due !== NEVER);
    const moments = [FIRST + Math.floor((LAST - FIRST) / 2), LAST + 90 * DAY, dues[3]!, dues[7]!];
    for (const asOf of moments) {
      const packed = new BigInt64Array(model.judgeColumns(cols, asOf).buffer);
      const oracle = await sql.unsafe<{ n: number; outcomes: Record<string, string> }[]>(ORACLE, [toInstant(asOf)]);
      expect(oracle).toHaveLength(DOSSIERS);
      read.forEach((each, n) => {
        const judgements = model.judgeDossier(each, asOf);
        const outcomes = Object.fromEntries(judgements.map(({ outcome }, i) => [model.dossierRuleIds[i]!, outcome]));
        expect({ n, asOf, outcomes }).toEqual({ n, asOf, outcomes: oracle[n]!.outcomes });
        expect(packed[n]).toBe(packOutcomes(judgements));
        for (const [rule, outcome] of Object.entries(outcomes))
          seen.set(rule, (seen.get(rule) ?? new Set()).add(outcome));
      });
    }
    // Each rule showed every outcome it can have: the sample leaves no branch out.
    for (const [rule, outcomes] of seen) {
      const counts = ["bo-sung", "khong-bo-sung", "hen-lai"].includes(rule);
      expect([rule, [...outcomes].sort()]).toEqual([
        rule,
        counts ? ["met", "missed", "pending"] : ["met", "missed", "not-applicable", "pending"],
      ]);
    }
  });
});
