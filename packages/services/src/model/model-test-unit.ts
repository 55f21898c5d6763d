import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { type DossierIntake, recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { installLibrary } from "./install-library";

const STAFF = "00000000-0000-7000-8000-0000000000aa";

/** Calendar, two procedures and the library: what every test of models stands on. */
export async function fillCatalogues(database: TestDatabase): Promise<void> {
  await database.root`
    insert into calendar_layer (title, source) values ('Cả nước', ${vietNamCalendar as never}::jsonb)`;
  await database.root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence) values
      ('2.000815', '2020-01-01', 'Chứng thực bản sao', 'certification', '1 working-days', 'high'),
      ('1.001193', '2020-01-01', 'Đăng ký khai sinh', 'birth', 'same-day', 'high')`;
  await installLibrary(database, new Date("2026-11-01T00:00:00Z"));
}

/** A commune under a unit of its own, and a person with `roles` in it. `now` is noon in Viet Nam on 23/11/2026, a Monday. */
export async function unitWith(database: TestDatabase, roles: readonly Role[] = ["model-keeper"], parentId?: string) {
  const unitId = await newUnit(database.owner, parentId ? { parentId } : {});
  return ctxOf(database, unitId, roles);
}

export function ctxOf(database: TestDatabase, unitId: string, roles: readonly Role[], day = "2026-11-23"): UnitCtx {
  return {
    db: { app: database.app, oversight: database.oversight },
    actor: { staffId: STAFF, name: "Lê Văn L", roles: roles.map((role) => ({ unitId, role })) },
    unitId,
    now: new Date(`${day}T12:00:00+07:00`),
    language: "vi",
  };
}

const at = (time: string) => new Date(`${time}:00+07:00`).toISOString();
const event = (time: string, fact: DossierEvent["fact"]): DossierEvent => ({
  at: at(time),
  recordedAt: at(time),
  fact,
});

/** Received on a day at 08:00, due the next day at 08:00; finished and closed when told. */
export function dossierOf(code: string, day: string, due: string, finished?: string): DossierIntake {
  return {
    externalCode: code,
    events: [
      event(`${day}T08:00`, { type: "received", procedure: "2.000815", channel: "direct", flags: [] }),
      event(`${day}T08:00`, { type: "accepted", dueAt: at(`${due}T08:00`) }),
      ...(finished ? [event(finished, { type: "finished" })] : []),
    ],
  };
}

/** Records dossiers as the desk does, judged by what is in force. */
export function record(ctx: UnitCtx, batch: readonly DossierIntake[], now = ctx.now) {
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const judge = await loadJudge(sql, unitId, now);
    return recordDossiers(sql, { unitId, actor: "test", now, source: "desk" }, judge, batch);
  });
}

/** Actions in the unit's audit log, in order. */
export async function audited(ctx: UnitCtx): Promise<string[]> {
  const rows = await inUnit(
    ctx,
    (_tx, sql) => sql<{ action: string }[]>`
    select action from audit_log where unit_id = ${ctx.unitId} order by seq`,
  );
  return rows.map(({ action }) => action);
}
