import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import type { Term } from "@gandan/calendar/term";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { ReceiveDossier } from "@gandan/model/dossier/desk-inputs";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import type { Judge } from "../outcome/judge";
import { loadJudge } from "../outcome/load-judge";
import { statedDue, timeOfDeed } from "./desk-time";
import { lockRecording } from "./lock-recording";
import { recordDossiers } from "./record-dossiers";

export interface ReceivedDossier {
  dossierId: string;
  externalCode: string;
  /** The appointment; null for a dossier that is not complete yet. */
  dueAt: Date | null;
}

/** The dossier that a form sent before has made. */
async function findByKey(sql: TransactionSql, unitId: string, key: string): Promise<ReceivedDossier | undefined> {
  const [row] = await sql<ReceivedDossier[]>`
    select id as "dossierId", external_code as "externalCode", due_at as "dueAt" from dossier
    where unit_id = ${unitId} and receipt_key = ${key}`;
  return row;
}

/** The next code of the unit's own numbering, unit-YYMMDD-NNNN; gaps do no harm. The unit's recording is locked. */
async function nextCode(sql: TransactionSql, unitId: string, day: string): Promise<string> {
  const [unit] = await sql<{ code: string }[]>`
    select code from unit_name where unit_id = ${unitId} and valid_from <= ${day}::date
    order by valid_from desc limit 1`;
  const prefix = `${unit?.code ?? "0"}-${day.slice(2).replaceAll("-", "")}-`;
  const [last] = await sql<{ number: number }[]>`
    select coalesce(max(substr(external_code, ${prefix.length + 1})::int), 0) as number from dossier
    where unit_id = ${unitId} and starts_with(external_code, ${prefix})
      and substr(external_code, ${prefix.length + 1}) ~ '^[0-9]{1,9}$'`;
  return prefix + String((last?.number ?? 0) + 1).padStart(4, "0");
}

/** The appointment of a complete dossier: the one stated, or by the term of the procedure. */
function appointmentOf(judge: Judge, input: ReceiveDossier, at: Date, term: Term | undefined): Date {
  if (input.dueAt !== undefined) return statedDue(input.dueAt, at);
  if (!term) throw new AppError("INVALID", "procedure.noTerm", { code: input.procedure });
  return toInstant(judge.calendar.dueAt(toLocalMinute(at), term));
}

/**
 * Takes a dossier in at the desk, complete or not, in one transaction with its events, outcomes and audit. The same form
 * sent twice gives the same dossier. The term is that of the procedure on the day of receipt.
 * @throws AppError FORBIDDEN; INVALID unit.ended, procedure.notFound, procedure.noTerm, dossier.duePast, dossier.dueFar,
 * dossier.eventFuture, dossier.longAgo; CONFLICT dossier.exists
 */
export async function receiveDossier(ctx: UnitCtx, input: ReceiveDossier): Promise<ReceivedDossier> {
  authorize(ctx, "dossier:act");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId, now } = ctx;
    const at = timeOfDeed(input.at, now, null);
    const day = localDateOf(toLocalMinute(at));
    await refuseEnded(sql, unitId, day);
    await lockRecording(sql, unitId);
    const before = await findByKey(sql, unitId, input.key);
    if (before) return before;
    const judge = await loadJudge(sql, unitId, now);
    if (!judge.procedureOn(input.procedure, day))
      throw new AppError("INVALID", "procedure.notFound", { code: input.procedure });
    const term = judge.termOn(input.procedure, day);
    const dueAt = input.complete ? appointmentOf(judge, input, at, term) : null;

    const externalCode = input.externalCode ?? (await nextCode(sql, unitId, day));
    const [taken] = await sql`
      select 1 from dossier where unit_id = ${unitId} and external_code = ${externalCode}`;
    if (taken) throw new AppError("CONFLICT", "dossier.exists", { code: externalCode });

    const moment = { at: at.toISOString(), recordedAt: now.toISOString() };
    const { procedure, channel, papers } = input;
    const events: DossierEvent[] = [{ ...moment, fact: { type: "received", procedure, channel, flags: [], papers } }];
    if (dueAt) events.push({ ...moment, fact: { type: "accepted", dueAt: dueAt.toISOString() } });
    const actor = ctx.actor.staffId;
    const { applicantName, phone } = input;
    await recordDossiers(sql, { unitId, actor, now, source: "desk" }, judge, [
      { externalCode, applicantName, phone: phone ?? null, officer: ctx.actor.name, events },
    ]);
    const [row] = await sql<{ id: string }[]>`
      update dossier set receipt_key = ${input.key} where unit_id = ${unitId} and external_code = ${externalCode}
      returning id`;
    const dossierId = row!.id;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: "dossier.receive",
      subject: dossierId,
      details: { externalCode, procedure, complete: input.complete },
    });
    return { dossierId, externalCode, dueAt };
  });
}
