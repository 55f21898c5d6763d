import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { AppError } from "@gandan/model/error/app-error";
import { shiftDay } from "@gandan/model/oversight/period";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importYaml } from "../model/create-draft";
import { audited, ctxOf, dossierOf, fillCatalogues, record } from "../model/model-test-unit";
import { publishDraft } from "../model/publish-draft";
import { applyYardstick } from "./apply-yardstick";
import { endYardstick, withdrawYardstick } from "./end-yardstick";
import { listYardsticks } from "./list-yardsticks";

let database: TestDatabase;
let library: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
  const [row] = await database.root<{ id: string }[]>`
    select v.id from model m join model_version v on v.model_id = m.id
    where m.unit_id = ${OPERATOR_UNIT_ID} and m.slug = 'yardstick-2024'`;
  library = row!.id;
});
afterAll(() => database.drop());

const TODAY = "2026-11-23";
const basis = "Quyết định số 12/QĐ-UBND";

/** A province, a town in it and a commune in the town; their leaders act at noon of a day, today unless told. */
async function province() {
  const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
  const townId = await newUnit(database.owner, { level: "district", type: "thị xã", parentId: provinceId });
  const communeId = await newUnit(database.owner, { parentId: townId });
  const leader = (unitId: string, day = TODAY) => ctxOf(database, unitId, ["oversight-leader"], day);
  return { provinceId, townId, communeId, leader };
}

/** A yardstick of the unit's own with one published version a day given. */
async function ownVersions(ctx: ReturnType<typeof ctxOf>, ...days: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, effectiveFrom] of days.entries()) {
    const yaml = `schema: 1\nid: thuoc-do-rieng\ntype: yardstick\ntitle: Thước đo riêng ${i}\nrules:\n  dung-hen: { kind: dossier.on-time }\n`;
    const draft = await importYaml(ctx, { yaml });
    if ("problems" in draft) throw new Error(JSON.stringify(draft.problems));
    const [row] = await database.root<{ checksum: string }[]>`
      select checksum from model_version where id = ${draft.versionId}`;
    await publishDraft(ctx, { versionId: draft.versionId, checksum: row!.checksum, effectiveFrom });
    ids.push(draft.versionId);
  }
  return ids;
}

const outcomesOf = async (unitId: string) =>
  (
    await database.root<{ code: string; version: string }[]>`
      select d.external_code as code, o.version_id as version from dossier_outcome o
      join dossier d on d.unit_id = o.unit_id and d.id = o.dossier_id where o.unit_id = ${unitId} order by 1, 2`
  ).map(({ code, version }) => [code, version]);

it("judges what units below receive from its first day on, and nothing received before", async () => {
  const { provinceId, communeId, leader } = await province();
  const desk = (day: string) => ctxOf(database, communeId, ["desk-officer"], day);
  await record(desk(TODAY), [dossierOf("A", TODAY, "2026-11-24")]);
  await applyYardstick(leader(provinceId), { versionId: library, from: "2026-11-24", basis });
  await record(desk("2026-11-24"), [dossierOf("B", "2026-11-24", "2026-11-25")]);
  // The first one goes on, and its result comes late: still judged by nothing.
  await record(desk("2026-11-25"), [dossierOf("A", TODAY, "2026-11-24", "2026-11-25T09:00")]);
  expect(await outcomesOf(communeId)).toEqual([["B", library]]);
  expect(await audited(leader(provinceId))).toEqual(["yardstick.apply"]);
  expect(await audited(desk(TODAY))).toEqual([]);
});

it("judges once by a yardstick that both the town and the province apply", async () => {
  const { provinceId, townId, communeId, leader } = await province();
  await applyYardstick(leader(provinceId), { versionId: library, from: "2026-11-24", basis });
  await applyYardstick(leader(townId), { versionId: library, from: "2026-11-24", basis });
  const desk = ctxOf(database, communeId, ["desk-officer"], "2026-11-24");
  await record(desk, [dossierOf("C", "2026-11-24", "2026-11-25")]);
  expect(await outcomesOf(communeId)).toEqual([["C", library]]);
  const { applications } = await listYardsticks(leader(townId));
  expect(applications.map(({ own, units }) => [own, units]).sort()).toEqual([
    [false, 1],
    [true, 1],
  ]);
});

it("a newer version ends the one before the day before; withdrawing it lets that one go on", async () => {
  const { provinceId, leader } = await province();
  const ctx = leader(provinceId);
  const [first, second] = await ownVersions(ctx, TODAY, "2026-12-01");
  const old = await applyYardstick(ctx, { versionId: first!, from: "2026-11-24", basis });
  const later = leader(provinceId, "2026-11-30");
  const next = await applyYardstick(later, { versionId: second!, from: "2027-01-01", basis });
  expect(next.ended).toBe(old.applicationId);
  const shown = async () =>
    (await listYardsticks(later)).applications.map(({ version, state, from, lastDay }) => [
      version,
      state,
      from,
      lastDay,
    ]);
  expect(await shown()).toEqual([
    [2, "coming", "2027-01-01", null],
    [1, "running", "2026-11-24", "2026-12-31"],
  ]);
  expect(await withdrawYardstick(later, next)).toEqual({ resumed: old.applicationId });
  expect(await shown()).toEqual([[1, "running", "2026-11-24", null]]);
  expect((await audited(ctx)).filter((action) => action.startsWith("yardstick."))).toEqual([
    "yardstick.apply",
    "yardstick.apply",
    "yardstick.withdraw",
  ]);
});

it("refuses days that are judged, what is no yardstick in force, and two of one at a time", async () => {
  const { provinceId, leader } = await province();
  const ctx = leader(provinceId);
  const [first, second] = await ownVersions(ctx, TODAY, "2026-12-01");
  const from = "2026-11-24";
  const apply = (versionId: string, day: string) => applyYardstick(ctx, { versionId, from: day, basis });
  const past = { code: "INVALID", key: "yardstick.past", details: { next: "24/11/2026" } };
  await expect(apply(first!, TODAY)).rejects.toMatchObject(past);
  await expect(apply(first!, "2024-01-01")).rejects.toMatchObject(past);
  await expect(apply(second!, from)).rejects.toMatchObject({ key: "yardstick.notInForce" });
  const [model] = await database.root<{ id: string }[]>`
    select v.id from model m join model_version v on v.model_id = m.id where m.slug = 'dong-thanh-2024'`;
  await expect(apply(model!.id, from)).rejects.toMatchObject({ key: "yardstick.notApplicable" });
  const stranger = await province();
  const [foreign] = await ownVersions(leader(stranger.provinceId), TODAY);
  await expect(apply(foreign!, from)).rejects.toMatchObject({ code: "NOT_FOUND" });

  await apply(first!, "2026-12-10");
  await expect(apply(first!, "2026-12-20")).rejects.toMatchObject({ key: "yardstick.already" });
  await expect(apply(second!, "2026-12-05")).rejects.toMatchObject({
    code: "CONFLICT",
    key: "yardstick.overlap",
    details: { from: "10/12/2026" },
  });
  await database.root`update unit set valid_to = '2026-07-01' where id = ${provinceId}`;
  await expect(apply(library, from)).rejects.toMatchObject({ key: "unit.ended" });
  expect((await listYardsticks(ctx)).applications).toHaveLength(1);
});

it("ends with a day that is not judged yet, which can be moved until it is over", async () => {
  const { provinceId, leader } = await province();
  const ctx = leader(provinceId);
  const [first, second] = await ownVersions(ctx, TODAY, "2026-12-01");
  const { applicationId } = await applyYardstick(ctx, { versionId: first!, from: "2026-11-24", basis });
  const end = (day: string, lastDay: string) => endYardstick(leader(provinceId, day), { applicationId, lastDay });
  await expect(end(TODAY, "2026-12-31")).rejects.toMatchObject({ key: "yardstick.notBegun" });
  await expect(end("2026-12-10", "2026-12-09")).rejects.toMatchObject({ key: "yardstick.endPast" });
  expect(await end("2026-12-10", "2026-12-31")).toEqual({ lastDay: "2026-12-31" });
  await end("2026-12-11", "2027-01-31");
  await applyYardstick(leader(provinceId, "2026-12-11"), { versionId: second!, from: "2027-01-15", basis });
  await expect(end("2026-12-12", "2027-01-15")).rejects.toMatchObject({
    key: "yardstick.endLater",
    details: { from: "15/01/2027" },
  });
  await end("2026-12-12", "2026-12-12");
  await expect(end("2026-12-13", "2026-12-13")).rejects.toMatchObject({ key: "yardstick.over" });
  const begun = { code: "CONFLICT", key: "yardstick.begun" };
  await expect(withdrawYardstick(leader(provinceId, "2026-12-13"), { applicationId })).rejects.toMatchObject(begun);
  expect((await audited(ctx)).filter((action) => action === "yardstick.end")).toHaveLength(3);
});

it("whatever leaders do, no outcome is added to or taken from what was received before", async () => {
  let state = 20_261_122;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const counts = { done: 0, refused: 0 };
  for (let round = 0; round < 4; round++) {
    const { provinceId, townId, communeId, leader } = await province();
    const versions = [...(await ownVersions(leader(provinceId), TODAY, "2026-11-26")), library];
    const judgedBy = new Map<string, string>();
    let last = new Date(0);
    /** By which versions a dossier was judged on the last day it was recorded. */
    const judges = async (code: string) => {
      const rows = await database.root<{ version: string }[]>`
        select o.version_id as version from dossier d
        join dossier_outcome o on o.unit_id = d.unit_id and o.dossier_id = d.id
        where d.unit_id = ${communeId} and d.external_code = ${code}
          and o.judged_at = ${last}
        order by 1`;
      return rows.map(({ version }) => version).join();
    };
    for (let n = 0; n < 10; n++) {
      const today = shiftDay(TODAY, n);
      const desk = ctxOf(database, communeId, ["desk-officer"], today);
      // Everything that came before goes on as well, so that all of it is judged again.
      const older = [...judgedBy.keys()].map((code) =>
        dossierOf(code, code, shiftDay(code, 1), `${today}T09:${String(n).padStart(2, "0")}`),
      );
      last = desk.now;
      await record(desk, [...older, dossierOf(today, today, shiftDay(today, 1))]);
      judgedBy.set(today, await judges(today));
      for (let act = 0; act < 3; act++) {
        const ctx = leader(random(4) === 0 ? townId : provinceId, today);
        const own = (await listYardsticks(ctx)).applications;
        const applicationId = own[random(own.length || 1)]?.id ?? crypto.randomUUID();
        const day = shiftDay(today, random(5) - 1);
        const acts = [
          () => applyYardstick(ctx, { versionId: versions[random(3)]!, from: day, basis }),
          () => endYardstick(ctx, { applicationId, lastDay: day }),
          () => withdrawYardstick(ctx, { applicationId }),
        ];
        await acts[random(3)]!().then(
          () => counts.done++,
          (error: unknown) => {
            if (!(error instanceof AppError)) throw error;
            counts.refused++;
          },
        );
      }
    }
    for (const [code, before] of judgedBy) expect([code, await judges(code)]).toEqual([code, before]);
  }
  expect(counts.done).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(20);
});

it("shows a unit that has ended what held until its last day, with the units of that day", async () => {
  const { provinceId, communeId, leader } = await province();
  await applyYardstick(leader(provinceId), { versionId: library, from: "2026-11-24", basis });
  await database.root`update unit set valid_to = '2027-01-01' where id in (${provinceId}, ${communeId})`;
  await database.root`update unit_ancestors set valid_to = '2027-01-01' where descendant_id = ${communeId}`;
  const { applications, unitsBelow } = await listYardsticks(leader(provinceId, "2027-02-01"));
  expect(applications).toMatchObject([{ state: "over", lastDay: "2026-12-31", units: 1 }]);
  expect(unitsBelow).toBe(0);
});

it("is for the leader of the unit alone; others read, strangers see nothing", async () => {
  const { provinceId, townId, leader } = await province();
  const { applicationId } = await applyYardstick(leader(provinceId), { versionId: library, from: "2026-11-24", basis });
  const officer = ctxOf(database, provinceId, ["oversight-officer"]);
  const forbidden = { code: "FORBIDDEN" };
  await expect(applyYardstick(officer, { versionId: library, from: "2027-01-01", basis })).rejects.toMatchObject(
    forbidden,
  );
  await expect(endYardstick(officer, { applicationId, lastDay: TODAY })).rejects.toMatchObject(forbidden);
  await expect(withdrawYardstick(officer, { applicationId })).rejects.toMatchObject(forbidden);
  expect(await listYardsticks(officer)).toMatchObject({ mayApply: false, unitsBelow: 1 });
  const elsewhere = { ...leader(townId), unitId: provinceId };
  await expect(applyYardstick(elsewhere, { versionId: library, from: "2027-01-01", basis })).rejects.toMatchObject(
    forbidden,
  );
  await expect(listYardsticks(elsewhere)).rejects.toMatchObject(forbidden);
  // The town below sees it and cannot take it back; a stranger's list is empty.
  const missing = { code: "NOT_FOUND", key: "yardstick.notFound" };
  await expect(withdrawYardstick(leader(townId), { applicationId })).rejects.toMatchObject(missing);
  await expect(endYardstick(leader(townId), { applicationId, lastDay: TODAY })).rejects.toMatchObject(missing);
  const stranger = await province();
  expect((await listYardsticks(leader(stranger.provinceId))).applications).toEqual([]);
  const [kept] = await database.root`select valid_to from yardstick_application where id = ${applicationId}`;
  expect(kept).toEqual({ valid_to: null });
});
