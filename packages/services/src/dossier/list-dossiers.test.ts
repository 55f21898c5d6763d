import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, BIRTH, fillProcedures, filters, happened, recordAll, takenIn } from "./dossier-test-unit";
import { exportDossiers, listDossiers } from "./list-dossiers";

const NOW = "2026-11-23T10:00";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const someone = async () => actingAt(database, await newUnit(database.owner), NOW);
const codes = async (ctx: Awaited<ReturnType<typeof someone>>, input: Record<string, unknown>) =>
  (await listDossiers(ctx, filters(input))).dossiers.map(({ externalCode }) => externalCode);

describe("filters", () => {
  it("take state, group and the local days of receipt, both included", async () => {
    const ctx = await someone();
    await recordAll(ctx, [
      takenIn("october", "2026-10-31T23:30", "2026-11-04T08:00"),
      takenIn("first", "2026-11-01T00:10", "2026-11-04T08:00", [happened("2026-11-03T08:00", { type: "finished" })]),
      takenIn("second", "2026-11-02T08:00", "2026-11-02T17:00", [], { procedure: BIRTH }),
    ]);
    expect((await codes(ctx, { from: "2026-11-01" })).sort()).toEqual(["first", "second"]);
    expect((await codes(ctx, { to: "2026-11-01" })).sort()).toEqual(["first", "october"]);
    expect(await codes(ctx, { from: "2026-11-01", to: "2026-11-01" })).toEqual(["first"]);
    expect(await codes(ctx, { group: "birth" })).toEqual(["second"]);
    expect(await codes(ctx, { state: "finished" })).toEqual(["first"]);
    expect(await codes(ctx, { state: "finished", group: "birth" })).toEqual([]);
    expect(await codes(ctx, { q: "", queue: "", state: "" })).toHaveLength(3);
  });
});

describe("order and pages", () => {
  it("sorts by day of receipt and by appointment, either way, with none last", async () => {
    const ctx = await someone();
    await recordAll(ctx, [
      takenIn("a", "2026-11-18T08:00", "2026-11-25T08:00"),
      takenIn("b", "2026-11-19T08:00", "2026-11-24T08:00"),
      {
        externalCode: "c",
        events: [happened("2026-11-20T08:00", { type: "received", procedure: BIRTH, channel: "home", flags: [] })],
      },
    ]);
    expect(await codes(ctx, {})).toEqual(["c", "b", "a"]);
    expect(await codes(ctx, { direction: "ascending" })).toEqual(["a", "b", "c"]);
    expect(await codes(ctx, { sort: "due", direction: "ascending" })).toEqual(["b", "a", "c"]);
    expect(await codes(ctx, { sort: "due", direction: "descending" })).toEqual(["a", "b", "c"]);
    const dueAt = "2026-11-26T08:00:00Z";
    await recordAll(ctx, [
      takenIn("d", "2026-11-17T08:00", "2026-11-19T08:00", [
        happened("2026-11-19T07:00", { type: "reappointed", dueAt }),
      ]),
    ]);
    expect(await codes(ctx, { sort: "due", direction: "ascending" })).toEqual(["b", "a", "d", "c"]);
  });

  it("shows 50 a page, each dossier on one page only, and the number of all", async () => {
    const ctx = await someone();
    await recordAll(
      ctx,
      Array.from({ length: 120 }, (_, i) => takenIn(`N-${i}`, "2026-11-20T08:00", "2026-11-24T08:00")),
    );
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listDossiers(ctx, filters({ page }))));
    expect(pages.map(({ dossiers }) => dossiers.length)).toEqual([50, 50, 20, 0]);
    expect(pages.map(({ total, page }) => [total, page])).toEqual([1, 2, 3, 4].map((page) => [120, page]));
    expect(new Set(pages.flatMap(({ dossiers }) => dossiers.map(({ id }) => id))).size).toBe(120);
    expect(await listDossiers(ctx, filters({ q: "N-11" }))).toMatchObject({ total: 11 });
  });
});

describe("who", () => {
  it("writes the whole filtered list to a file and notes it", async () => {
    const ctx = await someone();
    await recordAll(
      ctx,
      Array.from({ length: 60 }, (_, i) => takenIn(`N-${i}`, "2026-11-20T08:00", "2026-11-24T08:00")),
    );
    expect(await exportDossiers(ctx, filters({ page: 2 }))).toHaveLength(60);
    const rows = await database.root`
      select actor, details from audit_log where unit_id = ${ctx.unitId} and action = 'dossier.export'`;
    expect(rows).toMatchObject([{ actor: ctx.actor.staffId, details: { rows: 60, filters: { hours: 8 } } }]);
  });

  it("is a reading where it shows somebody or a person was looked for, and none where it is empty", async () => {
    const ctx = await someone();
    await listDossiers(ctx, filters());
    expect(await auditLog(database, ctx.unitId)).toEqual([]);
    await listDossiers(ctx, filters({ q: "nguyen van a" }));
    await recordAll(ctx, [takenIn("one", "2026-11-01T08:00", "2026-11-04T08:00")]);
    await listDossiers(ctx, filters());
    expect((await auditLog(database, ctx.unitId)).map(({ action }) => action)).toEqual([
      "dossier.search",
      "dossier.list",
    ]);
  });

  it("refuses who may not read dossiers, and who has the role elsewhere", async () => {
    const ctx = await someone();
    const refused = { code: "FORBIDDEN" };
    for (const roles of [[], ["oversight-leader"], ["operator"]] as const) {
      const other = actingAt(database, ctx.unitId, NOW, roles);
      await expect(listDossiers(other, filters())).rejects.toMatchObject(refused);
      await expect(exportDossiers(other, filters())).rejects.toMatchObject(refused);
    }
    const neighbour = await someone();
    await expect(listDossiers({ ...neighbour, unitId: ctx.unitId }, filters())).rejects.toMatchObject(refused);
    expect(await auditLog(database, ctx.unitId)).toEqual([]);
  });

  it("shows nothing of another unit", async () => {
    const [mine, other] = [await someone(), await someone()];
    await recordAll(other, [takenIn("X-1", "2026-11-16T08:00", "2026-11-17T08:00")]);
    expect(await listDossiers(mine, filters())).toMatchObject({ total: 0, dossiers: [] });
    expect(await listDossiers(mine, filters({ q: "X-1" }))).toMatchObject({ total: 0 });
    expect(await exportDossiers(mine, filters())).toEqual([]);
  });
});
