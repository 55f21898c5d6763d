import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { dayNumberOf, type LocalMinute, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { type DeskDeedType, needsChairman, possibleDeeds } from "@gandan/model/dossier/desk-deed";
import type { Channel, DossierFact } from "@gandan/model/dossier/dossier-event";
import { type DossierFacts, type DossierState, NEVER } from "@gandan/model/dossier/dossier-facts";
import type { DossierId } from "@gandan/model/dossier/list-dossiers";
import { AppError } from "@gandan/model/error/app-error";
import type { Judgement } from "@gandan/model/outcome/outcome";
import { explainRule } from "@gandan/model/score/explain";
import type { TransactionSql } from "postgres";
import { loadJudge } from "../outcome/load-judge";
import { type OfficeDay, officeDay } from "../unit/office-day";
import { clockOf, type DossierClock } from "./clock-segments";

export interface RecordedEvent {
  seq: number;
  at: Date;
  recordedAt: Date;
  /** Name of the person; null for a source that names none. */
  actor: string | null;
  source: "import" | "desk" | "demo";
  fact: DossierFact;
}

export interface JudgedRule {
  id: string;
  title: string;
  sentence: string;
  clause: string | null;
  judgement: Judgement;
}

export interface DossierView {
  id: string;
  externalCode: string;
  applicantName: string | null;
  hasPhone: boolean;
  officer: string | null;
  procedureCode: string;
  procedureName: string;
  procedureGroup: string;
  term: string | null;
  channel: Channel;
  state: DossierState;
  receivedAt: Date;
  dueAt: Date | null;
  promisedAt: Date | null;
  finishedAt: Date | null;
  handedOverAt: Date | null;
  closedAt: Date | null;
  apologyAt: Date | null;
  pausedSince: Date | null;
  /** Number of the last event: what a deed is done upon. */
  lastSeq: number;
  /** What the reader may do with it now. */
  deeds: DeskDeedType[];
  /** Supplements were asked for before: a further request is the leader's decision. */
  secondRequest: boolean;
  /** Latest first. */
  events: RecordedEvent[];
  clock: DossierClock | null;
  /** Why an appointment to come may have to be changed: there is no work on its day, or its year's holidays are not known. */
  doubt: "day-off" | "unknown-holidays" | null;
  /** The unit's day at the moment of reading. */
  office: OfficeDay;
  /** The unit's own model first, then yardsticks. */
  judged: { versionId: string; title: string; yardstick: boolean; from: string; rules: JudgedRule[] }[];
}

function deedsFor(ctx: UnitCtx, facts: DossierFacts): DeskDeedType[] {
  if (!mayDo(ctx, "dossier:act")) return [];
  const overrules = mayDo(ctx, "dossier:overrule");
  return possibleDeeds(facts).filter((deed) => overrules || !needsChairman(deed, facts));
}

type Row = Omit<
  DossierView,
  "procedureName" | "term" | "deeds" | "secondRequest" | "events" | "clock" | "doubt" | "office" | "judged"
> & {
  receivedOn: string;
  ownVersionId: string | null;
};

async function findDossier(sql: TransactionSql, unitId: string, id: string): Promise<Row> {
  const [row] = await sql<Row[]>`
    select id, external_code as "externalCode", applicant_name as "applicantName", phone is not null as "hasPhone",
      officer, procedure_code as "procedureCode", procedure_group as "procedureGroup", channel, state,
      received_at as "receivedAt", due_at as "dueAt", promised_at as "promisedAt", finished_at as "finishedAt",
      handed_over_at as "handedOverAt", closed_at as "closedAt", apology_at as "apologyAt",
      paused_since as "pausedSince", last_seq as "lastSeq", received_on as "receivedOn", own_version_id as "ownVersionId"
    from dossier where unit_id = ${unitId} and id = ${id}`;
  if (!row) throw new AppError("NOT_FOUND", "dossier.notFound");
  return row;
}

function doubtOf(calendar: OfficeCalendar, facts: DossierFacts, now: LocalMinute): DossierView["doubt"] {
  const { promisedAt, finishedAt, endedAt, pausedSince } = facts;
  const isOpen = finishedAt === NEVER && endedAt === NEVER && pausedSince === NEVER;
  if (!isOpen || promisedAt === NEVER || promisedAt < now) return null;
  const day = localDateOf(promisedAt);
  if (day > calendar.range.to) return null;
  const number = dayNumberOf(day);
  if (calendar.entriesOf(number).length > 0 && !calendar.isWorkingDay(number)) return "day-off";
  return calendar.knownTo !== null && day > calendar.knownTo ? "unknown-holidays" : null;
}

/**
 * One dossier with its events, its clock at `now` and what each model version says of it. The reading is logged.
 * @throws AppError FORBIDDEN, NOT_FOUND dossier.notFound
 */
export async function readDossier(ctx: UnitCtx, { dossierId }: DossierId): Promise<DossierView> {
  authorize(ctx, "dossier:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId, now } = ctx;
    const [row, events, judge] = await Promise.all([
      findDossier(sql, unitId, dossierId),
      sql<RecordedEvent[]>`
        select e.seq, e.at, e.recorded_at as "recordedAt", s.name as actor, e.source, e.fact
        from dossier_event e left join staff s on s.id::text = e.actor
        where e.unit_id = ${unitId} and e.dossier_id = ${dossierId} order by e.at desc, e.seq desc`,
      loadJudge(sql, unitId, now),
    ]);
    const { receivedOn, ownVersionId, ...shown } = row;
    const told = events.map(({ at, recordedAt, fact }) => ({
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
      fact,
    }));
    const facts = judge.fold(told);
    const asOf = toLocalMinute(now);
    const procedure = judge.procedureOn(row.procedureCode, receivedOn);
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "dossier.read",
      subject: dossierId,
    });
    return {
      ...shown,
      procedureName: procedure?.name ?? row.procedureCode,
      term: procedure?.term ?? null,
      deeds: deedsFor(ctx, facts),
      secondRequest: facts.supplementRequests > 0,
      events: [...events],
      office: officeDay(judge.calendar, now),
      clock: clockOf(judge.calendar, facts, told, asOf),
      doubt: doubtOf(judge.calendar, facts, asOf),
      judged: judge.judge(facts, receivedOn, asOf, ownVersionId).map(({ span, ruleIds, judgements }) => ({
        versionId: span.versionId,
        title: span.title,
        yardstick: span.yardstick,
        from: span.from,
        rules: ruleIds.map((id, i): JudgedRule => {
          const { title, sentence, clause, commitments } = explainRule(span.source, id, undefined, [], ctx.language);
          return { id, title: title ?? commitments[0]?.text ?? sentence, sentence, clause, judgement: judgements[i]! };
        }),
      })),
    };
  });
}

/**
 * The applicant's phone number, on request; each opening is logged.
 * @throws AppError FORBIDDEN, NOT_FOUND dossier.notFound
 */
export async function revealPhone(ctx: UnitCtx, { dossierId }: DossierId): Promise<{ phone: string | null }> {
  authorize(ctx, "dossier:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId, now } = ctx;
    const [row] = await sql<{ phone: string | null }[]>`
      select phone from dossier where unit_id = ${unitId} and id = ${dossierId}`;
    if (!row) throw new AppError("NOT_FOUND", "dossier.notFound");
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "dossier.reveal-phone",
      subject: dossierId,
    });
    return { phone: row.phone };
  });
}
