import type { ImportMapping } from "@gandan/model/import/import-mapping";
import type { TransactionSql } from "postgres";
import { loadJudge } from "../outcome/load-judge";
import { type CheckedFile, checkFile, rowEnvOf } from "./check-file";

/** A file whose rows are checked against what a unit works by and has. */
interface CheckRequest {
  unitId: string;
  bytes: Uint8Array;
  choose: (headers: readonly string[]) => ImportMapping;
  /** When the file was handed in. */
  at: Date;
  now: Date;
}

/**
 * Checks a file and counts the good rows whose dossiers the unit does not have yet; writes nothing.
 * @throws AppError INVALID import.badFile, import.noHeader
 */
export async function checkForUnit(
  sql: TransactionSql,
  { unitId, bytes, choose, at, now }: CheckRequest,
): Promise<CheckedFile & { rowsNew: number }> {
  let rowsNew = 0;
  const env = rowEnvOf(await loadJudge(sql, unitId, now), at);
  const checked = await checkFile(bytes, choose, env, {
    take: async (rows) => {
      const codes = rows.map(({ externalCode }) => externalCode);
      const [row] = await sql<{ n: number }[]>`
        select count(*)::int as n from dossier where unit_id = ${unitId} and external_code = any(${codes}::text[])`;
      rowsNew += codes.length - (row?.n ?? 0);
    },
  });
  return { ...checked, rowsNew };
}
