import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { DOSSIER_QUEUES, type DossierQueue, type ReadQueues } from "@gandan/model/dossier/list-dossiers";
import type { TransactionSql } from "postgres";
import { loadCalendar } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { openCondition, queueDemand } from "./dossier-filter";
import { MOST_COUNTED } from "./find-dossiers";
import { type QueueTimes, queueTimes } from "./queue-times";

export interface Queues {
  counts: Record<DossierQueue, number>;
  /** Queues longer than their count, which ends at 10,000. */
  more: DossierQueue[];
  /** Those of promises under which the unit has procedures registered today. */
  registered: DossierQueue[];
  /** Working hours ahead that "soon" means, and when they end. */
  hours: number;
  soonUntil: Date;
  /** When this was counted. */
  asOf: Date;
  /** When dossiers last came from the provincial system by a file; null when they never did. */
  importedAt: Date | null;
}

type Counts = Partial<Record<DossierQueue, number>>;

/** Of open dossiers; the open ones are read once for all of these. */
const OPEN_QUEUES = DOSSIER_QUEUES.filter((queue) => queue !== "finished-not-closed");
/** These ask for what is registered, one join each. */
const PROMISES: readonly DossierQueue[] = ["same-day", "friday"];

async function countOpen(sql: TransactionSql, unitId: string, times: QueueTimes): Promise<Counts> {
  const counts = OPEN_QUEUES.map((queue) => {
    const demand = queueDemand(sql, queue, times);
    return PROMISES.includes(queue)
      ? sql`(select count(*)::int from open d where ${demand})`
      : sql`(count(*) filter (where ${demand}))::int`;
  });
  const [row] = await sql<{ counts: number[] }[]>`
    with open as materialized (
      select d.unit_id, d.received_on, d.accepted_at, d.due_at, d.promised_at, d.paused_since, d.apology_at, d.state,
        d.supplement_requests, d.procedure_code
      from dossier d where d.unit_id = ${unitId} and ${openCondition(sql)}
    )
    select array[${counts.reduce((all, count) => sql`${all}, ${count}`)}] as counts from open d`;
  return Object.fromEntries(OPEN_QUEUES.map((queue, i) => [queue, row?.counts[i] ?? 0]));
}

async function registeredQueues(sql: TransactionSql, unitId: string, now: Date): Promise<DossierQueue[]> {
  const today = localToday(now);
  const rows = await sql<{ mode: string }[]>`
    select distinct r.mode from adoption a join registration r on r.unit_id = a.unit_id and r.adoption_id = a.id
    where a.unit_id = ${unitId} and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to > ${today}::date)`;
  return rows.map(({ mode }) => (mode === "same-day" ? "same-day" : "friday"));
}

async function countNotClosed(sql: TransactionSql, unitId: string): Promise<Counts> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from (
      select 1 from dossier d where d.unit_id = ${unitId} and d.finished_at is not null and d.closed_at is null
      limit ${MOST_COUNTED + 1}) counted`;
  return { "finished-not-closed": row?.n ?? 0 };
}

/** How many dossiers stand in each queue at this moment, and how fresh that is. @throws AppError FORBIDDEN */
export async function readQueues(ctx: UnitCtx, { hours }: ReadQueues): Promise<Queues> {
  authorize(ctx, "dossier:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    // A plan for any unit and any moment takes three times as long as one for these.
    const custom = sql.unsafe("set local plan_cache_mode = force_custom_plan").execute();
    const [calendar] = await Promise.all([loadCalendar(sql, unitId, now), custom]);
    const times = queueTimes(calendar, now, hours);
    const [open, notClosed, registered, imports] = await Promise.all([
      countOpen(sql, unitId, times),
      countNotClosed(sql, unitId),
      registeredQueues(sql, unitId, now),
      sql<{ at: Date | null }[]>`
        select max(finished_at) as at from import_run where unit_id = ${unitId} and state = 'done'`,
    ]);
    const counted = { ...open, ...notClosed } as Record<DossierQueue, number>;
    const counts = Object.fromEntries(
      DOSSIER_QUEUES.map((queue) => [queue, Math.min(counted[queue], MOST_COUNTED)]),
    ) as Record<DossierQueue, number>;
    return {
      counts,
      more: DOSSIER_QUEUES.filter((queue) => counted[queue] > MOST_COUNTED),
      registered,
      hours,
      soonUntil: times.soon,
      asOf: now,
      importedAt: imports[0]?.at ?? null,
    };
  });
}
