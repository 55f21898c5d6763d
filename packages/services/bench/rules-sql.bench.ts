import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { once } from "node:events";
import { dateOfDay, dayNumberOf, toInstant } from "@gandan/calendar/local-time";
import { parseTerm } from "@gandan/calendar/term";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit } from "@gandan/db/test-database";
import {
  type ReadyFacts,
  readyFacts,
  workloadAsOf,
  workloadCalendar,
  workloadColumns,
  workloadRegistered,
  workloadRules,
} from "@gandan/model/bench/rules-workload";
import { APOLOGY_FIELDS, apologyFieldBits, CHANNELS, SIGNER_ROLES } from "@gandan/model/dossier/dossier-columns";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { poolTallies, type Tally } from "@gandan/model/outcome/tally";
import { tallyOutcomes } from "@gandan/model/outcome/tally-outcomes";
import { compileModel } from "@gandan/model/rules/compile-model";
import { copyFacts } from "../src/model/copy-facts";
import { type BenchDatabase, medianOf, startBenchDatabase, verdict } from "./bench-database";

const DOSSIERS = 1_000_000;
const RATIO_LIMIT = 10;
const LEAST_RATIO = 2;
const REPLAY_LIMIT_SECONDS = 3;

const cols = workloadColumns(DOSSIERS);
const compile = () =>
  compileModel({ id: "bench", rules: workloadRules }, { calendar: workloadCalendar, registered: workloadRegistered });
const model = compile();

/** Integers that SQL is given ready: local minutes, null where there is none, all ends of terms worked out. */
const INTEGERS = [
  "dueAt",
  "promisedAt",
  "finishedAt",
  "endedAt",
  "pausedSince",
  "closedAt",
  "congratulatedAt",
  "apologyAt",
  "apologyFields",
  "apologySigner",
  "supplementRequests",
  "reappointments",
  "sameDayAt",
  "afterFinishAt",
] as const satisfies (keyof ReadyFacts)[];
const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Columns of the replay's dossiers that the peer does not need. */
const REST = ["received_at", "accepted_at", "handed_over_at", "paused_minutes", "channel", "flag_set"];

function rowOf(i: number): string {
  const facts = readyFacts(cols, i);
  const cells: (string | number | boolean)[] = [i, facts.procedure, facts.registered, facts.group];
  for (const name of INTEGERS) cells.push(facts[name] === NEVER ? "\\N" : facts[name]);
  cells.push(cols.receivedAt[i]!, cols.acceptedAt[i]!, cols.handedOverAt[i] === NEVER ? "\\N" : cols.handedOverAt[i]!);
  cells.push(cols.pausedMinutes[i]!, cols.channel[i]!, cols.flagSet[i]!);
  return `${cells.join("\t")}\n`;
}

async function loadPeer({ root }: BenchDatabase): Promise<void> {
  await root.unsafe(`
    create unlogged table ready_dossier (id int not null, procedure text not null, registered boolean not null,
      "group" text not null, ${[...INTEGERS.map(column), ...REST].map((name) => `${name} int`).join(", ")})`);
  const copy = await root`copy ready_dossier from stdin`.writable();
  const done = once(copy, "finish");
  for (let i = 0; i < DOSSIERS; ) {
    let chunk = "";
    for (const end = Math.min(i + 500, DOSSIERS); i < end; i++) chunk += rowOf(i);
    if (!copy.write(chunk)) await once(copy, "drain");
  }
  copy.end();
  await done;
  await root.unsafe("vacuum (freeze, analyze) ready_dossier");
}

/** How a statement names what it works on: integers made ready, or the columns of the product's table. */
interface Peer {
  table: string;
  id: string;
  asOf: string;
  group: string;
  complete: string;
  signed: string;
  registered: string;
  sameDay: string;
  afterFinish: string;
}
const COMPLETE = apologyFieldBits(["cause", "new-due", "responsible"]);
const SIGNERS = ["chairman", "vice-chairman"].map((role) => (SIGNER_ROLES as readonly string[]).indexOf(role));
const ready: Peer = {
  table: "ready_dossier",
  id: "id",
  asOf: String(workloadAsOf),
  group: '"group"',
  complete: `apology_fields & ${COMPLETE} = ${COMPLETE}`,
  signed: `apology_signer in (${SIGNERS})`,
  registered: "registered",
  sameDay: "same_day_at",
  afterFinish: "after_finish_at",
};
const AS_OF = `timestamptz '${toInstant(workloadAsOf).toISOString()}'`;
const stored: Peer = {
  // Working days are a table for SQL; only the ends of paused terms, which it could not add up, stand ready.
  table: `judged_dossier
    join same_day started on started.day = (accepted_at + interval '7 hours')::date
    left join same_day done on done.day = (finished_at + interval '7 hours')::date`,
  id: "substr(external_code, 2)::int",
  asOf: AS_OF,
  group: "procedure_group",
  complete: "apology_fields @> '{cause,new-due,responsible}'",
  signed: "apology_signer in ('chairman', 'vice-chairman')",
  registered: `procedure_code in (${[...workloadRegistered].map((code) => `'${code}'`).join(", ")})`,
  sameDay: `coalesce(paused_same_day_at,
    case when accepted_at < started.until then started.in_time else started.too_late end)`,
  afterFinish: "case when finished_at < done.until then done.in_time else done.too_late end",
};

/** Two bits a rule in the order of the workload; every dossier of the workload is accepted and has its due minute. */
function bitsOf(peer: Peer): string {
  const { asOf, group, complete, signed } = peer;
  const due = (limit: string) => `case
    when finished_at is not null then case when finished_at <= ${limit} then 1 else 2 end
    when ended_at is not null then case when ended_at <= ${limit} then 0 else 2 end
    when least(${asOf}, paused_since) <= ${limit} then 3 else 2 end`;
  const count = (times: string) =>
    `case when ${times} > 1 then 2 when finished_at is null and ended_at is null then 3 else 1 end`;
  const afterFinish = (doneAt: string) => `case
    when finished_at is null then case when ended_at is null then 3 else 0 end
    when ${doneAt} is not null then case when ${doneAt} <= ${peer.afterFinish} then 1 else 2 end
    when ${asOf} <= ${peer.afterFinish} then 3 else 2 end`;
  const codes = [
    due("due_at"),
    due("promised_at"),
    `case when ${peer.registered} then ${due(peer.sameDay)} else 0 end`,
    count("supplement_requests"),
    count("reappointments"),
    `case (${due("due_at")}) when 3 then 3 when 2 then case
      when apology_at <= due_at and ${complete} and ${signed} then 1
      when ${asOf} <= due_at then 3 else 2 end else 0 end`,
    afterFinish("closed_at"),
    `case when ${group} in ('birth', 'marriage') then ${afterFinish("congratulated_at")} else 0 end`,
  ];
  return codes.map((code, rule) => `((${code}) << ${2 * rule})`).join(" | ");
}

/** Equality first: how often each pattern of eight outcomes comes, and the sum of the ids that show it. */
async function compareOutcomes({ root }: BenchDatabase, peer: Peer, packed: Uint32Array): Promise<void> {
  const theirs = await root.unsafe<{ bits: number; n: string; ids: string }[]>(`
    select bits, count(*) as n, sum(id) as ids
    from (select ${peer.id} as id, ${bitsOf(peer)} as bits from ${peer.table}) j group by 1 order by 1`);
  const ours = new Map<number, { n: number; ids: number }>();
  for (let i = 0; i < DOSSIERS; i++) {
    const pattern = ours.get(packed[2 * i]!);
    if (pattern) {
      pattern.n++;
      pattern.ids += i;
    } else ours.set(packed[2 * i]!, { n: 1, ids: i });
  }
  const sorted = [...ours].sort(([a], [b]) => a - b).map(([bits, { n, ids }]) => [bits, n, ids]);
  deepStrictEqual(
    theirs.map(({ bits, n, ids }) => [bits, Number(n), Number(ids)]),
    sorted,
  );
  const tallies = tallyOutcomes(packed, DOSSIERS, model.dossierRuleIds.length);
  const missed = tallies.reduce((sum, tally) => sum + tally.missed, 0);
  console.log(
    `rules equality with ${peer.table.split(/\s/)[0]}: ${DOSSIERS} dossiers × 8 rules, ${sorted.length} patterns, ${missed} missed: equal`,
  );
}

const rate = (seconds: number) => `${(DOSSIERS / seconds / 1e6).toFixed(2)} M dossiers/s`;

/**
 * Each side hands its outcomes, dossier by dossier, to the process that asked. The second line is the kindest case for
 * SQL: narrow rows of integers, every end of a term in them, one sum for an answer.
 */
async function compareSpeed({ root }: BenchDatabase): Promise<void> {
  const out = model.judgeColumns(cols, workloadAsOf);
  const judge = () => {
    model.judgeColumns(cols, workloadAsOf, out);
    let sum = 0;
    for (let i = 0; i < DOSSIERS; i++) sum += out[2 * i]!;
    return sum;
  };
  const own = await medianOf(9, judge);
  const each = await medianOf(3, async () => {
    let bytes = 0;
    const rows = await root`
      copy (select ${root.unsafe(stored.id)}, ${root.unsafe(bitsOf(stored))} from ${root.unsafe(stored.table)})
      to stdout (format binary)`.readable();
    for await (const chunk of rows as AsyncIterable<Buffer>) bytes += chunk.length;
    rows._read(0);
    return bytes;
  });
  // Header; two bytes of field count, number and outcomes in eight each a dossier; end mark.
  strictEqual(each.result, 19 + DOSSIERS * 18 + 2);
  const ratio = each.best / own.best;
  verdict(
    `rules: ${ratio.toFixed(1)} × one PostgreSQL process that judges the stored dossiers (limit ${RATIO_LIMIT}): ${rate(own.best)} against ${rate(each.best)}`,
    ratio >= RATIO_LIMIT,
  );
  const sums = await medianOf(3, () =>
    root.unsafe<{ sum: string }[]>(`select sum(${bitsOf(ready)})::text as sum from ready_dossier`),
  );
  strictEqual(String(own.result), sums.result[0]?.sum);
  const least = sums.best / own.best;
  verdict(
    `rules: ${least.toFixed(1)} × PostgreSQL summing over integers with every term worked out (limit ${LEAST_RATIO}): ${rate(sums.best)}`,
    least >= LEAST_RATIO,
  );
}

/** The same million as dossiers of one commune, in the product's own table. */
async function loadDossiers({ root, owner }: BenchDatabase): Promise<string> {
  const unitId = await newUnit(owner);
  const texts = (list: readonly string[]) => `('{${list.join(",")}}'::text[])`;
  const instant = (name: string) => `to_timestamp((${name} - 420) * 60.0)`;
  const fields = APOLOGY_FIELDS.map((name, bit) => `case when apology_fields & ${1 << bit} > 0 then '${name}' end`);
  const indexes = await root<{ name: string }[]>`
    select indexrelid::regclass::text as name from pg_index
    where indrelid = 'dossier'::regclass and not indisprimary and not indisunique`;
  for (const { name } of indexes) await root.unsafe(`drop index ${name}`);
  await root.unsafe(`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, flags, state,
      received_at, accepted_at, due_at, promised_at, finished_at, handed_over_at, closed_at, ended_at, paused_minutes,
      paused_since, supplement_requests, reappointments, apology_at, apology_fields, apology_signer, letters, last_seq)
    select '${unitId}', 'H' || id, date '1970-01-01' + received_at / 1440, procedure, "group",
      ${texts(CHANNELS)}[channel + 1], case flag_set when 0 then '{}' else '{needs-verification}' end::text[], 'processing',
      ${["received_at", "accepted_at", "due_at", "promised_at", "finished_at", "handed_over_at", "closed_at", "ended_at"].map(instant).join(", ")},
      paused_minutes, ${instant("paused_since")}, supplement_requests, reappointments, ${instant("apology_at")},
      array_remove(array[${fields.join(", ")}], null), ${texts(SIGNER_ROLES)}[apology_signer + 1],
      case when congratulated_at is null then '[]' else jsonb_build_array(jsonb_build_object('letter', 'congratulation',
        'at', to_char(${instant("congratulated_at")} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) end, 1
    from ready_dossier`);
  await root.unsafe("vacuum (freeze, analyze) dossier");
  await root.unsafe(`
    create unlogged table judged_dossier as
    select d.*, ${instant("r.congratulated_at")} as congratulated_at,
      case when r.paused_minutes > 0 then ${instant("r.same_day_at")} end as paused_same_day_at
    from dossier d join ready_dossier r on d.external_code = 'H' || r.id`);
  await root.unsafe(
    "create unlogged table same_day (day date, until timestamptz, in_time timestamptz, too_late timestamptz)",
  );
  const term = parseTerm("same-day 15:00");
  const first = dayNumberOf("2024-01-01");
  const days = Array.from({ length: dayNumberOf("2026-02-28") - first }, (_, i) => {
    const start = (first + i) * 1440;
    const inTime = workloadCalendar.dueAt(start, term);
    const iso = (minute: number) => toInstant(minute).toISOString();
    const too_late = iso(workloadCalendar.dueAt(start + 1439, term));
    return { day: dateOfDay(first + i), until: iso(Math.min(start + 900, inTime)), in_time: iso(inTime), too_late };
  });
  await root`insert into same_day select * from jsonb_populate_recordset(null::same_day, ${days as never}::jsonb)`;
  await root.unsafe("vacuum (freeze, analyze) same_day");
  await root.unsafe("vacuum (freeze, analyze) judged_dossier");
  return unitId;
}

/** From the table to the tallies of a draft: read, judge, count, as the app's role under its policies. */
async function replay({ app }: BenchDatabase, unitId: string): Promise<void> {
  const rules = model.dossierRuleIds.length;
  const expected = tallyOutcomes(model.judgeColumns(cols, workloadAsOf), DOSSIERS, rules);
  const { seconds, result } = await medianOf(3, async () => {
    const draft = compile();
    const pages: Tally[][] = [];
    await inUnit({ db: { app }, unitId }, (_tx, sql) =>
      copyFacts(sql, unitId, { from: "2024-01-01", to: "2025-12-31" }, ({ cols: page }) => {
        pages.push(tallyOutcomes(draft.judgeColumns(page, workloadAsOf), page.length, rules));
      }),
    );
    return expected.map((_, rule) => poolTallies(pages.map((page) => page[rule]!)));
  });
  deepStrictEqual(result, expected);
  verdict(
    `replay: ${seconds.toFixed(2)} s for ${DOSSIERS} dossiers out of PostgreSQL through a draft (limit ${REPLAY_LIMIT_SECONDS} s)`,
    seconds <= REPLAY_LIMIT_SECONDS,
  );
}

const database = await startBenchDatabase();
try {
  await loadPeer(database);
  const unitId = await loadDossiers(database);
  const packed = model.judgeColumns(cols, workloadAsOf);
  await compareOutcomes(database, ready, packed);
  await compareOutcomes(database, stored, packed);
  await compareSpeed(database);
  await replay(database, unitId);
} finally {
  await database.stop();
}
