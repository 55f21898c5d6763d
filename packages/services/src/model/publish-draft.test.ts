import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAdoption } from "../adoption/read-adoption";
import { rejudgeDue } from "../outcome/rejudge-due";
import { createDraft } from "./create-draft";
import { editDraft } from "./edit-draft";
import { audited, ctxOf, dossierOf, fillCatalogues, record, unitWith } from "./model-test-unit";
import { publishDraft } from "./publish-draft";
import { readDraft } from "./read-draft";
import { lastQuarter, replayDraft } from "./replay-draft";

let database: TestDatabase;
let libraryId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
  const [row] = await database.root<{ id: string }[]>`
    select id from model where unit_id = ${OPERATOR_UNIT_ID} and slug = 'dong-thanh-2024'`;
  libraryId = row!.id;
});
afterAll(() => database.drop());

type Ctx = Awaited<ReturnType<typeof unitWith>>;

/** The unit's model as a draft, with `max` supplements allowed so that versions differ. */
async function draft(ctx: Ctx, modelId: string | undefined, max: number) {
  const made = await createDraft(ctx, { modelId: modelId ?? libraryId });
  const { checksum } = await readDraft(ctx, { modelId: made.modelId });
  const edit = { change: "parameters", rule: "bo-sung-mot-lan", values: { max } } as const;
  const saved = await editDraft(ctx, { versionId: made.versionId, checksum, edit });
  return { ...made, checksum: saved.checksum };
}

async function publish(ctx: Ctx, modelId: string | undefined, max: number, effectiveFrom: string) {
  const { versionId, checksum } = await draft(ctx, modelId, max);
  return publishDraft(ctx, { versionId, checksum, effectiveFrom });
}

describe("publishDraft", () => {
  it("puts the version in force, adopts the model and is audited", async () => {
    const ctx = await unitWith(database, ["model-keeper"]);
    const { versionId, checksum, modelId } = await draft(ctx, undefined, 0);
    const registrations = [{ code: "2.000815", mode: "same-day" } as const];
    const basis = "Kế hoạch số 12/KH-UBND";
    const published = await publishDraft(ctx, {
      versionId,
      checksum,
      effectiveFrom: "2026-11-24",
      basis,
      registrations,
    });
    expect(published).toEqual({ modelId, versionId, version: 1, effectiveFrom: "2026-11-24" });
    const [row] = await database.root`
      select state, dossier_rule_ids as rules, source -> 'effective' as effective from model_version where id = ${versionId}`;
    expect(row).toMatchObject({ state: "published", effective: { from: "2026-11-24" } });
    expect(row?.rules).toContain("dung-hen");
    const adoption = await readAdoption(ctx);
    expect(adoption.current).toBeNull();
    expect(adoption.next).toMatchObject({ modelId, basis, from: "2026-11-24", registrations });
    expect(await audited(ctx)).toEqual(["model.draft", "model.edit", "model.publish"]);
    await expect(publishDraft(ctx, { versionId, checksum, effectiveFrom: "2026-11-25" })).rejects.toMatchObject({
      code: "CONFLICT",
      key: "model.alreadyPublished",
    });
  });

  it("lets one of two win who publish the same draft at once", async () => {
    const ctx = await unitWith(database, ["model-keeper"]);
    const { versionId, checksum } = await draft(ctx, undefined, 0);
    const results = await Promise.allSettled(
      ["2026-11-23", "2026-11-24"].map((effectiveFrom) => publishDraft(ctx, { versionId, checksum, effectiveFrom })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((one) => one.status === "rejected");
    expect(lost).toMatchObject({ reason: { code: "CONFLICT" } });
    expect((await audited(ctx)).filter((action) => action === "model.publish")).toHaveLength(1);
  });

  it("takes a past day only while no dossier since is judged by another own version", async () => {
    const ctx = await unitWith(database, ["model-keeper"]);
    const first = await publish(ctx, undefined, 1, "2026-10-01");
    await record(ctx, [dossierOf("P-1", "2026-11-02", "2026-11-03", "2026-11-02T15:00")]);
    const { versionId, checksum } = await draft(ctx, first.modelId, 0);
    const at = (effectiveFrom: string) => publishDraft(ctx, { versionId, checksum, effectiveFrom });
    await expect(at("2026-11-02")).rejects.toMatchObject({
      code: "INVALID",
      key: "adoption.judged",
      details: { next: "03/11/2026" },
    });
    expect(await at("2026-11-03")).toMatchObject({ version: 2 });
  });

  it("refuses a day before another version that is to come", async () => {
    const ctx = await unitWith(database, ["model-keeper"]);
    const first = await publish(ctx, undefined, 1, "2026-12-01");
    await expect(publish(ctx, first.modelId, 0, "2026-11-25")).rejects.toMatchObject({
      code: "CONFLICT",
      key: "model.effectiveOverlap",
      details: { date: "01/12/2026" },
    });
  });
});

describe("a version that is published", () => {
  /** A small generator of numbers that is the same on every machine. */
  function random(seed: number) {
    let state = seed;
    return (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }
  const dayIn = (n: number) => new Date(Date.UTC(2026, 7, 3 + n)).toISOString().slice(0, 10);
  const noon = (n: number) => new Date(`${dayIn(n)}T12:00:00+07:00`);

  /** Outcomes that no longer wait for anything, by dossier and version. */
  async function decided(ctx: Ctx): Promise<Map<string, string>> {
    const rows = await database.root<{ key: string; bits: string }[]>`
      select dossier_id || ' ' || version_id as key, bits::text from dossier_outcome
      where unit_id = ${ctx.unitId} and not pending`;
    return new Map(rows.map(({ key, bits }) => [key, bits]));
  }

  it.each([1, 2, 3, 4, 5, 6])("never changes an outcome already judged (sequence %i)", async (seed) => {
    const next = random(seed);
    const { unitId } = await unitWith(database);
    const on = (n: number) => ({ ...ctxOf(database, unitId, ["model-keeper"]), now: noon(n) });
    const first = await publish(on(0), undefined, 1, dayIn(0));
    const pinned = new Map<string, string>();
    let count = 0;
    let versions = 1;
    for (let n = 0; n < 24; n++) {
      const ctx = on(n);
      const before = await decided(ctx);
      const act = next(4);
      if (act === 0) {
        const from = dayIn(n - 3 + next(6));
        const tried = await publish(ctx, first.modelId, next(3), from).then(
          () => true,
          () => false,
        );
        if (tried) versions++;
      } else if (act === 1) {
        await rejudgeDue(ctx, ctx.now);
      } else {
        const batch = Array.from({ length: 1 + next(3) }, () => {
          const received = Math.max(0, n - next(5));
          const finished = next(3) === 0 ? undefined : `${dayIn(Math.min(n, received + next(4)))}T11:00`;
          return dossierOf(`S-${seed}-${count++}`, dayIn(received), dayIn(received + 1), finished);
        });
        await record(ctx, batch, ctx.now);
      }
      const after = await decided(ctx);
      for (const [key, bits] of before) expect(after.get(key), key).toBe(bits);
      const owns = await database.root<{ id: string; version: string }[]>`
        select id, own_version_id as version from dossier where unit_id = ${unitId}`;
      for (const { id, version } of owns) expect(pinned.get(id) ?? version).toBe(version);
      for (const { id, version } of owns) pinned.set(id, version);
    }
    expect(pinned.size).toBeGreaterThan(5);
    expect(versions).toBeGreaterThan(1);
  });
});

describe("replayDraft", () => {
  it("counts the unit's own dossiers of the last quarter under both versions", async () => {
    const ctx = await unitWith(database, ["model-keeper"]);
    const first = await publish(ctx, undefined, 1, "2026-06-01");
    await record(ctx, [
      dossierOf("R-1", "2026-07-06", "2026-07-07", "2026-07-06T15:00"),
      dossierOf("R-2", "2026-08-03", "2026-08-04", "2026-08-07T09:00"),
      dossierOf("R-3", "2026-10-05", "2026-10-06", "2026-10-05T15:00"),
    ]);
    const made = await createDraft(ctx, { modelId: first.modelId });
    const { checksum } = await readDraft(ctx, { modelId: first.modelId });
    const edit = { change: "parameters", rule: "dung-hen", values: { against: "promised" } } as const;
    await editDraft(ctx, { versionId: made.versionId, checksum, edit });
    const replay = await replayDraft(ctx, { versionId: made.versionId });
    expect(replay).toMatchObject({ from: "2026-07-01", to: "2026-09-30", dossiers: 2, baseVersion: 1, changed: 0 });
    const rule = replay.rules.find(({ id }) => id === "dung-hen");
    expect(rule?.before).toEqual({ met: 1, missed: 1, pending: 0, notApplicable: 0 });
    expect(rule?.after).toEqual(rule?.before);
    const wider = await replayDraft(ctx, { versionId: made.versionId, from: "2026-07-01", to: "2026-10-31" });
    expect(wider.dossiers).toBe(3);
    const other = await unitWith(database, ["model-keeper"]);
    await expect(replayDraft(other, { versionId: made.versionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stranger = ctxOf(database, ctx.unitId, []);
    await expect(replayDraft(stranger, { versionId: made.versionId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it.each([
    ["2026-01-15", "2025-10-01", "2025-12-31"],
    ["2026-05-31", "2026-01-01", "2026-03-31"],
    ["2026-11-23", "2026-07-01", "2026-09-30"],
  ])("the quarter before %s is %s to %s", (day, from, to) => {
    expect(lastQuarter(day)).toEqual({ from, to });
  });
});
