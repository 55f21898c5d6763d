import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { modelSource } from "@gandan/model/model/model-schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DossierIntake, recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { rejudgeDue } from "../outcome/rejudge-due";
import { foldRollups } from "./fold-rollups";
import { readIndicators } from "./read-indicators";
import { verifyRollups } from "./verify-rollups";

const source = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: { "dung-hen": { kind: "dossier.on-time" }, "bo-sung": { kind: "dossier.max-supplements", max: 1 } },
  scorecard: { lines: [{ id: "dung-hen-diem", title: "Đúng hẹn", points: 100, measured_by: ["dung-hen"] }] },
});

let database: TestDatabase;
let nextModel = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.root`
    insert into calendar_layer (title, source) values ('Cả nước', ${vietNamCalendar as never}::jsonb)`;
  await database.root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence)
    values ('2.000815', '2020-01-01', 'Chứng thực bản sao', 'certification', '1 working-days', 'high')`;
});
afterAll(() => database.drop());

/** A unit that runs `source` from the first day of 2026. */
async function unitWithModel() {
  const unitId = await newUnit(database.owner);
  const modelId = crypto.randomUUID();
  const versionId = crypto.randomUUID();
  const { root } = database;
  await root`insert into model (unit_id, id, slug, type, title) values (${unitId}, ${modelId}, ${`thu-${nextModel++}`}, 'model', 'Thử')`;
  await root`
    insert into model_version (unit_id, id, model_id, version, state, source, yaml, checksum, dossier_rule_ids, effective_from)
    values (${unitId}, ${versionId}, ${modelId}, 1, 'published', ${source as never}::jsonb, '', '', '{dung-hen,bo-sung}', '2026-01-01')`;
  await root`
    insert into adoption (unit_id, model_unit_id, model_id, valid_from) values (${unitId}, ${unitId}, ${modelId}, '2026-01-01')`;
  return { scope: { db: { app: database.app }, unitId }, versionId };
}

const at = (text: string) => new Date(`${text}:00+07:00`).toISOString();
const event = (time: string, fact: DossierEvent["fact"]): DossierEvent => ({
  at: at(time),
  recordedAt: at(time),
  fact,
});

/** Received on a day at 08:00, due the next working day at 08:00; finished when told. */
function dossier(code: string, day: string, due: string, finished?: string): DossierIntake {
  return {
    externalCode: code,
    events: [
      event(`${day}T08:00`, { type: "received", procedure: "2.000815", channel: "direct", flags: [] }),
      event(`${day}T08:00`, { type: "accepted", dueAt: at(`${due}T08:00`) }),
      ...(finished ? [event(finished, { type: "finished" })] : []),
    ],
  };
}

async function record(unit: Awaited<ReturnType<typeof unitWithModel>>, now: string, batch: DossierIntake[]) {
  const moment = new Date(at(now));
  return inUnit(unit.scope, async (_tx, sql) => {
    const judge = await loadJudge(sql, unit.scope.unitId, moment);
    return recordDossiers(sql, { unitId: unit.scope.unitId, actor: "test", now: moment, source: "desk" }, judge, batch);
  });
}

const sums = (unit: Awaited<ReturnType<typeof unitWithModel>>, from: string, to: string) =>
  inUnit(unit.scope, (_tx, sql) =>
    readIndicators(sql, {
      unitIds: [unit.scope.unitId],
      versions: [{ versionId: unit.versionId, ruleIds: Object.keys(source.rules) }],
      from,
      to,
    }),
  );

test("a recorded dossier is judged, folded and read back; a repeat changes nothing", async () => {
  const unit = await unitWithModel();
  const batch = [
    dossier("A-1", "2026-03-02", "2026-03-03", "2026-03-02T15:00"),
    dossier("A-2", "2026-03-02", "2026-03-03", "2026-03-04T09:00"),
    dossier("A-3", "2026-04-01", "2026-04-02"),
  ];
  expect(await record(unit, "2026-04-01T10:00", batch)).toEqual({ created: 3, changed: 0, unchanged: 0 });
  expect(await record(unit, "2026-04-01T10:05", batch)).toEqual({ created: 0, changed: 0, unchanged: 3 });
  expect(await foldRollups(unit.scope, new Date(at("2026-04-01T10:10")))).toEqual({ days: 2, busy: false });

  const [march] = await sums(unit, "2026-03-01", "2026-03-31");
  expect(march?.dossiers).toBe(2);
  expect(march?.tallies[0]).toEqual({ met: 1, missed: 1, pending: 0, notApplicable: 0 });
  const [edge] = await sums(unit, "2026-03-02", "2026-04-30");
  expect(edge?.dossiers).toBe(3);
  expect(edge?.tallies[0]?.pending).toBe(1);
  expect(await verifyRollups(unit.scope)).toEqual([]);
});

test("an open dossier that falls overdue is missed without anybody touching it", async () => {
  const unit = await unitWithModel();
  await record(unit, "2026-04-01T10:00", [dossier("B-1", "2026-04-01", "2026-04-02")]);
  expect(await rejudgeDue(unit.scope, new Date(at("2026-04-01T17:00")))).toBe(0);
  expect(await rejudgeDue(unit.scope, new Date(at("2026-04-02T08:01")))).toBe(1);
  await foldRollups(unit.scope, new Date(at("2026-04-02T08:02")));
  const [april] = await sums(unit, "2026-04-01", "2026-04-30");
  expect(april?.tallies[0]).toEqual({ met: 0, missed: 1, pending: 0, notApplicable: 0 });
  const reasons = await database.root`select rule_id, n from rollup_reason where unit_id = ${unit.scope.unitId}`;
  expect(reasons.map(({ rule_id, n }) => [rule_id, n])).toEqual([["dung-hen", 1]]);
  expect(await verifyRollups(unit.scope)).toEqual([]);
});

test("verify names a roll-up that was tampered with", async () => {
  const unit = await unitWithModel();
  await record(unit, "2026-05-04T10:00", [dossier("C-1", "2026-05-04", "2026-05-05")]);
  await foldRollups(unit.scope, new Date(at("2026-05-04T10:10")));
  await database.root`update rollup_day set dossiers = 7 where unit_id = ${unit.scope.unitId}`;
  const differences = await verifyRollups(unit.scope);
  expect(differences.map(({ grain, period }) => [grain, period])).toEqual([
    ["day", "2026-05-04"],
    ["month", "2026-05-01"],
  ]);
});

test("a new event on an old dossier is appended and judged by the version it had", async () => {
  const unit = await unitWithModel();
  await record(unit, "2026-06-01T10:00", [dossier("D-1", "2026-06-01", "2026-06-02")]);
  const again = await record(unit, "2026-06-02T10:00", [
    dossier("D-1", "2026-06-01", "2026-06-02", "2026-06-01T16:00"),
  ]);
  expect(again).toEqual({ created: 0, changed: 1, unchanged: 0 });
  const [row] = await database.root`
    select state, last_seq, own_version_id from dossier where unit_id = ${unit.scope.unitId}`;
  expect(row).toMatchObject({ state: "finished", last_seq: 3, own_version_id: unit.versionId });
  const seqs = await database.root`select seq from dossier_event where unit_id = ${unit.scope.unitId} order by seq`;
  expect(seqs.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});
