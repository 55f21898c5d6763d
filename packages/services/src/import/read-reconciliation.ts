import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { PlainFact } from "@gandan/model/dossier/dossier-event";
import { AppError } from "@gandan/model/error/app-error";
import {
  type ExportReconciliation,
  type MatchKind,
  matchKind,
  type ReadReconciliation,
  type Side,
  type Why,
} from "@gandan/model/import/reconciliation";
import type { TransactionSql } from "postgres";

const PAGE_SIZE = 50;

/** One entry that a file tells otherwise. Instants of events; `own` and `told` are facts, or texts of people's entries. */
interface EntryDifference {
  place: number;
  entry: string;
  why: Why;
  ownAt: Date | null;
  toldAt: Date | null;
  own: PlainFact | string | null;
  told: PlainFact | string | null;
  choice: Side | null;
}

interface DossierMatch {
  kind: MatchKind;
  externalCode: string;
  dossierId: string | null;
  procedureCode: string;
  procedureName: string;
  receivedOn: string;
  differences: EntryDifference[];
}

interface Reconciliation {
  fileName: string;
  counts: Record<MatchKind, number>;
  /** Contradicting entries by their reason. */
  reasons: { why: Why; n: number; file: number }[];
  matches: DossierMatch[];
  total: number;
  page: number;
  pageSize: number;
}

async function selectMatches(
  sql: TransactionSql,
  unitId: string,
  { importId, kind, why, q }: Omit<ReadReconciliation, "page">,
  limit: number,
  skip: number,
) {
  const filter = sql`
    m.unit_id = ${unitId} and m.run_id = ${importId}
    ${kind ? sql`and m.kind = ${kind}` : sql``}
    ${q ? sql`and starts_with(lower(m.external_code), ${q.toLowerCase()})` : sql``}
    ${
      why
        ? sql`and exists (
            select from import_difference w
            where w.unit_id = m.unit_id and w.run_id = m.run_id and w.dossier_id = m.dossier_id and w.why = ${why})`
        : sql``
    }`;
  const [rows, totals] = await Promise.all([
    sql<Omit<DossierMatch, "differences">[]>`
      select m.kind, m.external_code as "externalCode", m.dossier_id as "dossierId",
        m.procedure_code as "procedureCode", coalesce(p.name, m.procedure_code) as "procedureName",
        m.received_on as "receivedOn"
      from import_match m
      left join lateral (
        select name from procedure where code = m.procedure_code order by effective_from desc limit 1
      ) p on true
      where ${filter}
      order by array_position(${matchKind.options}::text[], m.kind), m.external_code
      limit ${limit} offset ${skip}`,
    sql<{ n: number }[]>`select count(*)::int as n from import_match m where ${filter}`,
  ]);
  const ids = rows.map(({ dossierId }) => dossierId).filter((id) => id !== null);
  const differences = await sql<(EntryDifference & { dossierId: string })[]>`
    select dossier_id as "dossierId", place, entry, why, own_at as "ownAt", told_at as "toldAt", own, told, choice
    from import_difference
    where unit_id = ${unitId} and run_id = ${importId} and dossier_id = any(${ids}::uuid[])
    order by dossier_id, place`;
  const byDossier = new Map<string, EntryDifference[]>();
  for (const { dossierId, ...difference } of differences) {
    const list = byDossier.get(dossierId);
    if (list) list.push(difference);
    else byDossier.set(dossierId, [difference]);
  }
  const matches = rows.map((row) => ({ ...row, differences: (row.dossierId && byDossier.get(row.dossierId)) || [] }));
  return { matches, total: totals[0]?.n ?? 0 };
}

async function findFile(sql: TransactionSql, unitId: string, importId: string): Promise<string> {
  const [run] = await sql<{ fileName: string }[]>`
    select file_name as "fileName" from import_run where unit_id = ${unitId} and id = ${importId}`;
  if (!run) throw new AppError("NOT_FOUND", "import.notFound");
  return run.fileName;
}

/**
 * How the dossiers of a file stand to what the unit has, what contradicts first, 50 a page.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound
 */
export async function readReconciliation(ctx: UnitCtx, input: ReadReconciliation): Promise<Reconciliation> {
  authorize(ctx, "dossier:import");
  const { unitId } = ctx;
  const { importId, page } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const fileName = await findFile(sql, unitId, importId);
    const [found, counts, reasons] = await Promise.all([
      selectMatches(sql, unitId, input, PAGE_SIZE, (page - 1) * PAGE_SIZE),
      sql<{ kind: MatchKind; n: number }[]>`
        select kind, count(*)::int as n from import_match where unit_id = ${unitId} and run_id = ${importId} group by 1`,
      sql<{ why: Why; n: number; file: number }[]>`
        select why, count(*)::int as n, count(*) filter (where choice = 'file')::int as file from import_difference
        where unit_id = ${unitId} and run_id = ${importId} and choice is not null group by 1 order by 1`,
    ]);
    const byKind = Object.fromEntries(matchKind.options.map((kind) => [kind, 0])) as Record<MatchKind, number>;
    for (const { kind, n } of counts) byKind[kind] = n;
    return { fileName, counts: byKind, reasons: [...reasons], ...found, page, pageSize: PAGE_SIZE };
  });
}

/**
 * The filtered reconciliation for a file, up to `most` dossiers. It shows names and numbers of citizens, so it is noted
 * who took it.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound
 */
export async function exportReconciliation(
  ctx: UnitCtx,
  input: ExportReconciliation,
): Promise<Pick<Reconciliation, "fileName" | "matches" | "total">> {
  authorize(ctx, "dossier:import");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const fileName = await findFile(sql, unitId, input.importId);
    const found = await selectMatches(sql, unitId, input, input.most, 0);
    const { most, importId, ...filters } = input;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: actor.staffId,
      action: "import.reconciliation",
      subject: importId,
      details: { rows: found.matches.length, filters },
    });
    return { fileName, ...found };
  });
}
