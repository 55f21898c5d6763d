import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { DOSSIER_QUEUES, type DossierQueue } from "@gandan/model/dossier/list-dossiers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, BIRTH, fillProcedures, filters, happened, recordAll, takenIn } from "./dossier-test-unit";
import { countQueues, exportDossiers, listDossiers } from "./list-dossiers";

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

describe("queues", () => {
  const R = "2026-11-16T08:00";
  const late = "2026-11-20T10:00";
  const batch = [
    takenIn("over-by-a-minute", R, "2026-11-23T09:59"),
    takenIn("due-now", R, "2026-11-23T10:00"),
    takenIn("due-first-minute-of-day", R, "2026-11-23T00:00"),
    takenIn("due-last-minute-of-yesterday", R, "2026-11-22T23:59"),
    takenIn("due-last-minute-of-day", R, "2026-11-23T23:59"),
    takenIn("due-tomorrow", R, "2026-11-24T00:00"),
    takenIn("late-with-letter", R, late, [
      happened("2026-11-20T09:00", { type: "apologised", fields: ["cause"], signer: "chairman" }),
    ]),
    takenIn("late-put-off-to-today", R, late, [
      happened("2026-11-20T09:00", { type: "reappointed", dueAt: "2026-11-23T09:00:00Z" }),
    ]),
    takenIn("waiting-for-papers", R, late, [happened("2026-11-19T10:00", { type: "supplement-requested" })]),
    takenIn("waiting-for-duty", R, "2026-11-23T16:00", [happened("2026-11-19T10:00", { type: "duty-requested" })]),
    takenIn("finished", R, late, [happened("2026-11-20T10:00", { type: "finished" })]),
    takenIn("finished-late", R, late, [happened("2026-11-20T10:01", { type: "finished" })]),
    takenIn("closed", R, late, [
      happened("2026-11-20T09:00", { type: "finished" }),
      happened("2026-11-20T09:30", { type: "closed" }),
    ]),
    takenIn("refused", R, late, [happened("2026-11-18T09:00", { type: "refused" })]),
    {
      externalCode: "not-accepted-yet",
      events: [happened(R, { type: "received", procedure: BIRTH, channel: "online", flags: [] })],
    },
  ];
  const expected: Record<DossierQueue, string[]> = {
    open: [
      "due-first-minute-of-day",
      "due-last-minute-of-day",
      "due-last-minute-of-yesterday",
      "due-now",
      "due-tomorrow",
      "late-put-off-to-today",
      "late-with-letter",
      "not-accepted-yet",
      "over-by-a-minute",
      "waiting-for-duty",
      "waiting-for-papers",
    ],
    "due-today": [
      "due-first-minute-of-day",
      "due-last-minute-of-day",
      "due-now",
      "late-put-off-to-today",
      "over-by-a-minute",
    ],
    late: [
      "due-first-minute-of-day",
      "due-last-minute-of-yesterday",
      "late-put-off-to-today",
      "late-with-letter",
      "over-by-a-minute",
    ],
    "late-no-letter": [
      "due-first-minute-of-day",
      "due-last-minute-of-yesterday",
      "late-put-off-to-today",
      "over-by-a-minute",
    ],
    "finished-not-closed": ["finished", "finished-late"],
    "awaiting-citizen": ["waiting-for-duty", "waiting-for-papers"],
  };

  it("hold exactly what belongs in them, to the minute and the local day, and count it", async () => {
    const ctx = await someone();
    await recordAll(ctx, batch);
    for (const queue of DOSSIER_QUEUES) expect((await codes(ctx, { queue })).sort(), queue).toEqual(expected[queue]);
    expect(await countQueues(ctx)).toEqual(
      Object.fromEntries(DOSSIER_QUEUES.map((queue) => [queue, expected[queue].length])),
    );
  });

  it("mark as late what is over its appointment, but not what waits for the citizen since before it", async () => {
    const ctx = await someone();
    await recordAll(ctx, batch);
    const { dossiers } = await listDossiers(ctx, filters());
    expect(
      dossiers
        .filter((each) => each.late)
        .map(({ externalCode }) => externalCode)
        .sort(),
    ).toEqual([...expected.late, "finished-late"].sort());
  });

  it("change with the moment alone", async () => {
    const ctx = await someone();
    await recordAll(ctx, [takenIn("A", "2026-11-20T08:00", "2026-11-23T10:00")]);
    const at = (time: string) => countQueues({ ...ctx, now: new Date(`${time}+07:00`) });
    expect(await at("2026-11-22T23:59:59")).toMatchObject({ "due-today": 0, late: 0 });
    expect(await at("2026-11-23T00:00:00")).toMatchObject({ "due-today": 1, late: 0 });
    expect(await at("2026-11-23T10:00:00")).toMatchObject({ "due-today": 1, late: 0 });
    expect(await at("2026-11-23T10:00:59")).toMatchObject({ "due-today": 1, late: 0, "late-no-letter": 0 });
    expect(await at("2026-11-23T10:01:00")).toMatchObject({ "due-today": 1, late: 1 });
    const flags = async (time: string) =>
      (await listDossiers({ ...ctx, now: new Date(`${time}+07:00`) }, filters())).dossiers.map((each) => each.late);
    expect(await flags("2026-11-23T10:00:59")).toEqual([false]);
    expect(await flags("2026-11-23T10:01:00")).toEqual([true]);
    expect(await at("2026-11-24T00:00:00")).toMatchObject({ "due-today": 0, late: 1 });
  });
});

describe("filters", () => {
  it("take a part of the name and the beginning of the code, with %, _ and \\ as they are written", async () => {
    const ctx = await someone();
    const on = (code: string, applicantName: string) =>
      takenIn(code, "2026-11-20T08:00", "2026-11-24T08:00", [], { applicantName });
    await recordAll(ctx, [
      on("A%1", "Đặng Thị Ánh"),
      on("A_1", "Lò Văn 100% Tốt"),
      on("AB1", "Vàng_A Súa"),
      on("A\\1", "Trần Văn Nam"),
    ]);
    expect(await codes(ctx, { q: "A%" })).toEqual(["A%1"]);
    expect(await codes(ctx, { q: "A_" })).toEqual(["A_1"]);
    expect(await codes(ctx, { q: "A_1" })).toEqual(["A_1"]);
    expect(await codes(ctx, { q: "a\\" })).toEqual(["A\\1"]);
    expect(await codes(ctx, { q: "0%" })).toEqual(["A_1"]);
    expect(await codes(ctx, { q: "g_" })).toEqual(["AB1"]);
    expect(await codes(ctx, { q: "B1" })).toEqual([]);
    expect(await codes(ctx, { q: "đặng thị á" })).toEqual(["A%1"]);
    expect(await codes(ctx, { q: "văn" })).toHaveLength(2);
  });

  it("find a name typed without marks, in capitals, or stored in pieces, and marks as they are typed", async () => {
    const ctx = await someone();
    const on = (code: string, applicantName: string) =>
      takenIn(code, "2026-11-20T08:00", "2026-11-24T08:00", [], { applicantName });
    await recordAll(ctx, [
      on("1", "Đặng Thị Ánh"),
      on("2", "ĐẶNG THỊ ÁNH TUYẾT".normalize("NFD")),
      on("3", "Nguyễn Hữu Phước"),
      on("4", "Vàng A Súa"),
      on("5", "Trần Văn Dũng"),
    ]);
    const found = async (q: string) => (await codes(ctx, { q })).sort();
    expect(await found("dang thi anh")).toEqual(["1", "2"]);
    expect(await found("DANG  thi")).toEqual(["1", "2"]);
    expect(await found("đặng thị ánh")).toEqual(["1", "2"]);
    expect(await found("Ánh Tuyết".normalize("NFD"))).toEqual(["2"]);
    expect(await found("phuoc")).toEqual(["3"]);
    expect(await found("huu PHUOC")).toEqual(["3"]);
    expect(await found("van")).toEqual(["4", "5"]);
    expect(await found("văn")).toEqual(["5"]);
    expect(await found("dung")).toEqual(["5"]);
    expect(await found("đũng")).toEqual([]);
  });

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
    expect(rows).toMatchObject([{ actor: ctx.actor.staffId, details: { rows: 60, filters: { sort: "received" } } }]);
  });

  it("refuses who may not read dossiers, and who has the role elsewhere", async () => {
    const ctx = await someone();
    const refused = { code: "FORBIDDEN" };
    for (const roles of [[], ["oversight-leader"], ["operator"]] as const) {
      const other = actingAt(database, ctx.unitId, NOW, roles);
      await expect(listDossiers(other, filters())).rejects.toMatchObject(refused);
      await expect(countQueues(other)).rejects.toMatchObject(refused);
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
    expect(Object.values(await countQueues(mine)).every((n) => n === 0)).toBe(true);
    expect(await exportDossiers(mine, filters())).toEqual([]);
    expect(await countQueues(other)).toMatchObject({ open: 1, late: 1 });
  });
});
