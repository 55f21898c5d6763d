import { z } from "zod";

/** What a column of an export may tell of a dossier. */
export const IMPORT_FIELDS = [
  "code",
  "procedure",
  "applicant",
  "phone",
  "channel",
  "officer",
  "state",
  "receivedAt",
  "acceptedAt",
  "dueAt",
  "supplementRequestedAt",
  "supplementedAt",
  "supplementRequestedAt2",
  "supplementedAt2",
  "finishedAt",
  "handedOverAt",
  "closedAt",
  "withdrawnAt",
  "refusedAt",
  "stoppedAt",
  "apologyAt",
  "apologyCause",
  "promisedAt",
  "apologyResponsible",
  "apologyRemedy",
  "apologySigner",
] as const;
const importField = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof importField>;

export const dateOrder = z.enum(["dmy", "mdy", "ymd"]);
export type DateOrder = z.infer<typeof dateOrder>;

/** Which column (by its header) holds which field, and how dates without a year in front are written. */
export const importMapping = z.object({
  columns: z.partialRecord(importField, z.string().min(1).max(300)),
  dateOrder: dateOrder.default("dmy"),
});
export type ImportMapping = z.infer<typeof importMapping>;

interface MappingProblem {
  key: "import.columnMissing" | "import.columnTwice";
  /** The field that lacks a column, or the later one of two that share it. */
  field: ImportField;
  column?: string;
}

/**
 * What keeps a mapping from being used: no column for the code, the procedure or the receipt (for which the acceptance
 * may stand in), or one column for two fields.
 */
export function checkMapping({ columns }: ImportMapping): MappingProblem[] {
  const problems: MappingProblem[] = [];
  for (const field of ["code", "procedure"] as const) {
    if (!columns[field]) problems.push({ key: "import.columnMissing", field });
  }
  if (!columns.receivedAt && !columns.acceptedAt) problems.push({ key: "import.columnMissing", field: "receivedAt" });
  const used = new Set<string>();
  for (const field of IMPORT_FIELDS) {
    const column = columns[field];
    if (column && used.has(column)) problems.push({ key: "import.columnTwice", field, column });
    if (column) used.add(column);
  }
  return problems;
}
