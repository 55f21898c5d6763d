import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { DOSSIER_QUEUES, type DossierQueue } from "@gandan/model/dossier/list-dossiers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  BIRTH,
  COPY,
  fillProcedures,
  filters,
  happened,
  moment,
  recordAll,
  takenIn,
} from "./dossier-test-unit";
import { listDossiers } from "./list-dossiers";
import { readQueues } from "./read-queues";

/** A Monday. */
const NOW = "2026-11-23T10:00";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const someone = async () => actingAt(database, await newUnit(database.owner), NOW);
type Ctx = Awaited<ReturnType<typeof someone>>;
const codes = async (ctx: Ctx, input: Record<string, unknown>) =>
  (await listDossiers(ctx, filters(input))).dossiers.map(({ externalCode }) => externalCode);
const countQueues = async (ctx: Ctx, hours = 8) => (await readQueues(ctx, { hours })).counts;

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
    "due-soon": ["due-last-minute-of-day", "due-now", "due-tomorrow", "late-put-off-to-today"],
    "finished-not-closed": ["finished", "finished-late"],
    "awaiting-citizen": ["waiting-for-duty", "waiting-for-papers"],
    "same-day": [],
    friday: [],
    "second-supplement": [],
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

describe("soon", () => {
  it("reaches as many working hours ahead as was chosen, over nights and days of rest", async () => {
    const ctx = { ...(await someone()), now: moment("2026-11-20T15:00") };
    const R = "2026-11-16T08:00";
    await recordAll(ctx, [
      takenIn("friday-evening", R, "2026-11-20T17:00"),
      takenIn("monday-morning", R, "2026-11-23T09:00"),
      takenIn("monday-later", R, "2026-11-23T09:01"),
      // 24/11 is a holiday.
      takenIn("wednesday", R, "2026-11-25T09:00"),
      takenIn("passed", R, "2026-11-20T14:59"),
      takenIn("stands-still", R, "2026-11-20T17:00", [happened("2026-11-19T10:00", { type: "duty-requested" })]),
    ]);
    const soon = (hours: number) => codes(ctx, { queue: "due-soon", hours });
    expect(await soon(4)).toEqual(["friday-evening", "monday-morning"]);
    expect(await soon(8)).toEqual(["friday-evening", "monday-morning", "monday-later"]);
    expect(await soon(16)).toEqual(["friday-evening", "monday-morning", "monday-later", "wednesday"]);
    for (const hours of [4, 8, 16, 24, 40]) {
      expect((await countQueues(ctx, hours))["due-soon"]).toBe((await soon(hours)).length);
    }
    expect(await readQueues(ctx, { hours: 4 })).toMatchObject({ hours: 4, soonUntil: moment("2026-11-23T09:00") });
  });
});

describe("promises of registered procedures", () => {
  const register = async (ctx: Ctx, code: string, mode: string) => {
    await database.root`
      insert into registration (unit_id, adoption_id, procedure_code, mode)
      select unit_id, id, ${code}, ${mode} from adoption where unit_id = ${ctx.unitId}`;
  };

  it("list what is to be returned today, up to what came before three, under the model of the day of receipt", async () => {
    const ctx = await someone();
    await adoptOwn(database, ctx.unitId, "2026-11-19");
    await register(ctx, COPY, "same-day");
    const due = "2026-11-30T17:00";
    await recordAll(ctx, [
      takenIn("this-morning", "2026-11-23T08:00", due),
      takenIn("before-three", "2026-11-23T14:59", due),
      takenIn("at-three", "2026-11-23T15:00", due),
      takenIn("left-over", "2026-11-20T08:00", due),
      takenIn("before-the-model", "2026-11-18T08:00", due),
      takenIn("another-procedure", "2026-11-23T08:00", due, [], { procedure: BIRTH }),
      takenIn("waiting", "2026-11-23T08:00", due, [happened("2026-11-23T09:00", { type: "supplement-requested" })]),
      takenIn("done", "2026-11-23T08:00", due, [happened("2026-11-23T09:00", { type: "finished" })]),
    ]);
    const list = async (at: string) => (await codes({ ...ctx, now: moment(at) }, { queue: "same-day" })).sort();
    expect(await list("2026-11-23T16:00")).toEqual(["before-three", "left-over", "this-morning"]);
    expect(await list("2026-11-25T08:00")).toEqual(["at-three", "before-three", "left-over", "this-morning"]);
    // The day before is a Sunday: what was due on Friday is still to be returned.
    expect(await list("2026-11-22T09:00")).toEqual(["left-over"]);
    expect((await countQueues({ ...ctx, now: moment("2026-11-23T16:00") }))["same-day"]).toBe(3);
    expect((await countQueues(ctx)).friday).toBe(0);
    expect((await readQueues(ctx, { hours: 8 })).registered).toEqual(["same-day"]);
  });

  it("list what must not go over Friday, or over the day before when Friday is a holiday", async () => {
    const ctx = await someone();
    await adoptOwn(database, ctx.unitId);
    await register(ctx, COPY, "no-friday-carry-over");
    const due = "2026-12-30T17:00";
    await recordAll(ctx, [
      takenIn("monday", "2026-11-23T08:00", due),
      takenIn("friday-before-three", "2026-11-27T14:59", due),
      takenIn("friday-at-three", "2026-11-27T15:00", due),
      takenIn("before-new-year", "2026-12-31T14:00", due),
      takenIn("too-late-for-the-year", "2026-12-31T16:00", due),
    ]);
    const list = async (at: string) => (await codes({ ...ctx, now: moment(at) }, { queue: "friday" })).sort();
    expect(await list("2026-11-27T15:30")).toEqual(["friday-before-three", "monday"]);
    // 1/1/2027 is a Friday: that week ends on Thursday.
    expect(await list("2026-12-31T16:30")).not.toContain("too-late-for-the-year");
    expect(await list("2026-12-31T16:30")).toContain("before-new-year");
  });
});

describe("waiting for the citizen", () => {
  it("is told from when on and for how many working minutes, the longest first, accepted or not", async () => {
    const ctx = await someone();
    await recordAll(ctx, [
      takenIn("two-days", "2026-11-16T08:00", "2026-11-20T17:00", [
        happened("2026-11-19T10:00", { type: "supplement-requested" }),
      ]),
      takenIn("since-today", "2026-11-16T08:00", "2026-11-25T17:00", [
        happened("2026-11-23T09:00", { type: "duty-requested" }),
      ]),
      {
        externalCode: "not-accepted",
        events: [
          happened("2026-11-17T08:00", { type: "received", procedure: BIRTH, channel: "online", flags: [] }),
          happened("2026-11-18T10:00", { type: "supplement-requested" }),
        ],
      },
    ]);
    const { dossiers } = await listDossiers(ctx, filters({ queue: "awaiting-citizen" }));
    expect(dossiers.map(({ externalCode, waitingSince, waited }) => [externalCode, waitingSince, waited])).toEqual([
      ["not-accepted", moment("2026-11-18T10:00"), 3 * 480],
      ["two-days", moment("2026-11-19T10:00"), 2 * 480],
      ["since-today", moment("2026-11-23T09:00"), 60],
    ]);
    const other = await listDossiers(ctx, filters({ queue: "open", direction: "ascending" }));
    expect(other.dossiers.every(({ waited }) => waited !== null)).toBe(true);
  });

  it("a second time is a queue of its own", async () => {
    const ctx = await someone();
    const asked = (time: string) => happened(time, { type: "supplement-requested" as const });
    const back = (time: string) => happened(time, { type: "supplemented" as const });
    const taken = (code: string, ...after: ReturnType<typeof happened>[]) =>
      takenIn(code, "2026-11-16T08:00", "2026-11-25T17:00", after);
    const twice = [asked("2026-11-17T08:00"), back("2026-11-18T08:00"), asked("2026-11-19T08:00")];
    await recordAll(ctx, [
      taken("once", asked("2026-11-17T08:00")),
      taken("twice", ...twice),
      taken("twice-and-back", ...twice, back("2026-11-20T08:00")),
      taken("twice-and-done", ...twice, happened("2026-11-20T08:00", { type: "finished" })),
    ]);
    expect((await codes(ctx, { queue: "second-supplement" })).sort()).toEqual(["twice", "twice-and-back"]);
    expect((await countQueues(ctx))["second-supplement"]).toBe(2);
  });
});

describe("who", () => {
  it("is told when this was counted and when a file was last brought in; never of another unit", async () => {
    const [mine, other] = [await someone(), await someone()];
    await recordAll(other, [takenIn("X-1", "2026-11-16T08:00", "2026-11-17T08:00")]);
    const at = moment("2026-11-22T17:05");
    await database.root`
      insert into import_run (unit_id, file_name, file_hash, mapping, state, finished_at) values
        (${other.unitId}, 'a.csv', '', '{}', 'done', ${at}), (${other.unitId}, 'b.csv', '', '{}', 'failed', now())`;
    expect(await readQueues(other, { hours: 8 })).toMatchObject({ asOf: other.now, importedAt: at });
    const seen = await readQueues(mine, { hours: 8 });
    expect(seen).toMatchObject({ importedAt: null, more: [], registered: [] });
    expect(Object.values(seen.counts).every((n) => n === 0)).toBe(true);
    expect((await countQueues(other)).late).toBe(1);
  });

  it("may not read dossiers, sees no count", async () => {
    const ctx = await someone();
    for (const roles of [[], ["oversight-leader"], ["operator"]] as const) {
      const other = actingAt(database, ctx.unitId, NOW, roles);
      await expect(readQueues(other, { hours: 8 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const neighbour = await someone();
    await expect(readQueues({ ...neighbour, unitId: ctx.unitId }, { hours: 8 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
