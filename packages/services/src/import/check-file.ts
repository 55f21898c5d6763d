import { toLocalMinute } from "@gandan/calendar/local-time";
import type { ImportMapping } from "@gandan/model/import/import-mapping";
import { ProcedureIndex } from "@gandan/model/import/procedure-index";
import { type RowEnv, type RowError, type RowIntake, RowReader } from "@gandan/model/import/read-row";
import { readText } from "@gandan/model/import/read-value";
import type { Judge } from "../outcome/judge";
import { readTable } from "./read-table";

/** Errors kept with an import; all are counted. */
const MAX_KEPT_ERRORS = 10_000;
/** Rows shown before anything is written. */
const SAMPLE_ROWS = 20;

export interface CheckedFile {
  headers: string[];
  sample: string[][];
  rowsTotal: number;
  rowsInError: number;
  errors: RowError[];
  intakes: RowIntake[];
}

/** What rows are checked against: the catalogue and the calendar of a unit, at the moment the file was handed in. */
export function rowEnvOf(judge: Judge, at: Date): RowEnv {
  const now = toLocalMinute(at);
  return {
    now,
    procedures: new ProcedureIndex(judge.procedures()),
    dueOf: (code, acceptedAt) => {
      const term = judge.termOn(code, new Date(acceptedAt * 60_000).toISOString().slice(0, 10));
      return term ? judge.calendar.dueAt(acceptedAt, term) : null;
    },
  };
}

/**
 * Reads a whole file by a mapping, or by the one that `choose` makes of its headers.
 * @throws AppError INVALID import.badFile, import.noHeader
 */
export async function checkFile(
  bytes: Uint8Array,
  choose: (headers: readonly string[]) => ImportMapping,
  env: RowEnv,
): Promise<CheckedFile & { mapping: ImportMapping }> {
  const checked: CheckedFile = { headers: [], sample: [], rowsTotal: 0, rowsInError: 0, errors: [], intakes: [] };
  let mapping: ImportMapping | undefined;
  let reader: RowReader | undefined;
  await readTable(bytes, {
    headers: (headers) => {
      checked.headers = headers;
      mapping = choose(headers);
      reader = new RowReader(mapping, headers, env);
    },
    row: (line, cells) => {
      checked.rowsTotal++;
      if (checked.sample.length < SAMPLE_ROWS) checked.sample.push(cells.map(readText));
      const read = reader!.read(line, cells);
      if (!Array.isArray(read)) {
        checked.intakes.push(read);
        return;
      }
      checked.rowsInError++;
      for (const error of read) if (checked.errors.length < MAX_KEPT_ERRORS) checked.errors.push(error);
    },
  });
  return { ...checked, mapping: mapping! };
}
