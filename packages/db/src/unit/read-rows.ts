import Papa from "papaparse";
import type { UnitFileError } from "./unit-file-error";

export interface FileRow<C extends string> {
  line: number;
  values: Record<C, string>;
}

/** Records of a CSV text with the line on which each begins; empty lines are left out, Unicode is composed (NFC). */
function* recordsOf(text: string): Generator<{ line: number; fields: string[]; quotes: boolean }> {
  const records: { end: number; fields: string[]; quotes: boolean }[] = [];
  Papa.parse<string[]>(text, {
    step: ({ data, errors, meta }) => {
      records.push({ end: meta.cursor, fields: data, quotes: errors.some(({ type }) => type === "Quotes") });
    },
  });
  let line = 1;
  let start = 0;
  for (const { end, fields, quotes } of records) {
    if (fields.length > 1 || fields[0]?.trim()) {
      yield { line, fields: fields.map((field) => field.normalize("NFC").trim()), quotes };
    }
    line += text.slice(start, end).split("\n").length - 1;
    start = end;
  }
}

/** The names in the header of a CSV text. */
export function headerOf(text: string): string[] {
  const first = recordsOf(text.replace(/^\uFEFF/, "").slice(0, 4096)).next();
  return first.done ? [] : first.value.fields;
}

/**
 * Rows under a header that names exactly `columns`, in any order. Every row with a wrong number of fields, a quote left
 * open, or an empty value in a column outside `mayBeEmpty`, is an error and left out.
 */
export function readRows<C extends string>(
  content: string,
  columns: readonly C[],
  mayBeEmpty: readonly C[],
  errors: UnitFileError[],
): FileRow<C>[] {
  const rows: FileRow<C>[] = [];
  let header: string[] | undefined;
  for (const { line, fields, quotes } of recordsOf(content.replace(/^\uFEFF/, ""))) {
    if (!header) {
      header = fields;
      continue;
    }
    if (quotes) errors.push({ line, column: null, key: "unitFile.quotes", details: {} });
    else if (fields.length !== header.length) {
      errors.push({
        line,
        column: null,
        key: "unitFile.fields",
        details: { found: fields.length, wanted: header.length },
      });
    } else {
      const values = Object.fromEntries(header.map((name, n) => [name, fields[n] ?? ""])) as Record<C, string>;
      const empty = columns.filter((column) => values[column] === "" && !mayBeEmpty.includes(column));
      for (const column of empty) errors.push({ line, column, key: "unitFile.empty", details: {} });
      if (empty.length === 0) rows.push({ line, values });
    }
  }
  return rows;
}
