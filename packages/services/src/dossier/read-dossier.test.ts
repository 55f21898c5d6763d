import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  auditLog,
  fillProcedures,
  happened,
  moment,
  ownModel,
  provinceWithYardstick,
  recordAll,
  takenIn,
  yardstick,
} from "./dossier-test-unit";
import { readDossier, revealPhone } from "./read-dossier";

const NOW = "2026-11-20T09:50";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const intake = takenIn(
  "H-1",
  "2026-11-12T08:20",
  "2026-11-17T08:20",
  [
    happened("2026-11-13T10:00", { type: "supplement-requested", reason: "Thiếu bản chính" }),
    happened("2026-11-17T09:15", { type: "supplemented" }),
    happened("2026-11-18T16:10", { type: "reappointed", dueAt: moment("2026-11-20T17:00").toISOString() }),
    happened("2026-11-20T09:30", { type: "finished" }),
  ],
  { applicantName: "Lò Thị Mai", phone: "0912 345 678", officer: "Lò Thị D" },
);

/** A unit with a model under a province with a yardstick, a dossier, and its officer. */
async function unitWithDossier() {
  const { provinceId, versionId: yardstickId } = await provinceWithYardstick(database);
  const unitId = await newUnit(database.owner, { parentId: provinceId });
  const versionId = await adoptOwn(database, unitId);
  const ctx = actingAt(database, unitId, NOW);
  await recordAll(ctx, [intake]);
  const [row] = await database.root<{ id: string }[]>`select id from dossier where unit_id = ${unitId}`;
  return { ctx, provinceId, dossierId: row!.id, versionId, yardstickId };
}

describe("readDossier", () => {
  it("gives events latest first, the clock, and the judgement of the own model before that from above", async () => {
    const { ctx, dossierId, versionId, yardstickId } = await unitWithDossier();
    const view = await readDossier(ctx, { dossierId });
    expect(view.events.map(({ fact }) => fact.type)).toEqual([
      "finished",
      "reappointed",
      "supplemented",
      "supplement-requested",
      "accepted",
      "received",
    ]);
    expect(view.events[0]).toMatchObject({ source: "desk", at: moment("2026-11-20T09:30") });
    expect(view).toMatchObject({
      externalCode: "H-1",
      applicantName: "Lò Thị Mai",
      officer: "Lò Thị D",
      procedureName: "Chứng thực bản sao",
      term: "3 working-days",
      state: "finished",
      dueAt: moment("2026-11-19T07:35"),
      promisedAt: moment("2026-11-20T17:00"),
      clock: { usedMinutes: 1440, pausedMinutes: 915, overMinutes: 595 },
      office: { open: true, closesAt: moment("2026-11-20T17:00"), next: { day: "2026-11-23" } },
    });
    expect(
      view.judged.map((each) => [
        each.versionId,
        each.title,
        each.yardstick,
        each.rules.map(({ id, judgement }) => [id, judgement.outcome, judgement.reason.key]),
      ]),
    ).toEqual([
      [
        versionId,
        ownModel.title,
        false,
        [
          ["dung-hen", "missed", "dossier.late"],
          ["bo-sung", "met", "dossier.supplementsWithin"],
        ],
      ],
      [yardstickId, yardstick.title, true, [["dung-hen-lai", "met", "dossier.onTime"]]],
    ]);
    expect(view.judged[0]?.rules[0]).toMatchObject({
      title: "Không trễ hẹn",
      clause: "Mục II.1",
      judgement: { reason: { params: { lateMinutes: 595 } } },
    });
  });

  it("says the same as what was recorded", async () => {
    const { ctx, dossierId } = await unitWithDossier();
    const view = await readDossier(ctx, { dossierId });
    const codes = { "not-applicable": 0, met: 1, missed: 2, pending: 3 };
    const kept = await inUnit(
      ctx,
      (_tx, sql) => sql<{ versionId: string; bits: string }[]>`
        select version_id as "versionId", bits::text as bits from dossier_outcome where dossier_id = ${dossierId}`,
    );
    expect(kept).toHaveLength(2);
    for (const { versionId, bits } of kept) {
      const rules = view.judged.find((each) => each.versionId === versionId)!.rules;
      const packed = rules.map(({ judgement }, i) => BigInt(codes[judgement.outcome]) << BigInt(2 * i));
      expect(packed.reduce((sum, each) => sum | each, 0n).toString()).toBe(bits);
    }
  });

  it("keeps the phone number back until it is asked for, and logs each reading", async () => {
    const { ctx, dossierId } = await unitWithDossier();
    const view = await readDossier(ctx, { dossierId });
    expect(view.hasPhone).toBe(true);
    expect(JSON.stringify(view)).not.toContain("0912");
    expect(await revealPhone(ctx, { dossierId })).toEqual({ phone: "0912 345 678" });
    await readDossier(ctx, { dossierId });
    const by = { actor: ctx.actor.staffId, subject: dossierId };
    expect(await auditLog(database, ctx.unitId)).toEqual([
      { action: "dossier.read", ...by },
      { action: "dossier.reveal-phone", ...by },
      { action: "dossier.read", ...by },
    ]);
  });

  it("names the person behind an event", async () => {
    const { ctx, dossierId } = await unitWithDossier();
    expect((await readDossier(ctx, { dossierId })).events[0]?.actor).toBeNull();
    await database.root`
      insert into staff (id, sign_in_name, name, password_hash)
      values (${ctx.actor.staffId}, ${ctx.actor.staffId}, 'Lê Văn L', '')`;
    expect((await readDossier(ctx, { dossierId })).events[0]?.actor).toBe("Lê Văn L");
  });

  it("refuses roles without the right, and logs nothing", async () => {
    const { ctx, dossierId, provinceId } = await unitWithDossier();
    const above = actingAt(database, provinceId, NOW, ["oversight-leader"]);
    const refused = [
      actingAt(database, ctx.unitId, NOW, ["operator"]),
      actingAt(database, ctx.unitId, NOW, []),
      { ...above, unitId: ctx.unitId },
    ];
    for (const who of refused) {
      await expect(readDossier(who, { dossierId })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(revealPhone(who, { dossierId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await auditLog(database, ctx.unitId)).toEqual([]);
  });

  it("knows nothing of another unit's dossier", async () => {
    const { ctx, dossierId } = await unitWithDossier();
    const other = actingAt(database, await newUnit(database.owner), NOW);
    const missing = { code: "NOT_FOUND", key: "dossier.notFound" };
    await expect(readDossier(other, { dossierId })).rejects.toMatchObject(missing);
    await expect(revealPhone(other, { dossierId })).rejects.toMatchObject(missing);
    await expect(readDossier(ctx, { dossierId: crypto.randomUUID() })).rejects.toMatchObject(missing);
    expect(await auditLog(database, other.unitId)).toEqual([]);
    expect(await auditLog(database, ctx.unitId)).toEqual([]);
  });
});
