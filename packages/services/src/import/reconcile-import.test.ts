import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDossier } from "../dossier/read-dossier";
import { audited, ctxOf, fillCatalogues, record, unitWith } from "../model/model-test-unit";
import { foldRollups } from "../rollup/fold-rollups";
import { verifyRollups } from "../rollup/verify-rollups";
import { chooseSide } from "./choose-side";
import { contentsOf, fileOf, fileRow } from "./import-test-file";
import { getImport } from "./read-import";
import { exportReconciliation, readReconciliation } from "./read-reconciliation";
import { runImport } from "./run-import";
import { saveMapping, startImport, uploadImport } from "./upload-import";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const officer = () => unitWith(database, ["desk-officer"]);
let files = 0;

/** Other bytes each time, as another export of the same data has them. */
async function upload(ctx: UnitCtx, rows: readonly string[]) {
  files++;
  const bytes = fileOf([...rows, ...Array.from({ length: files }, () => "")]);
  return (await uploadImport(ctx, { fileName: `ho-so-${files}.csv`, bytes })).importId;
}

async function write(ctx: UnitCtx, importId: string) {
  await startImport(ctx, { importId, onlyGood: false });
  expect(await runImport(ctx, importId, ctx.now)).toBe("done");
  return getImport(ctx, { importId });
}

async function bring(ctx: UnitCtx, rows: readonly string[]) {
  return write(ctx, await upload(ctx, rows));
}

const at = (time: string) => new Date(`${time}:00+07:00`).toISOString();

/** As an officer notes it at the desk. */
function noteAtDesk(ctx: UnitCtx, externalCode: string, time: string, fact: DossierFact) {
  const event: DossierEvent = { at: at(time), recordedAt: ctx.now.toISOString(), fact };
  return record(ctx, [{ externalCode, events: [event] }]);
}

const code = (n: number) => `H${String(n).padStart(6, "0")}`;

async function dossierOf(ctx: UnitCtx, externalCode: string) {
  const [row] = await database.root<
    { id: string; finished: Date | null; state: string; name: string; lastSeq: number }[]
  >`
    select id, finished_at as finished, state, applicant_name as name, last_seq as "lastSeq" from dossier
    where unit_id = ${ctx.unitId} and external_code = ${externalCode}`;
  return row!;
}

const open = (n: number) => fileRow(n, { finished: "" });
/** The day of row n. */
const day = (n: number) => `${String((n % 4) + 7).padStart(2, "0")}/09/2026`;
const isoDay = (n: number) => `2026-09-${String((n % 4) + 7).padStart(2, "0")}`;

/** Six dossiers of an earlier file: 1 and 6 finished, 2, 4 and 5 open, 3 finished; 4 then finished at the desk at 15:42. */
async function worked() {
  const ctx = await officer();
  await bring(ctx, [fileRow(1), open(2), fileRow(3), open(4), fileRow(5), fileRow(6)]);
  await noteAtDesk(ctx, code(4), `${isoDay(4)}T15:42`, { type: "finished" });
  return ctx;
}

/** 1 as before, 2 now finished, 3 finished an hour later, 4 at 16:00, 5 open again, 6 not there, 7 new. */
const updated = () => [
  fileRow(1),
  fileRow(2),
  fileRow(3, { finished: `${day(3)} 17:00` }),
  fileRow(4),
  open(5),
  fileRow(7),
];

const list = (ctx: UnitCtx, importId: string, filter: Record<string, unknown> = {}) =>
  readReconciliation(ctx, { importId, page: 1, ...filter });

describe("an updated export", () => {
  it("is set against what the unit has before anything is written", async () => {
    const ctx = await worked();
    const before = await contentsOf(database, ctx.unitId);
    const importId = await upload(ctx, updated());
    const run = await getImport(ctx, { importId });
    expect(run).toMatchObject({ rowsNew: 1, rowsChanged: 2, rowsSame: 1, rowsContradicting: 2, rowsMissing: 1 });
    const all = await list(ctx, importId);
    expect(all.counts).toEqual({ new: 1, changed: 2, unchanged: 1, contradicting: 2, missing: 1 });
    const kinds = Object.fromEntries(all.matches.map(({ externalCode, kind }) => [externalCode, kind]));
    expect(kinds).toEqual({
      [code(1)]: "unchanged",
      [code(2)]: "changed",
      [code(3)]: "changed",
      [code(4)]: "contradicting",
      [code(5)]: "contradicting",
      [code(6)]: "missing",
      [code(7)]: "new",
    });
    const told = (n: number) =>
      all.matches
        .find(({ externalCode }) => externalCode === code(n))!
        .differences.map(({ entry, why, ownAt, toldAt, choice }) => [
          entry,
          why,
          ownAt?.toISOString() ?? null,
          toldAt?.toISOString() ?? null,
          choice,
        ]);
    const four = at(`${isoDay(2)}T16:00`);
    expect(told(2)).toEqual([
      ["finished", "added", null, four, null],
      ["handed-over", "added", null, four, null],
      ["closed", "added", null, four, null],
    ]);
    expect(told(3)[0]).toEqual(["finished", "moved", at(`${isoDay(3)}T16:00`), at(`${isoDay(3)}T17:00`), null]);
    expect(told(4)[0]).toEqual(["finished", "by-hand", at(`${isoDay(4)}T15:42`), at(`${isoDay(4)}T16:00`), "ours"]);
    expect(told(5).map(([entry, why]) => [entry, why])).toEqual([
      ["closed", "reopened"],
      ["finished", "reopened"],
      ["handed-over", "reopened"],
    ]);
    expect(await contentsOf(database, ctx.unitId)).toEqual(before);
    expect((await list(ctx, importId, { kind: "changed" })).matches).toHaveLength(2);
    expect((await list(ctx, importId, { why: "by-hand" })).matches.map((each) => each.externalCode)).toEqual([code(4)]);
    expect((await list(ctx, importId, { q: code(6) })).matches.map(({ kind }) => kind)).toEqual(["missing"]);
  });

  it("changes what an earlier file told; what was entered by hand stays unless somebody takes the file's word", async () => {
    const ctx = await worked();
    const done = await bring(ctx, updated());
    expect(done).toMatchObject({ state: "done", rowsNew: 1, rowsChanged: 3, rowsSame: 2 });
    expect((await dossierOf(ctx, code(3))).finished).toEqual(new Date(at(`${isoDay(3)}T17:00`)));
    expect((await dossierOf(ctx, code(4))).finished).toEqual(new Date(at(`${isoDay(4)}T15:42`)));
    expect((await dossierOf(ctx, code(5))).state).toBe("handed-over");
    await foldRollups(ctx, ctx.now);
    expect(await verifyRollups(ctx)).toEqual([]);
  });

  it("takes the file's word where it was chosen, by an event that names both times and the person", async () => {
    const ctx = await worked();
    const importId = await upload(ctx, updated());
    const [four] = (await list(ctx, importId, { q: code(4) })).matches;
    const finished = four!.differences.find(({ entry }) => entry === "finished")!;
    await chooseSide(ctx, { importId, side: "file", dossierId: four!.dossierId!, place: finished.place });
    await chooseSide(ctx, { importId, side: "file", why: "reopened" });
    await write(ctx, importId);
    const { id, finished: now } = await dossierOf(ctx, code(4));
    expect(now).toEqual(new Date(at(`${isoDay(4)}T16:00`)));
    const { events } = await readDossier(ctx, { dossierId: id });
    const correction = events.find(({ fact }) => fact.type === "corrected")!;
    expect(correction).toMatchObject({
      at: new Date(at(`${isoDay(4)}T16:00`)),
      source: "import",
      fact: { of: "finished", was: at(`${isoDay(4)}T15:42`), is: { type: "finished" } },
    });
    expect(events.filter(({ fact, source }) => fact.type === "finished" && source === "desk")).toHaveLength(1);
    expect(await dossierOf(ctx, code(5))).toMatchObject({ state: "accepted", finished: null });
    expect((await audited(ctx)).filter((action) => action === "import.choose")).toHaveLength(2);
    await foldRollups(ctx, ctx.now);
    expect(await verifyRollups(ctx)).toEqual([]);
  });

  it.each([["ours"], ["file"]] as const)("is all unchanged the second time, when %s stood", async (side) => {
    const ctx = await worked();
    const importId = await upload(ctx, updated());
    await chooseSide(ctx, { importId, side });
    await write(ctx, importId);
    const before = await contentsOf(database, ctx.unitId);
    const again = await upload(ctx, updated());
    expect((await list(ctx, again)).counts).toEqual({ new: 0, changed: 0, unchanged: 6, contradicting: 0, missing: 1 });
    expect(await write(ctx, again)).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsSame: 6 });
    expect(await contentsOf(database, ctx.unitId)).toEqual(before);
  });

  it("goes to and fro with a system that changes its mind, one event for each", async () => {
    const ctx = await officer();
    const hours = ["16:00", "17:00", "16:00", "17:00"];
    for (const [times, hour] of hours.entries()) {
      const later = { ...ctx, now: new Date(ctx.now.getTime() + times * 1000) };
      await bring(later, [fileRow(1, { finished: `${day(1)} ${hour}` })]);
      const { finished, lastSeq } = await dossierOf(ctx, code(1));
      expect([finished, lastSeq]).toEqual([new Date(at(`${isoDay(1)}T${hour}`)), 5 + 3 * times]);
    }
  });

  it("contradicts nothing by naming a day without its hour", async () => {
    const ctx = await officer();
    await bring(ctx, [open(4)]);
    await noteAtDesk(ctx, code(4), `${isoDay(4)}T15:42`, { type: "finished" });
    const importId = await upload(ctx, [fileRow(4, { finished: day(4) })]);
    const { matches } = await list(ctx, importId);
    expect(matches[0]!.differences.map(({ entry, why }) => [entry, why])).toEqual([
      ["handed-over", "added"],
      ["closed", "added"],
    ]);
  });

  it("takes a further appointment, and knows its own that a pause has moved", async () => {
    const ctx = await officer();
    const headers = "Mã hồ sơ;Mã TTHC;Ngày tiếp nhận;Ngày hẹn trả;Ngày gửi thư xin lỗi;Ngày hẹn lại";
    const take = async (due: string, promised = "") => {
      files++;
      const apology = promised && "09/09/2026 08:00";
      const line = ["H1", "2.000815", "07/09/2026 08:00", due, apology, promised].join(";");
      const bytes = new TextEncoder().encode(`${headers}\r\n${line}\r\n${"\r\n".repeat(files)}`);
      const { importId } = await uploadImport(ctx, { fileName: `hen-${files}.csv`, bytes });
      const [match] = (await list(ctx, importId)).matches;
      await write(ctx, importId);
      const [row] = await database.root<{ due: Date; promised: Date; times: number }[]>`
        select due_at as due, promised_at as promised, reappointments as times from dossier where unit_id = ${ctx.unitId}`;
      return { ...row!, differences: match!.differences.map(({ entry, why }) => `${entry} ${why}`) };
    };
    await take("08/09/2026 08:00");
    await noteAtDesk(ctx, "H1", "2026-09-07T10:00", { type: "supplement-requested", papers: ["Tờ khai"] });
    await noteAtDesk(ctx, "H1", "2026-09-08T10:00", { type: "supplemented" });
    // One working day of pause, shown by the provincial system as a later appointment.
    const moved = await take("09/09/2026 08:00");
    expect(moved).toMatchObject({ differences: [], due: new Date(at("2026-09-09T08:00")), times: 0 });
    const again = await take("09/09/2026 08:00", "10/09/2026 16:00");
    expect(again.differences).toEqual(["apologised added", "reappointed added"]);
    expect(again).toMatchObject({ promised: new Date(at("2026-09-10T16:00")), times: 1 });
    const third = await take("09/09/2026 08:00", "11/09/2026 16:00");
    expect(third).toMatchObject({
      differences: ["reappointed added"],
      promised: new Date(at("2026-09-11T16:00")),
      times: 2,
    });
    expect((await take("09/09/2026 08:00", "11/09/2026 16:00")).differences).toEqual([]);
  });

  it("does not wind the clock back past what the desk has entered, nor end otherwise what the desk has ended", async () => {
    const ctx = await officer();
    await bring(ctx, [open(4), open(8)]);
    await noteAtDesk(ctx, code(4), "2026-09-20T09:00", { type: "supplement-requested", papers: ["Tờ khai"] });
    await noteAtDesk(ctx, code(8), `${isoDay(8)}T10:00`, { type: "withdrawn" });
    const importId = await upload(ctx, [fileRow(4), fileRow(8)]);
    const { matches } = await list(ctx, importId);
    expect(matches.map(({ differences }) => differences.map(({ entry, why }) => `${entry} ${why}`))).toEqual([
      ["finished backwards", "handed-over backwards", "closed backwards"],
      [
        "finished ended-otherwise",
        "handed-over ended-otherwise",
        "closed ended-otherwise",
        "withdrawn ended-otherwise",
      ],
    ]);
    await write(ctx, importId);
    expect((await dossierOf(ctx, code(4))).state).toBe("awaiting-supplement");
    expect((await dossierOf(ctx, code(8))).state).toBe("withdrawn");
  });

  it("is judged again when it is written: what the desk did meanwhile stands", async () => {
    const ctx = await officer();
    await bring(ctx, [open(4)]);
    const importId = await upload(ctx, [fileRow(4)]);
    expect((await getImport(ctx, { importId })).rowsContradicting).toBe(0);
    await noteAtDesk(ctx, code(4), `${isoDay(4)}T15:42`, { type: "finished" });
    await write(ctx, importId);
    expect((await dossierOf(ctx, code(4))).finished).toEqual(new Date(at(`${isoDay(4)}T15:42`)));
    expect((await list(ctx, importId)).matches[0]!.differences[0]).toMatchObject({ why: "by-hand", choice: "ours" });
  });

  it("names other people: noted as an event without their names", async () => {
    const ctx = await officer();
    await bring(ctx, [fileRow(1)]);
    const [, ...rest] = fileRow(1).split("Nguyễn Văn 1");
    const renamed = `${fileRow(1).split("Nguyễn Văn 1")[0]}Nguyễn Văn Một${rest.join("")}`;
    const importId = await upload(ctx, [renamed]);
    expect((await list(ctx, importId)).matches[0]!.differences).toMatchObject([
      { entry: "applicant", why: "moved", own: "Nguyễn Văn 1", told: "Nguyễn Văn Một" },
    ]);
    await write(ctx, importId);
    const { id, name } = await dossierOf(ctx, code(1));
    expect(name).toBe("Nguyễn Văn Một");
    const { events } = await readDossier(ctx, { dossierId: id });
    expect(events.map(({ fact }) => fact)).toContainEqual({ type: "amended", entries: ["applicant"] });
  });

  it("does not miss what stands in a row with an error", async () => {
    const ctx = await officer();
    await bring(ctx, [fileRow(1), fileRow(2), fileRow(3)]);
    const importId = await upload(ctx, [fileRow(1), fileRow(7), fileRow(3, { procedure: "khong-co" })]);
    const { matches } = await list(ctx, importId, { kind: "missing" });
    expect(matches.map(({ externalCode }) => externalCode)).toEqual([code(2)]);
  });

  it("is set against the unit anew when its columns are mapped anew", async () => {
    const ctx = await worked();
    const importId = await upload(ctx, updated());
    const { mapping } = await getImport(ctx, { importId });
    const { finishedAt, handedOverAt, closedAt, state, ...columns } = mapping.columns;
    expect([finishedAt, handedOverAt, closedAt, state]).not.toContain(undefined);
    await saveMapping(ctx, { importId, mapping: { columns, dateOrder: "dmy" } });
    // Without a column of the end the file does not say that anything is open.
    expect((await list(ctx, importId)).counts).toEqual({
      new: 1,
      changed: 0,
      unchanged: 5,
      contradicting: 0,
      missing: 1,
    });
  });
});

describe("who may", () => {
  it("see and choose: officers of that unit, while nothing is written", async () => {
    const ctx = await worked();
    const importId = await upload(ctx, updated());
    const attempts = (who: UnitCtx) => [
      () => list(who, importId),
      () => exportReconciliation(who, { importId, most: 9 }),
      () => chooseSide(who, { importId, side: "file" }),
    ];
    for (const attempt of attempts(ctxOf(database, ctx.unitId, ["chairman", "mttq"]))) {
      await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const attempt of attempts(await officer())) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND", key: "import.notFound" });
    }
    expect(await exportReconciliation(ctx, { importId, most: 9 })).toMatchObject({ matches: { length: 7 } });
    expect((await audited(ctx)).at(-1)).toBe("import.reconciliation");
    await write(ctx, importId);
    await expect(chooseSide(ctx, { importId, side: "file" })).rejects.toMatchObject({ key: "import.done" });
    expect((await list(ctx, importId)).matches.map(({ kind }) => kind).sort()).toEqual([
      "changed",
      "changed",
      "contradicting",
      "contradicting",
      "missing",
    ]);
  });
});
