import type { ImportField } from "./import-mapping";

/** What is wrong with one cell of a row; `key` names the sentence in the i18n area `import.errors`. */
export interface RowError {
  /** As a spreadsheet counts rows: the headers of a usual file stand in 1. */
  line: number;
  /** Header of the column; null when the file has none for it. */
  column: string | null;
  key: string;
  details?: Record<string, string | number | boolean | null>;
}

/** Notes an error of the row in hand. */
export type Fail = (field: ImportField, key: string, details?: RowError["details"]) => void;
