import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rejudgeDue } from "../outcome/rejudge-due";
import { foldRollups } from "./fold-rollups";
import { at, dossierOf, event, record, unitWithModel } from "./rollup-test-unit";
import { verifyRollups } from "./verify-rollups";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const now = new Date(at("2026-03-20T10:00"));

test("two folds of one unit at once: one works, the other gives way, and the figures are a recount", async () => {
  const scope = await unitWithModel(database);
  for (let round = 0; round < 5; round++) {
    const batch = Array.from({ length: 40 }, (_, i) => dossierOf(`R${round}-${i}`, 2 + (i % 10)));
    await record(scope, now, batch);
    const folds = await Promise.all([foldRollups(scope, now), foldRollups(scope, now), foldRollups(scope, now)]);
    // Whoever finds the lock taken says so; whoever gets it later finds nothing left.
    expect(folds.filter(({ days }) => days > 0)).toEqual([{ days: 10, busy: false }]);
    expect(await verifyRollups(scope)).toEqual([]);
  }
  const [sum] = await database.root`
    select sum(dossiers)::int as n from rollup_month where unit_id = ${scope.unitId}`;
  expect(sum).toEqual({ n: 200 });
});

test("recording, judging anew and folding at once end as if one had come after the other", async () => {
  const scope = await unitWithModel(database);
  const codes = Array.from({ length: 60 }, (_, i) => `K-${i}`);
  const early = new Date(at("2026-03-02T09:00"));
  await record(
    scope,
    early,
    codes.map((code) => dossierOf(code, 2)),
  );
  // All 60 have fallen overdue by now; half of them turn out to have been finished in time.
  const finished = codes
    .filter((_, i) => i % 2 === 0)
    .map((code) => dossierOf(code, 2, event("2026-03-02T15:00", { type: "finished" })));
  const halves = [finished.slice(0, 15), finished.slice(15)];
  await Promise.all([
    rejudgeDue(scope, now),
    ...halves.map((batch) => record(scope, now, batch)),
    rejudgeDue(scope, now),
    foldRollups(scope, now),
  ]);
  while ((await rejudgeDue(scope, now)) > 0);
  await foldRollups(scope, now);
  expect(await verifyRollups(scope)).toEqual([]);
  const [month] = await database.root`
    select dossiers, met, missed, pending from rollup_month where unit_id = ${scope.unitId}`;
  // Rule one: on time; rule two: supplements, settled for the finished half only.
  expect(month).toEqual({ dossiers: 60, met: [30, 30], missed: [30, 0], pending: [0, 30] });
});

test("two desks that add to the same dossiers at once lose neither's events nor their facts", async () => {
  const scope = await unitWithModel(database);
  const codes = Array.from({ length: 20 }, (_, i) => `S-${i}`);
  await record(
    scope,
    now,
    codes.map((code) => dossierOf(code, 3)),
  );
  const more = [
    event("2026-03-03T09:00", { type: "supplement-requested" }),
    event("2026-03-03T10:00", { type: "supplemented" }),
    event("2026-03-04T09:00", { type: "finished" }),
    event("2026-03-04T10:00", { type: "closed" }),
  ];
  // Each desk brings one event to all dossiers; two bring the very same one. All wait behind one lock, so that all
  // have begun before the first has ended.
  const { root } = database;
  const desks = await root.begin(async (sql) => {
    await sql`select from dossier where unit_id = ${scope.unitId} for update`;
    const started = [...more, more[0]!].map((each) =>
      record(
        scope,
        now,
        codes.map((code) => dossierOf(code, 3, each)),
      ),
    );
    const waiting = () => root<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    // The pool has four connections; the fifth desk comes after.
    while ((await waiting())[0]!.n < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    return { started };
  });
  await Promise.all(desks.started);
  const rows = await database.root`
    select d.external_code as code, d.supplement_requests as supplements, d.finished_at is not null as finished,
      d.closed_at is not null as closed, d.last_seq as last, count(e)::int as events,
      count(distinct e.fact->>'type')::int as kinds
    from dossier d join dossier_event e on e.unit_id = d.unit_id and e.dossier_id = d.id
    where d.unit_id = ${scope.unitId} group by d.unit_id, d.id order by d.external_code`;
  expect(rows).toHaveLength(20);
  for (const { code, ...row } of rows) {
    expect({ code, ...row }).toEqual({
      code,
      supplements: 1,
      finished: true,
      closed: true,
      last: 6,
      events: 6,
      kinds: 6,
    });
  }
});

test("two desks that record the same new dossier at once: it is there once", async () => {
  const scope = await unitWithModel(database);
  const batch = Array.from({ length: 30 }, (_, i) => dossierOf(`N-${i}`, 4));
  const results = await Promise.all([record(scope, now, batch), record(scope, now, [...batch].reverse())]);
  expect(results.map(({ created, unchanged }) => created + unchanged)).toEqual([30, 30]);
  expect(results[0]!.created + results[1]!.created).toBe(30);
  const [n] = await database.root`
    select count(*)::int as dossiers, sum(last_seq)::int as events from dossier where unit_id = ${scope.unitId}`;
  expect(n).toEqual({ dossiers: 30, events: 60 });
});

test("one dossier twice in a batch is one dossier with the events of both", async () => {
  const scope = await unitWithModel(database);
  const finished = event("2026-03-04T09:00", { type: "finished" });
  const result = await record(scope, now, [dossierOf("Z-1", 3), dossierOf("Z-1", 3, finished, finished)]);
  expect(result).toEqual({ created: 1, changed: 0, unchanged: 0 });
  const [row] = await database.root`select state, last_seq from dossier where unit_id = ${scope.unitId}`;
  expect(row).toEqual({ state: "finished", last_seq: 3 });
});
