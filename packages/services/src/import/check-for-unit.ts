import type { ImportMapping } from "@gandan/model/import/import-mapping";
import { ownText } from "@gandan/model/import/own-text";
import type { TransactionSql } from "postgres";
import { loadJudge } from "../outcome/load-judge";
import { type CheckedFile, checkFile, rowEnvOf } from "./check-file";
import { clearStaging, openStaging, stageRefused, stageTold } from "./stage-told";

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
 * Checks a file and stages its good rows beside the dossiers of the unit; writes nothing that outlives the transaction.
 * @throws AppError INVALID import.badFile, import.noHeader
 */
export async function checkForUnit(
  sql: TransactionSql,
  { unitId, bytes, choose, at, now }: CheckRequest,
): Promise<CheckedFile> {
  const env = rowEnvOf(await loadJudge(sql, unitId, now), at);
  await openStaging(sql);
  await clearStaging(sql);
  const refused: string[] = [];
  const checked = await checkFile(bytes, choose, env, {
    take: async (rows) => {
      await stageTold(sql, unitId, rows);
    },
    refuse: (code) => refused.push(ownText(code)),
  });
  await stageRefused(sql, refused);
  return checked;
}
