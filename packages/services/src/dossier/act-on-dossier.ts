import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { type DeskDeed, factOf, needsChairman, possibleDeeds } from "@gandan/model/dossier/desk-deed";
import type { ActOnDossier } from "@gandan/model/dossier/desk-inputs";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import type { Judge } from "../outcome/judge";
import { loadJudge } from "../outcome/load-judge";
import { statedDue, timeOfDeed } from "./desk-time";
import { lockRecording } from "./lock-recording";
import { recordDossiers } from "./record-dossiers";

interface Known {
  externalCode: string;
  receivedOn: string;
  procedure: string;
  lastSeq: number;
  events: { at: string; recordedAt: string; fact: DossierFact }[];
}

async function lockDossier(sql: TransactionSql, unitId: string, dossierId: string): Promise<Known> {
  await lockRecording(sql, unitId);
  const [row] = await sql<Known[]>`
    select d.external_code as "externalCode", d.received_on as "receivedOn", d.procedure_code as procedure,
      d.last_seq as "lastSeq",
      (select jsonb_agg(jsonb_build_object('at', e.at, 'recordedAt', e.recorded_at, 'fact', e.fact) order by e.seq)
        from dossier_event e where e.unit_id = d.unit_id and e.dossier_id = d.id) as events
    from dossier d where d.unit_id = ${unitId} and d.id = ${dossierId}`;
  if (!row) throw new AppError("NOT_FOUND", "dossier.notFound");
  return row;
}

/** The appointment by the term of the procedure as it stood on the day of receipt, counted from the acceptance. */
function appointmentOf(judge: Judge, known: Known, deed: DeskDeed, at: Date): string | undefined {
  if (deed.type !== "accept") return undefined;
  const term = judge.termOn(known.procedure, known.receivedOn);
  return term && toInstant(judge.calendar.dueAt(toLocalMinute(at), term)).toISOString();
}

/**
 * Does one deed with a dossier: its conditions are checked again on what the server knows, and it becomes an event with
 * who and when, the outcomes and the audit in one transaction. The same deed sent twice, or a deed on a page that somebody
 * has overtaken, is refused with what has changed; nothing is lost.
 * @throws AppError FORBIDDEN, FORBIDDEN dossier.needsChairman; NOT_FOUND dossier.notFound; CONFLICT dossier.changed,
 * dossier.notPossible; INVALID unit.ended, procedure.noTerm, dossier.duePast, dossier.dueFar, dossier.eventFuture, dossier.longAgo,
 * dossier.eventBefore
 */
export async function actOnDossier(ctx: UnitCtx, input: ActOnDossier): Promise<{ seen: number }> {
  authorize(ctx, "dossier:act");
  const { deed, dossierId } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId, now } = ctx;
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const known = await lockDossier(sql, unitId, dossierId);
    if (known.lastSeq !== input.seen) throw new AppError("CONFLICT", "dossier.changed");
    const judge = await loadJudge(sql, unitId, now);
    const facts = judge.fold(known.events);
    if (!possibleDeeds(facts).includes(deed.type)) throw new AppError("CONFLICT", "dossier.notPossible");
    if (needsChairman(deed.type, facts) && !mayDo(ctx, "dossier:overrule")) {
      throw new AppError("FORBIDDEN", "dossier.needsChairman");
    }
    const last = new Date(Math.max(...known.events.map((event) => Date.parse(event.at))));
    const at = timeOfDeed(input.at, now, last);
    if (deed.type === "accept" && deed.dueAt !== undefined) statedDue(deed.dueAt, at);
    const fact = factOf(deed, appointmentOf(judge, known, deed, at));
    const event: DossierEvent = { at: at.toISOString(), recordedAt: now.toISOString(), fact };
    const actor = ctx.actor.staffId;
    await recordDossiers(sql, { unitId, actor, now, source: "desk" }, judge, [
      { externalCode: known.externalCode, events: [event] },
    ]);
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: `dossier.${deed.type}`,
      subject: dossierId,
      details: input.at === undefined ? {} : { stated: event.at },
    });
    return { seen: known.lastSeq + 1 };
  });
}
