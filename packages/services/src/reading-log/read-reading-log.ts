import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { READINGS, type ReadingAction, type ReadReadingLog } from "@gandan/model/reading-log/reading-log-inputs";
import type { Fragment, TransactionSql } from "postgres";

const PAGE_SIZE = 50;
/** Counted at most: more is "more than". */
const MOST_COUNTED = 10_000;
const EXPORT_LIMIT = 100_000;
const MINUTES_A_DAY = 1440;

export interface Reading {
  seq: number;
  at: Date;
  personId: string;
  /** Null for somebody who is no person known here. */
  person: string | null;
  signInName: string | null;
  action: ReadingAction;
  /** The dossier opened, or the one a letter is about. */
  dossierId: string | null;
  dossierCode: string | null;
  details: Record<string, unknown>;
}

export interface ReadingLog {
  readings: Reading[];
  total: number;
  /** There are more than `total`. */
  more: boolean;
  page: number;
  pageSize: number;
  /** People of the unit, to choose from. */
  people: { staffId: string; name: string }[];
  /** A dossier was asked for and the unit has none of that code. */
  unknownDossier: boolean;
}

/**
 * Who read which citizen's data when, the latest first; the reading of this log is logged, too.
 * @throws AppError FORBIDDEN
 */
export async function readReadingLog(ctx: UnitCtx, input: ReadReadingLog): Promise<ReadingLog> {
  authorize(ctx, "audit:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const { where, unknownDossier } = await conditionOf(sql, unitId, input);
    const [readings, counts, people] = await Promise.all([
      select(sql, where, PAGE_SIZE, (input.page - 1) * PAGE_SIZE),
      sql<{ total: number }[]>`
        select count(*)::int as total from (select from audit_log a where ${where} limit ${MOST_COUNTED + 1}) counted`,
      sql<{ staffId: string; name: string }[]>`
        select s.id as "staffId", s.name from staff s
        where s.id in (select staff_id from staff_role where unit_id = ${unitId}) order by s.name, s.id`,
    ]);
    const counted = counts[0]?.total ?? 0;
    await audit(sql, ctx, "reading-log.read", input);
    return {
      readings,
      total: Math.min(counted, MOST_COUNTED),
      more: counted > MOST_COUNTED,
      page: input.page,
      pageSize: PAGE_SIZE,
      people,
      unknownDossier,
    };
  });
}

/** The filtered log for a file, up to 100,000 rows; logged itself. @throws AppError FORBIDDEN */
export async function exportReadingLog(ctx: UnitCtx, input: ReadReadingLog): Promise<Reading[]> {
  authorize(ctx, "audit:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { where } = await conditionOf(sql, ctx.unitId, input);
    const readings = await select(sql, where, EXPORT_LIMIT, 0);
    await audit(sql, ctx, "reading-log.export", input, { rows: readings.length });
    return readings;
  });
}

async function conditionOf(
  sql: TransactionSql,
  unitId: string,
  { person, dossier, way, from, to }: ReadReadingLog,
): Promise<{ where: Fragment; unknownDossier: boolean }> {
  const actions: readonly string[] = way ? READINGS[way] : Object.values(READINGS).flat();
  const subjects = dossier ? await subjectsOf(sql, unitId, dossier) : null;
  const where = sql`a.unit_id = ${unitId} and a.action = any(${[...actions]}::text[])
    ${person ? sql`and a.actor = ${person}` : sql``}
    ${subjects ? sql`and a.subject = any(${subjects}::text[])` : sql``}
    ${from ? sql`and a.at >= ${toInstant(minuteOfDate(from))}` : sql``}
    ${to ? sql`and a.at < ${toInstant(minuteOfDate(to) + MINUTES_A_DAY)}` : sql``}`;
  return { where, unknownDossier: subjects?.length === 0 };
}

/** A dossier and the letters about it, as subjects of the log. */
async function subjectsOf(sql: TransactionSql, unitId: string, code: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with one as (select id from dossier where unit_id = ${unitId} and external_code = ${code})
    select id::text from one
    union all select l.id::text from letter l where l.unit_id = ${unitId} and l.dossier_id in (select id from one)`;
  return rows.map(({ id }) => id);
}

function select(sql: TransactionSql, where: Fragment, limit: number, skip: number) {
  return sql<Reading[]>`
    with page as (
      select a.* from audit_log a where ${where} order by a.seq desc limit ${limit} offset ${skip}
    )
    select a.seq::int as seq, a.at, a.actor as "personId", s.name as person, s.sign_in_name as "signInName", a.action,
      d.id as "dossierId", d.external_code as "dossierCode", a.details
    from page a
    left join staff s on s.id::text = a.actor
    left join letter l on l.unit_id = a.unit_id and a.action like 'letter.%' and l.id::text = a.subject
    left join dossier d on d.unit_id = a.unit_id
      and d.id = case when a.action like 'dossier.%' and a.subject ~ '^[0-9a-f-]{36}$' then a.subject::uuid else l.dossier_id end
    order by a.seq desc`;
}

function audit(
  sql: TransactionSql,
  { unitId, now, actor }: UnitCtx,
  action: ReadingAction,
  { page, ...filters }: ReadReadingLog,
  more: Record<string, unknown> = {},
): Promise<void> {
  const asked = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
  return appendAudit(sql, { unitId, at: now, actor: actor.staffId, action, details: { ...asked, ...more, page } });
}
