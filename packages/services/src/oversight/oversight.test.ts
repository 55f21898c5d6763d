import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { inScope } from "@gandan/db/in-scope";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { comparison, comparisonOnPage, registerOn, unitsBelow } from "@gandan/model/oversight/oversight-inputs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DossierIntake, recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { foldRollups } from "../rollup/fold-rollups";
import { compareUnits, compareUnitsOnPage } from "./compare-units";
import { comparisonPage } from "./comparison-page";
import { listUnitsBelow } from "./list-units-below";
import { own, yardstick } from "./oversight-test-models";
import { readRegister } from "./read-register";
import { readUnitBelow } from "./read-unit-below";

const NOW = new Date("2025-09-15T10:00:00+07:00");
const QUARTER = { from: "2025-04-01", to: "2025-06-30" };
const at = (text: string) => new Date(`${text}:00+07:00`).toISOString();
const event = (time: string, fact: DossierEvent["fact"]): DossierEvent => ({
  at: at(time),
  recordedAt: at(time),
  fact,
});

let database: TestDatabase;
/** A province over a town (ended on 1 July 2025) of two communes, and a ward that took both; a foreign province with one. */
const units = { province: "", town: "", an: "", binh: "", ward: "", office: "", foreign: "", foreignCommune: "" };
const slugs = new Map<string, string>();
let yardstickId = "";

/** Received on a day at 08:00 and due the next day at 08:00, finished in time or two days late. */
function dossier(code: string, day: string, late: boolean, group: "2.000815" | "1.001193" = "2.000815"): DossierIntake {
  const after = (days: number) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return {
    externalCode: code,
    events: [
      event(`${day}T08:00`, { type: "received", procedure: group, channel: "direct", flags: [] }),
      event(`${day}T08:00`, { type: "accepted", dueAt: at(`${after(1)}T08:00`) }),
      event(late ? `${after(2)}T09:00` : `${day}T15:00`, { type: "finished" }),
    ],
  };
}

async function record(unitId: string, batch: DossierIntake[]) {
  const scope = { db: { app: database.app }, unitId };
  await inUnit(scope, async (_tx, sql) => {
    const judge = await loadJudge(sql, unitId, NOW);
    await recordDossiers(sql, { unitId, actor: "test", now: NOW, source: "desk" }, judge, batch);
  });
  await foldRollups(scope, NOW);
}

async function publish(unitId: string, source: typeof own) {
  const { root } = database;
  const [modelId, versionId] = [crypto.randomUUID(), crypto.randomUUID()];
  await root`
    insert into model (unit_id, id, slug, type, title) values (${unitId}, ${modelId}, ${source.id}, ${source.type}, ${source.title})`;
  await root`
    insert into model_version (unit_id, id, model_id, version, state, source, yaml, checksum, dossier_rule_ids, effective_from)
    values (${unitId}, ${versionId}, ${modelId}, 1, 'published', ${JSON.stringify(source)}::text::jsonb, '', '',
      ${Object.keys(source.rules)}, '2024-01-01')`;
  return { modelId, versionId };
}

async function applyYardstick(unitId: string) {
  const { versionId } = await publish(unitId, yardstick);
  await database.root`
    insert into yardstick_application (unit_id, model_unit_id, version_id, valid_from)
    values (${unitId}, ${unitId}, ${versionId}, '2024-01-01')`;
  return versionId;
}

const ctxOf = (unitId: string, role: Role | null = "oversight-officer"): UnitCtx => ({
  db: { app: database.app, oversight: database.oversight },
  actor: { staffId: crypto.randomUUID(), name: "Người thử", roles: role ? [{ unitId, role }] : [] },
  unitId,
  now: NOW,
  language: "vi",
});
const compare = (unitId: string, input: Record<string, unknown> = {}) =>
  compareUnits(ctxOf(unitId), comparison.parse({ ...QUARTER, ...input }));

beforeAll(async () => {
  database = await createTestDatabase();
  const { root, owner } = database;
  await root`insert into calendar_layer (title, source) values ('Cả nước', ${vietNamCalendar as never}::jsonb)`;
  await root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence) values
      ('2.000815', '2020-01-01', 'Chứng thực bản sao', 'certification', '1 working-days', 'high'),
      ('1.001193', '2020-01-01', 'Đăng ký khai sinh', 'birth', '1 working-days', 'high')`;
  const ended = { validTo: "2025-07-01" };
  units.province = await newUnit(owner, { level: "province", type: "tỉnh", name: "Tỉnh Thử" });
  units.town = await newUnit(owner, {
    level: "district",
    type: "thị xã",
    name: "Thị xã Thử",
    parentId: units.province,
    ...ended,
  });
  units.an = await newUnit(owner, { name: "Phường An", parentId: units.town, ...ended });
  units.binh = await newUnit(owner, { name: "Phường Bình", parentId: units.town, ...ended });
  units.office = await newUnit(owner, {
    level: "office",
    type: "phòng",
    name: "Phòng Tư pháp",
    parentId: units.town,
    ...ended,
  });
  units.ward = await newUnit(owner, { name: "Phường Thử", parentId: units.province, validFrom: "2025-07-01" });
  units.foreign = await newUnit(owner, { level: "province", type: "tỉnh", name: "Tỉnh Khác" });
  units.foreignCommune = await newUnit(owner, { name: "Xã Khác", parentId: units.foreign });
  for (const { id, slug } of await root<{ id: string; slug: string }[]>`select id, slug from unit`) slugs.set(id, slug);
  await root`
    insert into unit_succession (predecessor_id, successor_id, at, partial) values
      (${units.an}, ${units.ward}, '2025-07-01', false), (${units.binh}, ${units.ward}, '2025-07-01', false)`;
  yardstickId = await applyYardstick(units.province);
  await applyYardstick(units.foreign);
  const { modelId } = await publish(units.town, own);
  await root`
    insert into adoption (unit_id, model_unit_id, model_id, valid_from, own_name, basis, reference)
    values (${units.an}, ${units.town}, ${modelId}, '2025-01-01', '4 xin, 4 luôn', 'Kế hoạch 190', 'CV 12')`;
  await root`
    insert into registration (unit_id, adoption_id, procedure_code, mode)
    select unit_id, id, '2.000815', 'same-day' from adoption where unit_id = ${units.an}`;
  await root`
    insert into adoption (unit_id, valid_from, declined_reason, reference)
    values (${units.office}, '2025-01-01', 'Không đăng ký', 'CV 99')`;
  const days = (month: string, count: number) =>
    Array.from(
      { length: count },
      (_, i) => `2025-${month}-${String(7 + Math.floor(i / 5) * 7 + (i % 3)).padStart(2, "0")}`,
    );
  await record(units.an, [
    ...days("04", 6).map((day, i) => dossier(`A-4-${i}`, day, i < 1)),
    ...days("05", 5).map((day, i) => dossier(`A-5-${i}`, day, i < 2, "1.001193")),
    dossier("A-1", "2025-01-06", true),
  ]);
  await record(
    units.binh,
    days("05", 4).map((day, i) => dossier(`B-${i}`, day, i < 3)),
  );
  await record(
    units.ward,
    days("07", 3).map((day, i) => dossier(`W-${i}`, day, i < 1)),
  );
  await record(
    units.foreignCommune,
    days("05", 9).map((day, i) => dossier(`F-${i}`, day, true)),
  );
});
afterAll(() => database.drop());

/** The same figures counted dossier by dossier from the events, without roll-ups or outcomes. */
async function recount(unitIds: string[], from: string, to: string) {
  const [row] = await database.root<{ met: number; missed: number }[]>`
    select count(*) filter (where finished_at <= due_at)::int as met, count(*) filter (where finished_at > due_at)::int as missed
    from dossier where unit_id = any(${unitIds}::uuid[]) and received_on between ${from}::date and ${to}::date`;
  return row;
}

test("figures equal a recount, and foreign units never appear", async () => {
  const found = await compare(units.province);
  expect(found.yardstick).toMatchObject({ versionId: yardstickId, title: "Thước đo thử", version: 1 });
  expect(found.indicators.map(({ id, title }) => [id, title])).toEqual([
    ["dung-hen", "Đúng hẹn"],
    ["bo-sung", "Bổ sung một lần"],
  ]);
  expect(found.rows.map(({ unit }) => unit.name)).toEqual(["Phòng Tư pháp", "Phường An", "Phường Bình"]);
  for (const id of [units.an, units.binh]) {
    const row = found.rows.find(({ unit }) => unit.id === id)!;
    const naive = (await recount([id], QUARTER.from, QUARTER.to))!;
    expect(row.cells[0]).toMatchObject({
      met: naive.met,
      n: naive.met + naive.missed,
      share: naive.met / (naive.met + naive.missed),
    });
    expect(row.dossiers).toBe(naive.met + naive.missed);
  }
  expect(found.rows.find(({ unit }) => unit.id === units.office)).toMatchObject({ ranked: null, dossiers: 0 });
  const an = found.rows.find(({ unit }) => unit.id === units.an)!;
  expect(an.ranked?.points).toBeCloseTo((60 * 8) / 11 + 40);
  expect(an.ranked?.rank).toEqual({ from: 1, to: 2 });
  expect(found.asOf).toEqual(NOW);
});

test("a period of single days counts its edges exactly", async () => {
  const span = { from: "2025-04-08", to: "2025-05-08" };
  const found = await compare(units.province, span);
  const naive = (await recount([units.an], span.from, span.to))!;
  expect(found.rows.find(({ unit }) => unit.id === units.an)!.cells[0]).toMatchObject({
    met: naive.met,
    n: naive.met + naive.missed,
  });
});

test("months carry the share of each unit and the median", async () => {
  const { trend, rows } = await compare(units.province);
  expect(trend?.months.slice(-3)).toEqual(["2025-04-01", "2025-05-01", "2025-06-01"]);
  const an = rows.find(({ unit }) => unit.id === units.an)!;
  const binh = rows.find(({ unit }) => unit.id === units.binh)!;
  expect(an.months.slice(-3)).toEqual([5 / 6, 3 / 5, null]);
  expect(binh.months.slice(-3)).toEqual([null, 1 / 4, null]);
  expect(trend?.median.slice(-3)).toEqual([5 / 6, (3 / 5 + 1 / 4) / 2, null]);
});

test("restated, units that went whole into a successor are counted to it", async () => {
  const found = await compare(units.province, { to: "2025-09-30", restated: true });
  expect(found.rows.map(({ unit, includes }) => [unit.name, includes])).toEqual([
    ["Phòng Tư pháp", []],
    ["Phường Thử", ["Phường An", "Phường Bình"]],
  ]);
  const naive = (await recount([units.an, units.binh, units.ward], QUARTER.from, "2025-09-30"))!;
  expect(found.rows[1]!.cells[0]).toMatchObject({ met: naive.met, n: naive.met + naive.missed });
  expect(found.rows[1]?.months.at(-5)).toBe(4 / 9);
  const before = await compare(units.province, { restated: true });
  expect(before.rows.map(({ unit }) => unit.name)).toEqual(["Phòng Tư pháp", "Phường Thử"]);
});

test("a unit divided among several stays apart", async () => {
  const { root } = database;
  await root`update unit_succession set partial = true where predecessor_id = ${units.binh}`;
  const found = await compare(units.province, { restated: true });
  await root`update unit_succession set partial = false where predecessor_id = ${units.binh}`;
  expect(found.rows.map(({ unit, includes }) => [unit.name, includes])).toEqual([
    ["Phòng Tư pháp", []],
    ["Phường Bình", []],
    ["Phường Thử", ["Phường An"]],
  ]);
});

test("by own models each unit has its own points and no rank", async () => {
  const found = await compare(units.town, { measure: "own" });
  const an = found.rows.find(({ unit }) => unit.id === units.an)!;
  expect(an.own).toMatchObject([{ title: "4 xin, 4 luôn", coverage: 10, total: 100, n: 11, dossiers: 11 }]);
  expect(an.own[0]?.points).toBeCloseTo((10 * 8) / 11);
  expect(found.rows.filter(({ own }) => own.length > 0)).toHaveLength(1);
  expect(found.rows.every(({ ranked }) => ranked === null)).toBe(true);
});

test("rows are sorted as asked, units without a figure last", async () => {
  const names = async (input: object) =>
    (await compare(units.province, input as never)).rows.map(({ unit }) => unit.name);
  expect(await names({ sort: "dung-hen" })).toEqual(["Phường Bình", "Phường An", "Phòng Tư pháp"]);
  expect(await names({ sort: "points", direction: "down" })).toEqual(["Phường An", "Phường Bình", "Phòng Tư pháp"]);
  expect(await names({ direction: "down" })).toEqual(["Phường Bình", "Phường An", "Phòng Tư pháp"]);
});

test("the number of queries does not grow with the units", async () => {
  const count = async (unitId: string) => {
    let queries = 0;
    const counted = <T extends object>(sql: T): T =>
      new Proxy(sql, {
        apply: (target, self, args) => {
          if (Array.isArray(args[0]) && "raw" in args[0]) queries++;
          return Reflect.apply(target as never, self, args);
        },
      });
    const { oversight } = database;
    const transaction = (fn: (tx: unknown) => Promise<unknown>) =>
      oversight.db.transaction((tx) => {
        const { client } = tx._.session as unknown as { client: object };
        return fn({ _: { session: { client: counted(client) } } });
      });
    const ctx = ctxOf(unitId);
    const db = { ...ctx.db, oversight: { ...oversight, db: { transaction } } } as unknown as UnitCtx["db"];
    await compareUnits({ ...ctx, db }, comparison.parse(QUARTER));
    return queries;
  };
  expect(await count(units.province)).toBeGreaterThan(4);
  expect(await count(units.foreign)).toBe(await count(units.province));
});

test("the register names models, refusals and silence on a day", async () => {
  const found = await readRegister(ctxOf(units.town), registerOn.parse({ on: "2025-06-30" }));
  expect(found.counts).toEqual({ adopted: 1, declined: 1, silent: 1 });
  expect(
    found.rows.map(({ unit, state, title, modelTitle, reference, procedures }) => [
      unit.name,
      state,
      title,
      modelTitle,
      reference,
      procedures,
    ]),
  ).toEqual([
    ["Phòng Tư pháp", "declined", null, null, "CV 99", 0],
    ["Phường An", "adopted", "4 xin, 4 luôn", "Mô hình riêng", "CV 12", 1],
    ["Phường Bình", "silent", null, null, null, 0],
  ]);
  const filtered = await readRegister(
    ctxOf(units.town),
    registerOn.parse({ on: "2025-06-30", words: "phuong an", state: "adopted" }),
  );
  expect(filtered.rows.map(({ unit }) => unit.name)).toEqual(["Phường An"]);
  const before = await readRegister(ctxOf(units.town), registerOn.parse({ on: "2024-12-31" }));
  expect(before.counts).toEqual({ adopted: 0, declined: 0, silent: 3 });
  const after = await readRegister(ctxOf(units.province), registerOn.parse({ on: "2025-08-01" }));
  expect(after.rows.map(({ unit }) => unit.name)).toEqual(["Phường Thử"]);
});

test("units below are found with or without marks, with what they became", async () => {
  const found = await listUnitsBelow(ctxOf(units.province), unitsBelow.parse({ ...QUARTER, words: "phuong a" }));
  expect(
    found.units.map(({ name, successors, parentName }) => [name, parentName, successors.map((each) => each.name)]),
  ).toEqual([["Phường An", "Thị xã Thử", ["Phường Thử"]]]);
  const now = await listUnitsBelow(ctxOf(units.province), unitsBelow.parse({ from: "2025-09-01", to: "2025-09-30" }));
  expect(now.units.map(({ name, predecessors }) => [name, predecessors.map((each) => each.name)])).toEqual([
    ["Phường Thử", ["Phường An", "Phường Bình"]],
  ]);
});

test("a unit opens down to reasons by group of procedures, an ended one at its last quarter", async () => {
  const found = await readUnitBelow(ctxOf(units.province), { below: slugs.get(units.an)! });
  expect(found).toMatchObject({ period: QUARTER, ended: true, moved: false, adoption: { title: "4 xin, 4 luôn" } });
  expect(found.cards.map(({ yardstick, title }) => [yardstick, title])).toEqual([
    [false, "4 xin, 4 luôn"],
    [true, "Thước đo thử"],
  ]);
  const card = found.cards[1]!;
  const rule = card.explanation.lines[0]!.rules[0]!;
  expect(rule).toMatchObject({ title: "Trả đúng hẹn", clause: "Điều 1", tally: { met: 8, missed: 3 } });
  expect(rule.reasons).toEqual([{ key: "dossier.late", n: 3 }]);
  expect(card.groups["dung-hen"]).toEqual([
    { reason: "dossier.late", group: "birth", n: 2 },
    { reason: "dossier.late", group: "certification", n: 1 },
  ]);
  const later = await readUnitBelow(ctxOf(units.province), {
    below: slugs.get(units.an)!,
    period: { from: "2025-07-01", to: "2025-09-30" },
  });
  expect(later).toMatchObject({ moved: true, period: QUARTER });
});

test("a unit that is not below is not found", async () => {
  for (const id of [units.foreignCommune, units.province, units.town]) {
    await expect(readUnitBelow(ctxOf(units.province), { below: slugs.get(id)! })).rejects.toMatchObject({
      code: "NOT_FOUND",
      key: "unit.outside",
    });
  }
});

test("a unit that was moved is counted only while it was below", async () => {
  const { root } = database;
  const moved = await newUnit(database.owner, { name: "Xã Chuyển", parentId: units.province });
  await root`update unit_parent set valid_to = '2025-05-08' where unit_id = ${moved}`;
  await root`insert into unit_parent (unit_id, parent_id, valid_from) values (${moved}, ${units.foreign}, '2025-05-08')`;
  await root`update unit_ancestors set valid_to = '2025-05-08' where descendant_id = ${moved} and ancestor_id = ${units.province}`;
  await root`
    insert into unit_ancestors (ancestor_id, descendant_id, valid_from, depth) values (${units.foreign}, ${moved}, '2025-05-08', 1)`;
  await record(
    moved,
    ["2025-05-06", "2025-05-07", "2025-05-08", "2025-05-09", "2025-05-12"].map((day, i) =>
      dossier(`M-${i}`, day, false),
    ),
  );
  const dossiersFor = async (above: string) =>
    (await compare(above)).rows.find(({ unit }) => unit.id === moved)?.dossiers;
  expect(await dossiersFor(units.province)).toBe(2);
  expect(await dossiersFor(units.foreign)).toBe(3);
});

test("roles that do not look down are refused, and the oversight role cannot read dossiers", async () => {
  const input = comparison.parse(QUARTER);
  for (const role of ["desk-officer", "chairman", "mttq", "operator", null] as const) {
    const ctx = ctxOf(units.province, role);
    await expect(compareUnits(ctx, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(readRegister(ctx, registerOn.parse({ on: QUARTER.to }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listUnitsBelow(ctx, unitsBelow.parse(QUARTER))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(readUnitBelow(ctx, { below: slugs.get(units.an)! })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  for (const table of ["dossier", "dossier_event", "dossier_outcome", "staff", "audit_log"]) {
    const reading = inScope(ctxOf(units.province), (_tx, sql) => sql.unsafe(`select 1 from ${table} limit 1`));
    await expect(reading, table).rejects.toThrow("permission denied");
  }
});

test.each([{}, { restated: true }, { measure: "own" }, { sort: "points", from: "2025-04-15", to: "2025-09-10" }])(
  "a page and the start of a register say what the whole says: %o",
  async (asked) => {
    const ctx = ctxOf(units.province);
    const input = comparisonOnPage.parse({ ...QUARTER, ...asked });
    expect(await compareUnitsOnPage(ctx, input)).toEqual(comparisonPage(await compareUnits(ctx, input), 1));
    const on = registerOn.parse({ on: "2025-06-30" });
    const register = await readRegister(ctx, on);
    expect(await readRegister(ctx, { ...on, first: 2 })).toEqual({ ...register, rows: register.rows.slice(0, 2) });
  },
);

test("a unit among others is what it is in the comparison", async () => {
  const { rows, trend, indicators } = await compare(units.province);
  const { unit, includes, adoption, ...figures } = rows.find(({ unit }) => unit.id === units.an)!;
  const { among } = await readUnitBelow(ctxOf(units.province), { below: unit.slug, period: QUARTER });
  expect(among).toMatchObject({ row: figures, trend, indicators, ranked: 2 });
});
