import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { addUnits } from "@gandan/db/unit/add-unit";
import { indexFrame } from "@gandan/model/index/index-frame";
import { indexRanking } from "@gandan/model/index/index-inputs";
import { packSheet } from "@gandan/model/index/pack-sheet";
import { compileFrame } from "@gandan/model/index/score-index";
import { modelSource } from "@gandan/model/model/model-schema";
import { readIndexOfUnit } from "../src/index/read-index-of-unit";
import { readIndexRanking } from "../src/index/read-index-ranking";
import { medianOf, startBenchDatabase, verdict } from "./bench-database";

/** A page of the oversight site may take this long on the server, for the communes of the largest province. */
const LIMIT_MS = 100;
const PROVINCE = 170;
/** All communes of the country: more than any office ranks, for how the work grows. */
const COUNTRY = 3_321;
const YEAR = 2026;
const RULES = ["dung-hen", "xin-loi", "bo-sung", "ket-thuc"];
const database = await startBenchDatabase();
const { root, owner, app, oversight } = database;

/** 105 nodes as the index tree of the benchmark beside this one; four leaves of 72 are filled from facts. */
const frame = indexFrame.parse({
  schema: 1,
  id: "khung",
  title: "Khung đo",
  year: YEAR,
  level: "commune",
  total: 90,
  classes: [
    { id: "tot", title: "Tốt", from: 60 },
    { id: "kha", title: "Khá", from: 0 },
  ],
  fields: Array.from({ length: 8 }, (_, field) => ({
    id: `f${field}`,
    title: `Lĩnh vực ${field + 1}`,
    points: 11.25,
    criteria: [1, 2, 3].map((one) => ({
      id: `f${field}-${one}`,
      title: `Tiêu chí ${one}`,
      points: 3.75,
      children: [1, 2, 3].map((leaf) => ({
        id: `f${field}-${one}-${leaf}`,
        title: `Nội dung ${leaf}`,
        points: 1.25,
        leaf:
          field < RULES.length && one === 1 && leaf === 1
            ? { kind: "ratio", measured_by: { yardstick: RULES[field] } }
            : { kind: "survey" },
      })),
    })),
  })),
});
const leaves = frame.fields.flatMap(({ criteria }) =>
  criteria.flatMap(({ children }) => children!.map(({ id }) => id)),
);

/** A province of so many communes: every leaf entered, half of them appraised, roll-ups of eleven months. */
async function provinceOf(communes: number, code: string): Promise<string> {
  const [province] = await addUnits(owner.sql, [
    { level: "province", type: "tỉnh", code, name: `Tỉnh ${code}`, validFrom: "2020-01-01" },
  ]);
  const ids = await addUnits(
    owner.sql,
    Array.from({ length: communes }, (_, i) => ({
      level: "commune" as const,
      type: "xã",
      code: `${code}${i}`,
      name: `Xã Đo ${i}`,
      parentId: province!,
      validFrom: "2020-01-01",
    })),
  );
  const source = modelSource.parse({
    schema: 1,
    id: "do",
    title: "Thước đo",
    rules: Object.fromEntries(RULES.map((id) => [id, { kind: "dossier.on-time" }])),
  });
  const [modelId, versionId] = [crypto.randomUUID(), crypto.randomUUID()];
  await root`insert into model (unit_id, id, slug, type, title) values (${province!}, ${modelId}, 'do', 'yardstick', 'Đo')`;
  await root`
    insert into model_version (unit_id, id, model_id, version, state, source, yaml, checksum, dossier_rule_ids, effective_from)
    values (${province!}, ${versionId}, ${modelId}, 1, 'published', ${source as never}::jsonb, '', '', ${RULES}, '2024-01-01')`;
  await root`
    insert into yardstick_application (unit_id, model_unit_id, version_id, valid_from)
    values (${province!}, ${province!}, ${versionId}, '2024-01-01')`;
  const [framed] = await root<{ id: string }[]>`
    insert into index_frame (unit_id, slug, year, title, state, source, yaml, published_at)
    values (${province!}, 'khung', ${YEAR}, 'Khung đo', 'published', ${frame as never}::jsonb, '', now()) returning id`;
  await root`select setseed(0.5)`;
  await root`
    insert into index_entry (unit_id, frame_id, leaf, points, value, note, entered_by)
    select u, ${framed!.id}, l, case when random() > 0.04 then round((random() * 1.25)::numeric, 2) end, '0.5',
      'Báo cáo số 12/BC-UBND', 'đo'
    from unnest(${ids}::uuid[]) u cross join unnest(${leaves}::text[]) l`;
  await root`
    insert into index_appraisal (unit_id, frame_id, below_id, leaf, points, reason, appraised_by)
    select ${province!}, frame_id, unit_id, leaf, points, null, 'đo' from index_entry
    where frame_id = ${framed!.id} and leaf < 'f4'`;
  await packAll(framed!.id);
  await root`
    insert into rollup_month (unit_id, version_id, month, dossiers, met, missed, pending, not_applicable, as_of)
    select u, ${versionId}, make_date(${YEAR}, m, 1), 40, '{30,8,36,20}', '{10,2,4,20}', '{0,0,0,0}', '{0,30,0,0}', now()
    from unnest(${ids}::uuid[]) u cross join generate_series(1, 11) m`;
  return province!;
}

/** Sheets as the verbs that enter and appraise leave them. */
async function packAll(frameId: string): Promise<void> {
  const tree = compileFrame(frame);
  for (const [table, below] of [
    ["index_entry", "unit_id"],
    ["index_appraisal", "below_id"],
  ] as const) {
    const rows = await root.unsafe<{ unit: string; below: string; sheet: [string, number | null][] }[]>(
      `select unit_id as unit, ${below} as below, jsonb_agg(jsonb_build_array(leaf, points)) as sheet
       from ${table} where frame_id = $1 group by 1, 2`,
      [frameId],
    );
    for (const { unit, below, sheet } of rows) {
      await root`
        insert into index_sheet (unit_id, frame_id, below_id, points)
        values (${unit}, ${frameId}, ${below}, ${Buffer.from(packSheet(tree, sheet))})`;
    }
  }
}

const ctxOf = (unitId: string) => ({
  db: { app, oversight },
  actor: { staffId: "do", name: "Đo", roles: [{ unitId, role: "oversight-officer" as const }] },
  unitId,
  now: new Date(`${YEAR}-11-20T03:00:00Z`),
  language: "vi" as const,
});

for (const [communes, code] of [
  [PROVINCE, "71"],
  [COUNTRY, "72"],
] as const) {
  const ctx = ctxOf(await provinceOf(communes, code));
  await root`vacuum analyze`;
  const page = indexRanking.parse({});
  const { round } = await readIndexRanking(ctx, page);
  strictEqual(round?.all, communes);
  strictEqual(round.done, communes);
  const first = round.units[0]!;
  const one = await readIndexOfUnit(ctx, { below: first.slug });
  deepStrictEqual([one.rank, one.assessment.total, one.assessment.self], [first.rank, first.total, first.self]);
  for (const [name, work] of [
    ["ranking", () => readIndexRanking(ctx, page)],
    ["search", () => readIndexRanking(ctx, indexRanking.parse({ words: "do 16", sort: "f3", direction: "down" }))],
    ["one unit", () => readIndexOfUnit(ctx, { below: first.slug })],
  ] as const) {
    // The shortest run: what the page takes when nothing else has the processor.
    const { seconds, best } = await medianOf<unknown>(25, work);
    const said = `index ${name}: ${(1000 * best).toFixed(0)} ms (median ${(1000 * seconds).toFixed(0)}) of ${communes} units × 72 leaves`;
    if (communes === PROVINCE) verdict(`${said} (limit ${LIMIT_MS})`, 1000 * best <= LIMIT_MS);
    else console.log(`${said}, no limit`);
  }
}
await database.stop();
