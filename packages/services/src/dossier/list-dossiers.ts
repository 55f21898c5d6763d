import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { Channel } from "@gandan/model/dossier/dossier-event";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { DOSSIER_QUEUES, type DossierQueue, type ListDossiers } from "@gandan/model/dossier/list-dossiers";
import type { TransactionSql } from "postgres";
import { dossierFilter, queueCondition, startOfMinute } from "./dossier-filter";

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
}

type Row = Omit<ListedDossier, "late"> & { pausedSince: Date | null };

export interface DossierPage {
  dossiers: ListedDossier[];
  total: number;
  page: number;
  pageSize: number;
  /** Whether the reader may take dossiers in. */
  mayReceive: boolean;
}

const PAGE_SIZE = 50;

const LISTED = `
  select d.id, d.external_code as "externalCode", d.applicant_name as "applicantName",
    d.procedure_code as "procedureCode", coalesce(p.name, d.procedure_code) as "procedureName", d.channel, d.state,
    d.received_at as "receivedAt", d.due_at as "dueAt", d.promised_at as "promisedAt",
    d.finished_at as "finishedAt", d.closed_at as "closedAt", d.apology_at as "apologyAt",
    d.paused_since as "pausedSince"
  from dossier d
  left join lateral (
    select name from procedure where code = d.procedure_code order by effective_from desc limit 1
  ) p on true`;

const ORDER: Record<ListDossiers["sort"], Record<ListDossiers["direction"], string>> = {
  received: {
    ascending: "d.received_on, d.id",
    descending: "d.received_on desc, d.id desc",
  },
  due: {
    ascending: "d.promised_at nulls last, d.id",
    descending: "d.promised_at desc nulls last, d.id desc",
  },
};

function selectDossiers(
  sql: TransactionSql,
  unitId: string,
  input: ListDossiers,
  now: Date,
  limit: number,
  skip: number,
) {
  return sql<Row[]>`
    ${sql.unsafe(LISTED)} where ${dossierFilter(sql, unitId, input, now)}
    order by ${sql.unsafe(ORDER[input.sort][input.direction])} limit ${limit} offset ${skip}`;
}

function withLateness({ pausedSince, ...row }: Row, now: Date): ListedDossier {
  const ended = ["withdrawn", "stopped", "not-accepted"].includes(row.state);
  const until = row.finishedAt ?? (ended ? null : (pausedSince ?? startOfMinute(now)));
  return { ...row, late: row.dueAt !== null && until !== null && until > row.dueAt };
}

/**
 * Dossiers of the unit that match the filters, 50 a page, with the number of all that match.
 * @throws AppError FORBIDDEN
 */
export async function listDossiers(ctx: UnitCtx, input: ListDossiers): Promise<DossierPage> {
  authorize(ctx, "dossier:read");
  return inUnit(ctx, async (_tx, sql) => {
    const [rows, counts] = await Promise.all([
      selectDossiers(sql, ctx.unitId, input, ctx.now, PAGE_SIZE, (input.page - 1) * PAGE_SIZE),
      sql<{ total: number }[]>`
        select count(*)::int as total from dossier d where ${dossierFilter(sql, ctx.unitId, input, ctx.now)}`,
    ]);
    const dossiers = rows.map((row) => withLateness(row, ctx.now));
    return {
      dossiers,
      total: counts[0]?.total ?? 0,
      page: input.page,
      pageSize: PAGE_SIZE,
      mayReceive: mayDo(ctx, "dossier:act"),
    };
  });
}

/** How many dossiers stand in each queue now. @throws AppError FORBIDDEN */
export async function countQueues(ctx: UnitCtx): Promise<Record<DossierQueue, number>> {
  authorize(ctx, "dossier:read");
  return inUnit(ctx, async (_tx, sql) => {
    const counts = await Promise.all(
      DOSSIER_QUEUES.map(
        (queue) => sql<{ n: number }[]>`
          select count(*)::int as n from dossier d
          where d.unit_id = ${ctx.unitId} and ${queueCondition(sql, queue, ctx.now)}`,
      ),
    );
    return Object.fromEntries(DOSSIER_QUEUES.map((queue, i) => [queue, counts[i]?.[0]?.n ?? 0])) as Record<
      DossierQueue,
      number
    >;
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
    const rows = await selectDossiers(sql, ctx.unitId, input, ctx.now, EXPORT_LIMIT, 0);
    const { page, ...filters } = input;
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "dossier.export",
      details: { rows: rows.length, filters },
    });
    return rows.map((row) => withLateness(row, ctx.now));
  });
}
