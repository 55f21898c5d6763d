import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import { quotasBelow } from "@gandan/model/survey/quota-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, adoptOwn, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { keepQuotas } from "./keep-quotas";
import { readProgress } from "./read-progress";
import { readQuotasBelow } from "./read-quotas-below";
import { sheetOf, takeIn, unitWithForm } from "./survey-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const NOW = "2026-11-22T10:00";
const model = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: { "so-phieu": { kind: "survey.quota", tiers: [{ below: 100, share: 0.5 }, { share: 0.3 }], clause: "III.4" } },
});

/** Dossiers finished on a day, and sheets of the same quarter. */
async function fill(unitId: string, { dossiers, sheets }: { dossiers: number; sheets: number }, day = "2026-10-05") {
  await database.root`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
      received_at, finished_at, last_seq)
    select ${unitId}, ${`H-${day}-`} || i, ${day}, '2.000815', 'certification', 'direct', 'finished',
      ${`${day}T01:00:00Z`}, ${`${day}T02:00:00Z`}, 1
    from generate_series(1, ${dossiers}::int) i`;
  if (sheets === 0) return;
  const asking = await unitWithForm(database, { unitId, slug: `phieu-${day}` });
  const mttq = sheetOf(asking.formId, day, { source: "paper-mttq", procedureCode: null });
  await takeIn(asking, [mttq, ...Array.from({ length: sheets - 1 }, () => sheetOf(asking.formId, day))]);
}

/** A province with communes: An is short, Bình has enough, Cao finished nothing, Dương has no quota, Em was not counted. */
async function province() {
  const id = await newUnit(database.owner, { level: "province", type: "tỉnh" });
  const below = (name: string) => newUnit(database.owner, { parentId: id, name });
  const [an, binh, cao, duong, em] = [
    await below("Xã An"),
    await below("Xã Bình"),
    await below("Xã Cao"),
    await below("Xã Dương"),
    await below("Xã Em"),
  ];
  for (const unitId of [an, binh, cao, em]) await adoptOwn(database, unitId, "2026-01-01", null, model);
  await fill(an, { dossiers: 41, sheets: 9 });
  await fill(binh, { dossiers: 120, sheets: 36 });
  await fill(duong, { dossiers: 8, sheets: 2 });
  await fill(an, { dossiers: 3, sheets: 2 }, "2026-08-05");
  for (const unitId of [an, binh, cao, duong]) await keepQuotas({ db: { app: database.app }, unitId }, moment(NOW));
  return { ctx: actingAt(database, id, NOW, ["oversight-officer"]), an, em, below };
}

const asked = (over: object = {}) => quotasBelow.parse(over);

describe("quotas of the units below", () => {
  it("stand beside finished dossiers and sheets, as in the unit itself; counts alone", async () => {
    const { ctx, an } = await province();
    const page = await readQuotasBelow(ctx, asked());
    expect(page).toMatchObject({
      quarter: "2026-10-01",
      to: "2026-12-31",
      running: true,
      total: 5,
      found: 5,
      dossiers: 169,
      sheets: 47,
      states: { reached: 1, short: 1, none: 2, uncounted: 1 },
      rows: [
        { name: "Xã An", state: "short", lacking: 12, counts: { dossiers: 41, sheets: 9, needed: 21, share: 0.5 } },
        { name: "Xã Bình", state: "reached", lacking: 0, counts: { dossiers: 120, sheets: 36, needed: 36 } },
        { name: "Xã Cao", state: "none", counts: { dossiers: 0, needed: 0 } },
        { name: "Xã Dương", state: "none", counts: { dossiers: 8, sheets: 2, needed: null, clause: null } },
        { name: "Xã Em", state: "uncounted", counts: null },
      ],
    });
    const own = await readProgress(actingAt(database, an, NOW, ["chairman"]), { kind: "quarter", day: undefined });
    expect(page.rows[0]!.counts).toMatchObject({
      dossiers: own.dossiers,
      sheets: own.sheets,
      byMttq: own.byMttq,
      needed: own.quota!.needed,
      clause: "III.4",
    });
    const before = await readQuotasBelow(ctx, asked({ day: "2026-09-01" }));
    expect(before).toMatchObject({ quarter: "2026-07-01", running: false, dossiers: 3, sheets: 2 });
    expect(before.rows[0]).toMatchObject({ state: "reached", counts: { needed: 2 } });
  });

  it("are counted anew as often as one likes, and follow what comes", async () => {
    const { ctx, an } = await province();
    await fill(an, { dossiers: 0, sheets: 12 }, "2026-11-05");
    const scope = { db: { app: database.app }, unitId: an };
    for (let i = 0; i < 2; i++) await keepQuotas(scope, moment("2026-11-22T11:00"));
    const { rows, asOf } = await readQuotasBelow(ctx, asked({ q: "xa an" }));
    expect(rows).toMatchObject([{ state: "reached", counts: { sheets: 21, needed: 21 } }]);
    expect(asOf).toEqual(moment(NOW));
  });

  it("are filtered, sought without accents, put in order and paged by the address", async () => {
    const { ctx } = await province();
    const names = async (over: object) => (await readQuotasBelow(ctx, asked(over))).rows.map(({ name }) => name);
    expect(await names({ state: "short" })).toEqual(["Xã An"]);
    expect(await names({ q: "duong" })).toEqual(["Xã Dương"]);
    expect(await names({ sort: "lacking", direction: "down" })).toEqual([
      "Xã An",
      "Xã Bình",
      "Xã Cao",
      "Xã Dương",
      "Xã Em",
    ]);
    expect((await names({ sort: "dossiers", direction: "down" })).slice(0, 2)).toEqual(["Xã Bình", "Xã An"]);
    expect(await names({ sort: "name", direction: "down", state: "none" })).toEqual(["Xã Dương", "Xã Cao"]);
    expect(await readQuotasBelow(ctx, asked({ page: "7", state: "nonsense" }))).toMatchObject({ page: 1, found: 5 });
    expect((await readQuotasBelow(ctx, { ...asked(), page: null })).rows).toHaveLength(5);
  });

  it("are seen by the office above alone: no unit beside, no role without leave, no other province", async () => {
    const { an } = await province();
    const other = await province();
    expect((await readQuotasBelow(other.ctx, asked())).total).toBe(5);
    const inside = await readQuotasBelow(actingAt(database, an, NOW, ["chairman"]), asked());
    expect(inside).toMatchObject({ total: 0, rows: [] });
    await expect(readQuotasBelow({ ...other.ctx, unitId: an }, asked())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const operator = actingAt(database, other.ctx.unitId, NOW, ["operator"]);
    await expect(readQuotasBelow(operator, asked())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
