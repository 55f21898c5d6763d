import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { Channel } from "@gandan/model/dossier/dossier-event";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { type DossierSort, type ListDossiers, orderOf, type SortDirection } from "@gandan/model/dossier/list-dossiers";
import { type DossierSearch, readSearch } from "@gandan/model/dossier/read-search";
import type { Fragment, TransactionSql } from "postgres";
import { loadCalendar } from "../outcome/load-judge";
import { dossierFilter } from "./dossier-filter";
import { findDossiers, MOST_COUNTED, meanings } from "./find-dossiers";
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

interface Selected {
  rows: Row[];
  total: number;
  more: boolean;
}

type Order = ReturnType<typeof orderOf>;

function select(sql: TransactionSql, condition: Fragment, order: Order, limit: number, skip: number) {
  return sql<Row[]>`
    ${sql.unsafe(LISTED)} where ${condition}
    order by ${sql.unsafe(orderSql(order.sort, order.direction))} limit ${limit} offset ${skip}`;
}

/** Those that a condition holds for, counted up to the most that is counted. */
async function selectWhere(sql: TransactionSql, condition: Fragment, order: Order, limit: number, skip: number) {
  const [rows, counts] = await Promise.all([
    select(sql, condition, order, limit, skip),
    sql<{ total: number }[]>`
      select count(*)::int as total from (
        select 1 from dossier d where ${condition} limit ${MOST_COUNTED + 1}) counted`,
  ]);
  const counted = counts[0]?.total ?? 0;
  return { rows, total: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED };
}

/** Words searched and nothing else: the indexes tell which dossiers, and only those of the page are read. */
async function selectFound(
  sql: TransactionSql,
  unitId: string,
  search: DossierSearch,
  order: Order,
  limit: number,
  skip: number,
): Promise<Selected> {
  const unit = sql`d.unit_id = ${unitId}`;
  const part = { limit, skip, descending: order.direction === "descending" };
  const { ids, total, more } = await findDossiers(sql, unitId, search, part);
  if (!more)
    return { rows: await select(sql, sql`${unit} and d.id = any(${ids}::uuid[])`, order, limit, 0), total, more };
  for (const meaning of meanings(sql, search)) {
    // So many that the list itself soon meets the next page of them.
    const rows = await select(sql, sql`${unit} and ${meaning}`, order, limit, skip);
    if (rows.length > 0) return { rows, total, more };
  }
  return { rows: [], total, more };
}

/** The dossiers that the filters and the words searched mean. */
async function selectDossiers(
  sql: TransactionSql,
  ctx: UnitCtx,
  input: ListDossiers,
  opened: Promise<OfficeCalendar>,
  limit: number,
  skip: number,
): Promise<Selected> {
  const { unitId, now } = ctx;
  const { q, hours, queue, state, group, from, to } = input;
  const order = orderOf(input);
  const search = q ? readSearch(q) : null;
  if (q && !search) return { rows: [], total: 0, more: false };
  const alone = ![queue, state, group, from, to].some(Boolean);
  if (search && alone && order.sort === "received" && limit === PAGE_SIZE) {
    return selectFound(sql, unitId, search, order, limit, skip);
  }
  const filter = dossierFilter(sql, unitId, input, queueTimes(await opened, now, hours));
  if (!search) return selectWhere(sql, filter, order, limit, skip);
  let selected: Selected = { rows: [], total: 0, more: false };
  for (const meaning of meanings(sql, search)) {
    selected = await selectWhere(sql, sql`${filter} and ${meaning}`, order, limit, skip);
    if (selected.total > 0) break;
  }
  return selected;
}

/**
 * The calendar of the unit. A plan made for any unit and any word fits none of them, as a name may be that of a third of
 * all people: the queries of this transaction are planned for what they look for.
 */
async function openList(sql: TransactionSql, { unitId, now }: UnitCtx): Promise<OfficeCalendar> {
  const custom = sql.unsafe("set local plan_cache_mode = force_custom_plan").execute();
  const [calendar] = await Promise.all([loadCalendar(sql, unitId, now), custom]);
  return calendar;
}

function listed({ pausedSince, ...row }: Row, calendar: OfficeCalendar, now: Date): ListedDossier {
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
 * Dossiers of the unit that match the filters, 50 a page, with the number of all that match, up to 10,000. Where it
 * shows names, or was searched, it is logged as a reading of personal data.
 * @throws AppError FORBIDDEN
 */
export async function listDossiers(ctx: UnitCtx, input: ListDossiers): Promise<DossierPage> {
  authorize(ctx, "dossier:read");
  return inUnit(ctx, async (_tx, sql) => {
    const opened = openList(sql, ctx);
    const skip = (input.page - 1) * PAGE_SIZE;
    const [calendar, { rows, total, more }] = await Promise.all([
      opened,
      selectDossiers(sql, ctx, input, opened, PAGE_SIZE, skip),
    ]);
    const details = { ...askedOf(input), found: total, page: input.page };
    const { unitId, now: at, actor } = ctx;
    const action = input.q ? "dossier.search" : "dossier.list";
    // A list without a name shows nobody; a search is kept even so, as it names the person itself.
    if (rows.length > 0 || input.q) await appendAudit(sql, { unitId, at, actor: actor.staffId, action, details });
    const dossiers = rows.map((row) => listed(row, calendar, ctx.now));
    return { dossiers, total, more, page: input.page, pageSize: PAGE_SIZE, mayReceive: mayDo(ctx, "dossier:act") };
  });
}

/** What was asked for, in words that the log keeps. */
function askedOf({ page, ...asked }: ListDossiers): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ""));
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
    const opened = openList(sql, ctx);
    const [calendar, { rows }] = await Promise.all([opened, selectDossiers(sql, ctx, input, opened, EXPORT_LIMIT, 0)]);
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
