import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { Channel } from "@gandan/model/dossier/dossier-event";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { type DossierSort, type ListDossiers, orderOf, type SortDirection } from "@gandan/model/dossier/list-dossiers";
import type { Fragment, TransactionSql } from "postgres";
import { loadCalendar } from "../outcome/load-judge";
import { dossierFilter } from "./dossier-filter";
import { findDossiers } from "./find-dossiers";
import { queueTimes, startOfMinute } from "./queue-times";

export interface ListedDossier {
  id: string;
  externalCode: string;
  applicantName: string | null;
  procedureCode: string;
  procedureName: string;
  channel: Channel;
  state: DossierState;
  receivedAt: Date;
  dueAt: Date | null;
  promisedAt: Date | null;
  finishedAt: Date | null;
  closedAt: Date | null;
  apologyAt: Date | null;
  /** Past its first appointment, or finished after it. While the clock stands still, as it was when it stopped. */
  late: boolean;
  /** Since when the citizen is awaited; null when nobody waits. */
  waitingSince: Date | null;
  /** Working minutes waited. */
  waited: number | null;
}

type Row = Omit<ListedDossier, "late" | "waited"> & { pausedSince: Date | null };

export interface DossierPage {
  dossiers: ListedDossier[];
  total: number;
  /** There are more than `total`; they are not counted. */
  more: boolean;
  page: number;
  pageSize: number;
  /** Whether the reader may take dossiers in. */
  mayReceive: boolean;
}

const PAGE_SIZE = 50;
/** Longer lists are not counted to their end. */
const MOST_COUNTED = 10_000;

const WAITING_SINCE = `
  case when d.state in ('awaiting-supplement', 'awaiting-duty') and d.finished_at is null and d.ended_at is null
    then coalesce(d.paused_since, (
      select max(e.at) from dossier_event e where e.unit_id = d.unit_id and e.dossier_id = d.id
        and e.fact ->> 'type' in ('supplement-requested', 'duty-requested'))) end`;

const LISTED = `
  select d.id, d.external_code as "externalCode", d.applicant_name as "applicantName",
    d.procedure_code as "procedureCode", coalesce(p.name, d.procedure_code) as "procedureName", d.channel, d.state,
    d.received_at as "receivedAt", d.due_at as "dueAt", d.promised_at as "promisedAt",
    d.finished_at as "finishedAt", d.closed_at as "closedAt", d.apology_at as "apologyAt",
    d.paused_since as "pausedSince", ${WAITING_SINCE} as "waitingSince"
  from dossier d
  left join lateral (
    select name from procedure where code = d.procedure_code order by effective_from desc limit 1
  ) p on true`;

const ORDER: Record<DossierSort, string> = {
  received: "d.received_on",
  due: "d.promised_at",
  waiting: WAITING_SINCE,
  finished: "d.finished_at",
};

/** What stands for nothing comes last, either way. */
function orderSql(sort: DossierSort, direction: SortDirection): string {
  const [way, nulls] = [direction === "descending" ? "desc" : "asc", sort === "received" ? "" : "nulls last"];
  return `${ORDER[sort]} ${way} ${nulls}, d.id ${sort === "received" ? way : ""}`;
}

interface Selection {
  condition: Fragment;
  order: { sort: DossierSort; direction: SortDirection };
}

/** The dossiers `d` that the filters and the words searched mean, as a condition, and their order. */
export async function selectionOf(sql: TransactionSql, ctx: UnitCtx, input: ListDossiers) {
  const { unitId, now } = ctx;
  // A plan made for any unit and any word fits none of them: a name may be that of a third of all people.
  const custom = sql.unsafe("set local plan_cache_mode = force_custom_plan").execute();
  const [, calendar, found] = await Promise.all([
    custom,
    loadCalendar(sql, unitId, now),
    input.q ? findDossiers(sql, unitId, input.q) : null,
  ]);
  const filter = dossierFilter(sql, unitId, input, queueTimes(calendar, now, input.hours));
  const condition = !found
    ? filter
    : "many" in found
      ? sql`${filter} and (${found.many})`
      : sql`${filter} and d.id = any(${found.ids}::uuid[])`;
  return { calendar, condition, order: orderOf(input) };
}

function selectDossiers(sql: TransactionSql, { condition, order }: Selection, limit: number, skip: number) {
  return sql<Row[]>`
    ${sql.unsafe(LISTED)} where ${condition}
    order by ${sql.unsafe(orderSql(order.sort, order.direction))} limit ${limit} offset ${skip}`;
}

type Calendar = Awaited<ReturnType<typeof loadCalendar>>;

function listed({ pausedSince, ...row }: Row, calendar: Calendar, now: Date): ListedDossier {
  const ended = ["withdrawn", "stopped", "not-accepted"].includes(row.state);
  const until = row.finishedAt ?? (ended ? null : (pausedSince ?? startOfMinute(now)));
  const since = row.waitingSince;
  return {
    ...row,
    late: row.dueAt !== null && until !== null && until > row.dueAt,
    waited: since && Math.max(0, calendar.workingMinutesBetween(toLocalMinute(since), toLocalMinute(now))),
  };
}

/**
 * Dossiers of the unit that match the filters, 50 a page, with the number of all that match, up to 10,000. A search is
 * logged as a reading of personal data.
 * @throws AppError FORBIDDEN
 */
export async function listDossiers(ctx: UnitCtx, input: ListDossiers): Promise<DossierPage> {
  authorize(ctx, "dossier:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { calendar, ...selection } = await selectionOf(sql, ctx, input);
    const [rows, counts] = await Promise.all([
      selectDossiers(sql, selection, PAGE_SIZE, (input.page - 1) * PAGE_SIZE),
      sql<{ total: number }[]>`
        select count(*)::int as total from (
          select 1 from dossier d where ${selection.condition} limit ${MOST_COUNTED + 1}) counted`,
    ]);
    const counted = counts[0]?.total ?? 0;
    const more = counted > MOST_COUNTED;
    const total = Math.min(counted, MOST_COUNTED);
    if (input.q) {
      const details = { q: input.q, found: total, page: input.page };
      const { unitId, now: at, actor } = ctx;
      await appendAudit(sql, { unitId, at, actor: actor.staffId, action: "dossier.search", details });
    }
    const dossiers = rows.map((row) => listed(row, calendar, ctx.now));
    return { dossiers, total, more, page: input.page, pageSize: PAGE_SIZE, mayReceive: mayDo(ctx, "dossier:act") };
  });
}

/** The most that one file holds; a longer list is to be narrowed first. */
const EXPORT_LIMIT = 100_000;

/**
 * The filtered list for a file, up to 100,000 rows, logged as a reading of personal data.
 * @throws AppError FORBIDDEN
 */
export async function exportDossiers(ctx: UnitCtx, input: ListDossiers): Promise<ListedDossier[]> {
  authorize(ctx, "dossier:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { calendar, ...selection } = await selectionOf(sql, ctx, input);
    const rows = await selectDossiers(sql, selection, EXPORT_LIMIT, 0);
    const { page, ...filters } = input;
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "dossier.export",
      details: { rows: rows.length, filters },
    });
    return rows.map((row) => listed(row, calendar, ctx.now));
  });
}
