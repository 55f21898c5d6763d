import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { type ListDossiers, listDossiers } from "@gandan/model/dossier/list-dossiers";
import { type ModelSource, modelSource } from "@gandan/model/model/model-schema";
import { loadJudge } from "../outcome/load-judge";
import { type DossierIntake, recordDossiers } from "./record-dossiers";

export const COPY = "2.000815";
export const BIRTH = "1.001193";

/** The unit's own model in these tests. */
export const ownModel = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: {
    "dung-hen": { kind: "dossier.on-time", title: "Không trễ hẹn", clause: "Mục II.1" },
    "bo-sung": { kind: "dossier.max-supplements", max: 1 },
  },
  scorecard: {
    min_n: 1,
    lines: [
      { id: "diem-dung-hen", title: "Đúng hẹn", points: 60, measured_by: ["dung-hen"] },
      { id: "diem-bo-sung", title: "Bổ sung một lần", points: 40, measured_by: ["bo-sung"] },
    ],
  },
});

/** What the unit above applies to all below it. */
export const yardstick = modelSource.parse({
  schema: 1,
  id: "thuoc-do",
  type: "yardstick",
  title: "Thước đo của tỉnh",
  rules: { "dung-hen-lai": { kind: "dossier.on-time", against: "promised" } },
  scorecard: { min_n: 1, lines: [{ id: "diem", title: "Đúng hẹn", points: 100, measured_by: ["dung-hen-lai"] }] },
});

/** National calendar and two procedures. */
export async function fillProcedures({ root }: TestDatabase): Promise<void> {
  await root`insert into calendar_layer (title, source) values ('Cả nước', ${vietNamCalendar as never}::jsonb)`;
  await root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence) values
      (${COPY}, '2020-01-01', 'Chứng thực bản sao', 'certification', '3 working-days', 'high'),
      (${BIRTH}, '2020-01-01', 'Đăng ký khai sinh', 'birth', 'same-day', 'high')`;
}

async function publish({ root }: TestDatabase, unitId: string, source: ModelSource, from: string) {
  const [modelId, versionId] = [crypto.randomUUID(), crypto.randomUUID()];
  await root`
    insert into model (unit_id, id, slug, type, title)
    values (${unitId}, ${modelId}, ${`m-${modelId}`}, ${source.type}, ${source.title})`;
  await root`
    insert into model_version
      (unit_id, id, model_id, version, state, source, yaml, checksum, dossier_rule_ids, effective_from)
    values (${unitId}, ${versionId}, ${modelId}, 1, 'published', ${source as never}::jsonb, '', '',
      ${Object.keys(source.rules)}, ${from})`;
  return { modelId, versionId };
}

/** Lets a unit run a model of its own from a day up to, not including, another; gives the version. */
export async function adoptOwn(
  database: TestDatabase,
  unitId: string,
  from = "2026-01-01",
  to: string | null = null,
  source = ownModel,
) {
  const { modelId, versionId } = await publish(database, unitId, source, from);
  await database.root`
    insert into adoption (unit_id, model_unit_id, model_id, valid_from, valid_to)
    values (${unitId}, ${unitId}, ${modelId}, ${from}, ${to})`;
  return versionId;
}

/** A province that applies {@link yardstick} from a day on, and the version. */
export async function provinceWithYardstick(database: TestDatabase, from = "2026-01-01") {
  const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
  const { versionId } = await publish(database, provinceId, yardstick, from);
  await database.root`
    insert into yardstick_application (unit_id, model_unit_id, version_id, valid_from)
    values (${provinceId}, ${provinceId}, ${versionId}, ${from})`;
  return { provinceId, versionId };
}

/** A moment on the clock of Viet Nam, "2026-11-20T09:50". */
export const moment = (time: string) => new Date(`${time}:00+07:00`);

/** A person of no particular name acting at a moment. */
export function actingAt(
  database: TestDatabase,
  unitId: string,
  time: string,
  roles: readonly Role[] = ["desk-officer"],
): UnitCtx {
  return {
    db: { app: database.app, oversight: database.oversight },
    actor: { staffId: crypto.randomUUID(), name: "Lê Văn L", roles: roles.map((role) => ({ unitId, role })) },
    unitId,
    now: moment(time),
    language: "vi",
  };
}

export const happened = (time: string, fact: DossierFact): DossierEvent => ({
  at: moment(time).toISOString(),
  recordedAt: moment(time).toISOString(),
  fact,
});

/** A dossier received and accepted at once, with what happened afterwards. */
export function takenIn(
  externalCode: string,
  received: string,
  due: string,
  after: readonly DossierEvent[] = [],
  person: Partial<Omit<DossierIntake, "events">> & { procedure?: string } = {},
): DossierIntake {
  const { procedure = COPY, ...rest } = person;
  return {
    externalCode,
    ...rest,
    events: [
      happened(received, { type: "received", procedure, channel: "direct", flags: [] }),
      happened(received, { type: "accepted", dueAt: moment(due).toISOString() }),
      ...after,
    ],
  };
}

/** Records as the desk does, at the moment of the context. */
export function recordAll(ctx: UnitCtx, batch: readonly DossierIntake[]) {
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const judge = await loadJudge(sql, unitId, now);
    return recordDossiers(sql, { unitId, actor: ctx.actor.staffId, now, source: "desk" }, judge, batch);
  });
}

/** Filters as the address gives them. */
export const filters = (input: Record<string, unknown> = {}): ListDossiers => listDossiers.parse(input);

/** The unit's audit log, in order, seen from outside. */
export function auditLog(database: TestDatabase, unitId: string) {
  return database.root<{ action: string; actor: string; subject: string | null }[]>`
    select action, actor, subject from audit_log where unit_id = ${unitId} order by seq`;
}
