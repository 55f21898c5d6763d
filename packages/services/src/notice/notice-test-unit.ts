import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { actingAt, adoptOwn, moment } from "../dossier/dossier-test-unit";
import { issueNotices } from "./issue-notices";

/** A person of the unit with an account, acting at a moment. */
export async function addPerson(
  { root, app, oversight }: TestDatabase,
  unitId: string,
  name: string,
  role: Role,
): Promise<(time: string) => UnitCtx> {
  const signInName = `p-${crypto.randomUUID()}`;
  const [row] = await root<{ id: string }[]>`
    insert into staff (sign_in_name, name, password_hash) values (${signInName}, ${name}, 'x') returning id`;
  const staffId = row!.id;
  await root`
    insert into staff_role (staff_id, unit_id, role, valid_from) values (${staffId}, ${unitId}, ${role}, '2026-01-01')`;
  return (time) => ({
    db: { app, oversight },
    actor: { staffId, name, roles: [{ unitId, role }] },
    unitId,
    now: moment(time),
    language: "vi",
  });
}

/** A unit with its model, two officers, a chairman, and the desk that records on Thursday 12/11/2026. */
export async function remindedUnit(database: TestDatabase) {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const [lan, minh, chairman] = await Promise.all([
    addPerson(database, unitId, "Lê Thị Lan", "desk-officer"),
    addPerson(database, unitId, "Trần Văn Minh", "model-keeper"),
    addPerson(database, unitId, "Nguyễn Văn Chủ", "chairman"),
  ]);
  const desk = (time: string) => actingAt(database, unitId, time);
  const scope = { db: { app: database.app }, unitId };
  /** As the worker does it, until there is nothing left. */
  const tick = async (time: string) => {
    let looked = 0;
    for (let some = 1; some > 0; looked += some) some = await issueNotices(scope, moment(time));
    return looked;
  };
  /** What has been told, as "code kind 16/11 08:20", in order of time. */
  const told = async () => {
    const rows = await database.root<{ code: string; kind: string; at: Date; audience: string; over: boolean }[]>`
      select d.external_code as code, n.kind, n.at, n.audience, n.withdrawn_at is not null as over
      from notice n join dossier d on d.unit_id = n.unit_id and d.id = n.dossier_id
      where n.unit_id = ${unitId} order by n.at, d.external_code, n.kind`;
    return rows.map(({ code, kind, at, audience, over }) => {
      const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
      return `${code} ${kind} ${local.slice(8, 10)}/${local.slice(5, 7)} ${local.slice(11, 16)} ${audience}${over ? " over" : ""}`;
    });
  };
  return { unitId, scope, desk, lan, minh, chairman, tick, told };
}
