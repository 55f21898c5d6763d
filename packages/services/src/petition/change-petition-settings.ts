import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { nextStepOf } from "@gandan/model/petition/fold-petition";
import { type ChangePetitionSettings, petitionSettings } from "@gandan/model/petition/petition-inputs";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { readSetting, type UnitSetting, writeSetting } from "../settings/unit-setting";
import { localToday } from "../unit/local-today";
import { loadTerms } from "./fold-register";
import { nextRemindAt } from "./petition-reminder";

const AREA = "petition";

/**
 * What the unit has said about the terms of petitions.
 * @throws AppError FORBIDDEN
 */
export async function readPetitionSettings(ctx: UnitCtx): Promise<UnitSetting<{ remote: boolean }>> {
  authorize(ctx, "petition:open");
  return inUnit(ctx, (_tx, sql) => readSetting(sql, ctx.unitId, AREA, petitionSettings));
}

/**
 * Says whether the unit lies in a remote area that is hard to reach (Luật Khiếu nại 2011, Điều 28, 37), and gives open
 * petitions their new last days: by the lines of the register, for what is sealed stays so.
 * @throws AppError FORBIDDEN; CONFLICT settings.changed; INVALID unit.ended
 */
export async function changePetitionSettings(
  ctx: UnitCtx,
  { revision, remote }: ChangePetitionSettings,
): Promise<void> {
  authorize(ctx, "petition:name");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const seen = await readSetting(sql, unitId, AREA, petitionSettings);
    await writeSetting(sql, ctx, AREA, seen, { revision, value: { remote } });
    await renewDueDates(sql, unitId, now);
  });
}

interface Line {
  id: string;
  kind: PetitionKind;
  state: "received" | "passed-inside" | "accepted";
  instance: number;
  extensions: number;
  receivedAt: Date;
  acceptedAt: Date | null;
}

async function renewDueDates(sql: TransactionSql, unitId: string, now: Date): Promise<void> {
  const terms = await loadTerms(sql, unitId, now);
  const lines = await sql<Line[]>`
    select id, kind, state, instance, extensions, received_at as "receivedAt", accepted_at as "acceptedAt"
    from petition where unit_id = ${unitId} and resolved_at is null and ended_at is null for update`;
  const due = lines.map(({ id, receivedAt, acceptedAt, ...line }) => {
    const times = { receivedAt: toLocalMinute(receivedAt), acceptedAt: acceptedAt ? toLocalMinute(acceptedAt) : NEVER };
    const next = nextStepOf({ ...line, ...times }, { ...terms, instance: line.instance });
    const remindAt = next ? nextRemindAt(terms.calendar, next.dueAt, toLocalMinute(now)) : NEVER;
    return {
      id,
      due_at: next ? toInstant(next.dueAt) : null,
      next_remind_at: remindAt === NEVER ? null : toInstant(remindAt),
    };
  });
  await sql`
    update petition p set due_at = r.due_at, next_remind_at = r.next_remind_at
    from jsonb_populate_recordset(null::petition, ${JSON.stringify(due)}::jsonb) r
    where p.unit_id = ${unitId} and p.id = r.id`;
  await sql`
    update notice n set withdrawn_at = ${now} from petition p
    where n.unit_id = ${unitId} and n.area = 'petition' and n.withdrawn_at is null
      and p.unit_id = n.unit_id and p.id = n.subject_id and n.due_at is distinct from p.due_at`;
}
