import { toLocalMinute } from "@gandan/calendar/local-time";
import type { ImportMapping } from "@gandan/model/import/import-mapping";
import { ownText } from "@gandan/model/import/own-text";
import { ProcedureIndex } from "@gandan/model/import/procedure-index";
import { type RowEnv, type RowIntake, RowReader } from "@gandan/model/import/read-row";
import { readText } from "@gandan/model/import/read-value";
import type { RowError } from "@gandan/model/import/row-error";
import type { Judge } from "../outcome/judge";
import { readTable } from "./read-table";

/** Errors kept with an import; all are counted. */
export const MAX_KEPT_ERRORS = 10_000;
/** Rows shown before anything is written. */
const SAMPLE_ROWS = 20;
/** Good rows handed on at once, at least. */
const PORTION = 2_000;

export interface CheckedFile {
  mapping: ImportMapping;
  headers: string[];
  sample: string[][];
  rowsTotal: number;
  rowsInError: number;
  /** The first of them. */
  errors: RowError[];
}

interface CheckOptions {
  /**
   * Takes the good rows, portion by portion in the order of the file. Reading goes on meanwhile, up to the end of the
   * next portion: no more than two are in memory.
   */
  take?: (rows: RowIntake[]) => Promise<void>;
  /** Told the code of each row in error. */
  refuse?: (code: string) => void;
  /** Good rows handed on at once, at least; 2,000 unless given. */
  portion?: number;
  /** Errors kept; 10,000 unless given. */
  mostErrors?: number;
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
 * Reads a whole file by a mapping, or by the one that `choose` makes of its headers, in flat memory.
 * @throws AppError INVALID import.badFile, import.noHeader; what `take` throws
 */
export async function checkFile(
  bytes: Uint8Array,
  choose: (headers: readonly string[]) => ImportMapping,
  env: RowEnv,
  { take = async () => {}, refuse, portion = PORTION, mostErrors = MAX_KEPT_ERRORS }: CheckOptions = {},
): Promise<CheckedFile> {
  const checked: Omit<CheckedFile, "mapping"> = { headers: [], sample: [], rowsTotal: 0, rowsInError: 0, errors: [] };
  let mapping: ImportMapping | undefined;
  let reader: RowReader | undefined;
  let rows: RowIntake[] = [];
  let taking: Promise<void> | undefined;
  const handOn = async () => {
    await taking;
    taking = take(rows);
    // Awaited before the next portion; until then a failure must not count as unhandled.
    taking.catch(() => {});
    rows = [];
  };
  const read = readTable(bytes, {
    headers: (headers) => {
      checked.headers = headers;
      mapping = choose(headers);
      reader = new RowReader(mapping, headers, env);
    },
    row: (line, cells) => {
      checked.rowsTotal++;
      if (checked.sample.length < SAMPLE_ROWS) checked.sample.push(cells.map((cell) => ownText(readText(cell))));
      const found = reader!.read(line, cells);
      if (!Array.isArray(found)) {
        rows.push(found);
        return;
      }
      checked.rowsInError++;
      refuse?.(reader!.code);
      for (const error of found) if (checked.errors.length < mostErrors) checked.errors.push(error);
    },
    portion: async () => {
      if (rows.length >= portion) await handOn();
    },
  });
  // Whatever happens, nothing is under way any more when this ends.
  await read.finally(() => taking?.catch(() => {}));
  if (rows.length > 0) await handOn();
  await taking;
  return { ...checked, mapping: mapping! };
}
