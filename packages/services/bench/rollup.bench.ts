import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { inScope } from "@gandan/db/in-scope";
import { addUnits } from "@gandan/db/unit/add-unit";
import { workloadRules } from "@gandan/model/bench/rules-workload";
import { modelSource } from "@gandan/model/model/model-schema";
import { foldRollups } from "../src/rollup/fold-rollups";
import { readIndicators } from "../src/rollup/read-indicators";
import { verifyRollups } from "../src/rollup/verify-rollups";
import { medianOf, startBenchDatabase, verdict } from "./bench-database";
import { copyToDuckDb } from "./duckdb-peer";

const asked = process.argv.find((arg) => arg.startsWith("--dossiers="))?.slice("--dossiers=".length);
const DOSSIERS = Number(asked ?? 1_000_000);
const FULL = 10_000_000;
/** At full size the times of a tenth of it are measured, too. */
const SIZES = DOSSIERS >= FULL ? [DOSSIERS / 10, DOSSIERS] : [DOSSIERS];
const COMMUNES = 170;
const COVER_LIMIT = DOSSIERS >= FULL ? 20 : 3;
const DUCKDB_LIMIT = DOSSIERS >= FULL ? 4 : 1;
const GROWTH_LIMIT = 2;
const WRITE_LIMIT = 0.6;
const BATCH = 20_000;
const QUARTER = { from: "2025-04-01", to: "2025-06-30" };
const RULE_IDS = Object.keys(workloadRules);
const RULES = RULE_IDS.length;

const database = await startBenchDatabase();
const { root, owner, app, oversight } = database;

/** One province, its communes, and a yardstick of eight rules applied to all. */
async function loadUnits(): Promise<{ province: string; communes: string[]; versionId: string }> {
  const [province] = await addUnits(owner.sql, [
    { level: "province", type: "tỉnh", code: "70", name: "Tỉnh Đo", validFrom: "2020-01-01" },
  ]);
  const communes = await addUnits(
    owner.sql,
    Array.from({ length: COMMUNES }, (_, i) => ({
      level: "commune" as const,
      type: "xã",
      code: String(25_000 + i),
      name: `Xã Đo ${i}`,
      parentId: province!,
      validFrom: "2020-01-01",
    })),
  );
  const source = modelSource.parse({
    schema: 1,
    id: "do",
    title: "Thước đo",
    rules: workloadRules,
    scorecard: { lines: [{ id: "diem", title: "Đúng hẹn", points: 100, measured_by: [RULE_IDS[0]] }] },
  });
  const modelId = crypto.randomUUID();
  const versionId = crypto.randomUUID();
  await root`insert into calendar_layer (title, source) values ('Cả nước', ${vietNamCalendar as never}::jsonb)`;
  await root`insert into model (unit_id, id, slug, type, title) values (${province!}, ${modelId}, 'do', 'yardstick', 'Thước đo')`;
  await root`
    insert into model_version (unit_id, id, model_id, version, state, source, yaml, checksum, dossier_rule_ids, effective_from)
    values (${province!}, ${versionId}, ${modelId}, 1, 'published', ${source as never}::jsonb, '', '', ${RULE_IDS}, '2024-01-01')`;
  await root`
    insert into yardstick_application (unit_id, model_unit_id, version_id, valid_from)
    values (${province!}, ${province!}, ${versionId}, '2024-01-01')`;
  return { province: province!, communes, versionId };
}

const tally = (code: number) =>
  `array[${RULE_IDS.map((_, rule) => `(count(*) filter (where (bits >> ${2 * rule}) & 3 = ${code}))::int`).join(", ")}]`;

/** Dossiers of two years in the narrowest shape a peer could wish for, its covering index, and our roll-ups of them. */
async function loadDossiers(communes: readonly string[], versionId: string, dossiers: number): Promise<void> {
  await root`drop table if exists judged`;
  await root`truncate rollup_day, rollup_month`;
  const code = "(case when random() < 0.8 then 1 when random() < 0.6 then 2 when random() < 0.5 then 3 else 0 end)";
  const bits = RULE_IDS.map((_, rule) => `(${code} << ${2 * rule})`).join(" | ");
  await root`select setseed(0.5)`;
  await root.unsafe(`
    create unlogged table judged as
    select (array['${communes.join("','")}']::uuid[])[1 + i % ${COMMUNES}] as unit_id,
      date '2024-01-01' + floor(random() * 731)::int as day, ${bits} as bits
    from generate_series(1, ${dossiers}) i`);
  await root.unsafe("create index judged_cover on judged (unit_id, day) include (bits)");
  await root.unsafe("vacuum (freeze, analyze) judged");
  for (const [table, grain, period] of [
    ["rollup_day", "day", "day"],
    ["rollup_month", "month", "date_trunc('month', day)::date"],
  ] as const) {
    await root.unsafe(`
      insert into ${table} (unit_id, version_id, ${grain}, dossiers, met, missed, pending, not_applicable, as_of)
      select unit_id, '${versionId}', ${period}, count(*)::int, ${[1, 2, 3, 0].map(tally).join(", ")}, now()
      from judged group by 1, 3`);
    await root.unsafe(`vacuum (freeze, analyze) ${table}`);
  }
}

/** Roll-ups against three ways of counting the dossiers themselves, all with equal results; gives seconds of our p50. */
async function reads(province: string, communes: readonly string[], versionId: string, size: number): Promise<number> {
  const own = await medianOf(31, () =>
    inScope({ db: { oversight }, unitId: province }, (_tx, sql) =>
      readIndicators(sql, { unitIds: communes, versions: [{ versionId, ruleIds: RULE_IDS }], ...QUARTER }),
    ),
  );
  const aggregate = `
    select unit_id as "unitId", count(*)::int as dossiers, ${tally(1)} as met, ${tally(2)} as missed, ${tally(3)} as pending
    from judged where unit_id = any('{${communes.join(",")}}') and day between '${QUARTER.from}' and '${QUARTER.to}'
    group by 1 order by 1`;
  const planOf = async () => JSON.stringify(await root.unsafe(`explain ${aggregate}`));
  await root.unsafe("set enable_seqscan = off; set enable_bitmapscan = off");
  strictEqual((await planOf()).includes("Index Only Scan using judged_cover"), true);
  const cover = await medianOf(7, () => root.unsafe<UnitCounts[]>(aggregate));
  await root.unsafe(`
    set enable_seqscan = on; set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off`);
  strictEqual((await planOf()).includes("Seq Scan on judged"), true);
  const scan = await medianOf(3, () => root.unsafe<UnitCounts[]>(aggregate));
  await root.unsafe("reset all");
  const ours = own.result
    .map(({ unitId, dossiers, tallies }) => ({
      unitId,
      dossiers,
      met: tallies.map(({ met }) => met),
      missed: tallies.map(({ missed }) => missed),
      pending: tallies.map(({ pending }) => pending),
    }))
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
  deepStrictEqual(ours, [...cover.result]);
  deepStrictEqual(ours, [...scan.result]);
  const n = ours.reduce((sum, { dossiers }) => sum + dossiers, 0);
  console.log(`roll-ups equality: ${COMMUNES} communes × ${RULES} indicators of ${n} dossiers of a quarter: equal`);
  const ms = (seconds: number) => `${(seconds * 1000).toFixed(1)} ms`;
  const duckDb = await readDuckDb(communes, ours);
  const ratio = cover.seconds / own.seconds;
  const p50 = `at ${size} dossiers, load of the machine ${loadavg()[0]?.toFixed(1)}: p50 ${ms(own.seconds)}`;
  const full = size === DOSSIERS;
  verdict(
    `roll-ups: ${ratio.toFixed(1)} × the covering index (limit ${COVER_LIMIT}) ${p50} against ${ms(cover.seconds)}; seq scan ${ms(scan.seconds)}`,
    !full || ratio >= COVER_LIMIT,
  );
  const duckRatio = (duckDb ?? 0) / own.seconds;
  verdict(
    `roll-ups: ${duckRatio.toFixed(1)} × sorted DuckDB (limit ${DUCKDB_LIMIT}) ${p50} against ${duckDb === null ? "nothing: DuckDB is missing" : ms(duckDb)}`,
    !full || duckRatio >= DUCKDB_LIMIT,
  );
  return own.seconds;
}

interface UnitCounts {
  unitId: string;
  dossiers: number;
  met: number[];
  missed: number[];
  pending: number[];
}

/** The same question to DuckDB with all cores, its rows sorted by unit and day; p50 in seconds, null without DuckDB. */
async function readDuckDb(communes: readonly string[], ours: readonly UnitCounts[]): Promise<number | null> {
  const place = mkdtempSync(join(tmpdir(), "gandan-duckdb-"));
  try {
    const peer = await copyToDuckDb(root, communes, RULES, place);
    if (!peer) return null;
    const counts = RULE_IDS.flatMap((_, rule) =>
      [1, 2, 3].map((code) => `sum((rule${rule} = ${code})::int) as c${rule}_${code}`),
    );
    const aggregate = `
      select unit, count(*) as n, ${counts.join(", ")} from judged
      where day between '${QUARTER.from}' and '${QUARTER.to}' group by unit`;
    const { seconds, result } = await medianOf(31, () => peer.all<Record<string, number | bigint>>(aggregate));
    const theirs = result.map((row): UnitCounts => {
      const of = (code: number) => RULE_IDS.map((_, rule) => Number(row[`c${rule}_${code}`]));
      const unitId = communes[Number(row.unit)]!;
      return { unitId, dossiers: Number(row.n), met: of(1), missed: of(2), pending: of(3) };
    });
    deepStrictEqual(
      ours,
      theirs.sort((a, b) => (a.unitId < b.unitId ? -1 : 1)),
    );
    peer.close();
    return seconds;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Writes finished dossiers of five days with their outcomes; seconds. */
async function insertBatch(unitId: string, versionId: string, first: string, count: number): Promise<number> {
  const start = performance.now();
  await root.unsafe(`
    with added as (
      insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state, received_at,
        accepted_at, due_at, promised_at, finished_at, closed_at, last_seq)
      select '${unitId}', '${first} ' || i, date '${first}' + i % 5, '2.000815', 'certification', 'direct', 'finished', at,
        at, at + interval '1 day', at + interval '1 day', at + interval '10 hours' + (i % 20) * interval '1 hour',
        at + interval '2 days', 2
      from (select i, (date '${first}' + i % 5 + time '08:00') at time zone 'Asia/Ho_Chi_Minh' as at
        from generate_series(1, ${count}) i) times
      returning id
    )
    insert into dossier_outcome (unit_id, dossier_id, version_id, bits, pending, judged_at)
    select '${unitId}', id, '${versionId}', case when random() < 0.1 then 2 else 1 end, false, now() from added`);
  return (performance.now() - start) / 1000;
}

/** A batch into one commune's own tables, bare; then the fold of the days it touched, with their month and its reasons. */
async function writes(unitId: string, versionId: string): Promise<void> {
  // So that the server knows the tables as they are in use.
  await insertBatch(unitId, versionId, "2025-02-03", BATCH / 5);
  await root.unsafe("analyze dossier, dossier_outcome");
  const scope = { db: { app }, unitId };
  // The unit's roll-ups of the read part stand for dossiers that are not in these tables.
  await root`delete from rollup_day where unit_id = ${unitId}`;
  await root`delete from rollup_month where unit_id = ${unitId}`;
  await root`insert into rollup_dirty (unit_id, day) select ${unitId}, date '2025-02-03' + i from generate_series(0, 4) i`;
  await foldRollups(scope, new Date("2025-02-20T03:00:00Z"));
  const rounds: { bare: number; fold: number; share: number }[] = [];
  for (const first of ["2025-03-03", "2025-05-05", "2025-06-02", "2025-07-07", "2025-08-04"]) {
    const bare = await insertBatch(unitId, versionId, first, BATCH);
    await root`insert into rollup_dirty (unit_id, day) select ${unitId}, ${first}::date + i from generate_series(0, 4) i`;
    const start = performance.now();
    const { days } = await foldRollups(scope, new Date("2025-09-01T03:00:00Z"));
    const fold = (performance.now() - start) / 1000;
    strictEqual(days, 5);
    rounds.push({ bare, fold, share: bare / (bare + fold) });
  }
  deepStrictEqual(await verifyRollups(scope), []);
  const { bare, fold, share } = rounds.sort((a, b) => a.share - b.share)[rounds.length >> 1]!;
  verdict(
    `roll-up upkeep: a batch of ${BATCH} with its fold at ${share.toFixed(2)} of the speed of the bare batch (limit ${WRITE_LIMIT}): ${bare.toFixed(2)} s and ${fold.toFixed(2)} s, folded equals recounted`,
    share >= WRITE_LIMIT,
  );
}

try {
  const { province, communes, versionId } = await loadUnits();
  const times: number[] = [];
  for (const size of SIZES) {
    await loadDossiers(communes, versionId, size);
    times.push(await reads(province, communes, versionId, size));
  }
  const [tenth, whole] = times;
  if (tenth !== undefined && whole !== undefined) {
    const growth = whole / tenth;
    verdict(
      `roll-ups: from ${SIZES[0]} to ${SIZES[1]} dossiers ${growth.toFixed(2)} × the time (limit ${GROWTH_LIMIT})`,
      growth <= GROWTH_LIMIT,
    );
  }
  await writes(communes[0]!, versionId);
} finally {
  await database.stop();
}
