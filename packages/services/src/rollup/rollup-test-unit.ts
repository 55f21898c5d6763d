import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { modelSource } from "@gandan/model/model/model-schema";
import { type DossierIntake, recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";

const source = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: { "dung-hen": { kind: "dossier.on-time" }, "bo-sung": { kind: "dossier.max-supplements", max: 1 } },
  scorecard: { lines: [{ id: "dung-hen-diem", title: "Đúng hẹn", points: 100, measured_by: ["dung-hen"] }] },
});

/** A unit of its own that runs a model of two rules from the first day of 2026, with calendar and procedure. */
export async function unitWithModel({ owner, root, app }: TestDatabase): Promise<UnitScope> {
  await root`
    insert into calendar_layer (title, source)
    select 'Cả nước', ${vietNamCalendar as never}::jsonb where not exists (select from calendar_layer)`;
  await root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence)
    values ('2.000815', '2020-01-01', 'Chứng thực bản sao', 'certification', '1 working-days', 'high')
    on conflict do nothing`;
  const unitId = await newUnit(owner);
  const modelId = crypto.randomUUID();
  await root`insert into model (unit_id, id, slug, type, title) values (${unitId}, ${modelId}, 'thu', 'model', 'Thử')`;
  await root`
    insert into model_version (unit_id, model_id, version, state, source, yaml, checksum, dossier_rule_ids, effective_from)
    values (${unitId}, ${modelId}, 1, 'published', ${source as never}::jsonb, '', '', '{dung-hen,bo-sung}', '2026-01-01')`;
  await root`
    insert into adoption (unit_id, model_unit_id, model_id, valid_from) values (${unitId}, ${unitId}, ${modelId}, '2026-01-01')`;
  return { db: { app }, unitId };
}

export const at = (text: string) => new Date(`${text}:00+07:00`).toISOString();
export const event = (time: string, fact: DossierEvent["fact"]): DossierEvent => ({
  at: at(time),
  recordedAt: at(time),
  fact,
});

/** Received at 08:00 on a day of March 2026, due the next day at 08:00, with what else happened. */
export function dossierOf(code: string, day: number, ...more: DossierEvent[]): DossierIntake {
  const on = (date: number) => `2026-03-${String(date).padStart(2, "0")}T08:00`;
  return {
    externalCode: code,
    events: [
      event(on(day), { type: "received", procedure: "2.000815", channel: "direct", flags: [] }),
      event(on(day), { type: "accepted", dueAt: at(on(day + 1)) }),
      ...more,
    ],
  };
}

/** Records as the desk does, in one transaction. */
export function record(scope: UnitScope, now: Date, batch: readonly DossierIntake[]) {
  return inUnit(scope, async (_tx, sql) => {
    const judge = await loadJudge(sql, scope.unitId, now);
    return recordDossiers(sql, { unitId: scope.unitId, actor: "test", now, source: "desk" }, judge, batch);
  });
}
