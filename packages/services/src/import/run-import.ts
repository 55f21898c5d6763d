import { appendAudit } from "@gandan/db/audit/append-audit";
import { databaseAway } from "@gandan/db/database-away";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ImportMapping } from "@gandan/model/import/import-mapping";
import type { TransactionSql } from "postgres";
import { lockRecording } from "../dossier/lock-recording";
import { type RecordResult, recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { type CheckedFile, checkFile, rowEnvOf } from "./check-file";
import { fetchFile } from "./file-bytes";
import { lockImport } from "./find-import";
import { forgetMatches, forgetPlainMatches } from "./reconcile-import";
import { settlePortion } from "./settle-differences";
import { openStaging } from "./stage-told";

interface RunOptions {
  /** Stops between two portions of rows; the import stays waiting and is taken up again. */
  signal?: AbortSignal;
}

/** What {@link runImport} came to: `busy` when another worker holds it, `stopped` when the signal came. */
export type RunEnd = "done" | "refused" | "failed" | "busy" | "stopped";

interface Waiting {
  mapping: ImportMapping;
  createdAt: Date;
  createdBy: string | null;
  rowsInError: number;
}

class Stopped extends Error {}

/** The rows in error are no longer those that the officer saw. */
class Refused extends Error {
  constructor(readonly checked: CheckedFile) {
    super("rows in error have changed");
  }
}

/**
 * Writes the dossiers of a waiting import, the whole file in one transaction: a worker killed in the middle leaves
 * nothing behind, and the next one comes to the same result. Progress is told outside that transaction.
 * A file whose rows in error are no longer those that the officer saw is refused.
 * @param now when it is done; the file's events were learned when it was handed in
 */
export async function runImport(
  scope: UnitScope,
  importId: string,
  now: Date,
  { signal }: RunOptions = {},
): Promise<RunEnd> {
  const { unitId } = scope;
  const note = (rowsRead: number) =>
    inUnit(
      scope,
      (_tx, sql) => sql`
      update import_run set state = 'running', rows_read = ${rowsRead}
      where unit_id = ${unitId} and id = ${importId} and state in ('waiting', 'running')`,
    );
  try {
    return await inUnit(scope, async (_tx, sql): Promise<RunEnd> => {
      const [lock] = await sql<{ free: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended(${`import run ${importId}`}, 0)) as free`;
      if (!lock?.free) return "busy";
      await note(0);
      const [run] = await sql<Waiting[]>`
        select mapping, created_at as "createdAt", created_by as "createdBy", rows_in_error as "rowsInError"
        from import_run where unit_id = ${unitId} and id = ${importId} and state = 'running'`;
      const bytes = run && (await fetchFile(sql, unitId, importId));
      if (!bytes) throw new AppError("CONFLICT", "import.done");
      const judge = await loadJudge(sql, unitId, now);
      const actor = run.createdBy ?? "import";
      const settled = { unitId, importId, mapping: run.mapping, learnedAt: run.createdAt };
      // Nobody acts on what is being compared.
      await lockRecording(sql, unitId);
      await openStaging(sql);
      const sum: RecordResult = { created: 0, changed: 0, unchanged: 0 };
      let written = 0;
      const checked = await checkFile(bytes, () => run.mapping, rowEnvOf(judge, run.createdAt), {
        take: async (rows) => {
          if (signal?.aborted) throw new Stopped();
          const { intakes, unchanged } = await settlePortion(sql, settled, rows);
          const did = await recordDossiers(sql, { unitId, actor, now, source: "import" }, judge, intakes);
          sum.created += did.created;
          sum.changed += did.changed;
          sum.unchanged += did.unchanged + unchanged;
          written += rows.length;
          await note(written);
        },
      });
      if (checked.rowsInError !== run.rowsInError) throw new Refused(checked);
      await lockImport(sql, unitId, importId, ["running"]);
      await sql`
        update import_run set state = 'done', rows_read = rows_total, rows_new = ${sum.created},
          rows_changed = ${sum.changed}, rows_same = ${sum.unchanged}, finished_at = ${now}
        where unit_id = ${unitId} and id = ${importId}`;
      await sql`delete from import_file where unit_id = ${unitId} and run_id = ${importId}`;
      await forgetPlainMatches(sql, unitId, importId);
      const details = { ...sum, rowsInError: checked.rowsInError };
      await appendAudit(sql, { unitId, at: now, actor, action: "dossier.import", subject: importId, details });
      return "done";
    });
  } catch (error) {
    if (error instanceof Stopped) return "stopped";
    // The file is no worse for a lost connection: the import stays running and is taken up again.
    if (databaseAway(error) !== null) throw error;
    if (error instanceof Refused) {
      await inUnit(scope, (_tx, sql) => refuse(sql, unitId, importId, error.checked, now));
      return "refused";
    }
    await inUnit(scope, async (_tx, sql) => {
      await sql`
        update import_run set state = 'failed', rows_read = 0, finished_at = ${now}
        where unit_id = ${unitId} and id = ${importId} and state = 'running'`;
      const reason = error instanceof AppError ? error.key : "unexpected";
      await appendAudit(sql, {
        unitId,
        at: now,
        actor: "import",
        action: "import.fail",
        subject: importId,
        details: { reason },
      });
    });
    if (!(error instanceof AppError)) throw error;
    return "failed";
  }
}

async function refuse(sql: TransactionSql, unitId: string, importId: string, checked: CheckedFile, now: Date) {
  await sql`
    update import_run set state = 'refused', rows_new = 0, rows_read = 0, rows_in_error = ${checked.rowsInError},
      errors = ${JSON.stringify(checked.errors)}::text::jsonb, finished_at = ${now}
    where unit_id = ${unitId} and id = ${importId} and state = 'running'`;
  // To go on, the officer uploads it again.
  await sql`delete from import_file where unit_id = ${unitId} and run_id = ${importId}`;
  await forgetMatches(sql, unitId, [importId]);
}
