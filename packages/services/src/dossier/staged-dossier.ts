import { toLocalMinute } from "@gandan/calendar/local-time";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { isoOf } from "@gandan/model/import/read-time";
import type { FactColumns } from "../outcome/fact-columns";

/** A dossier on its way into the tables, with its fresh events and its outcomes. */
export interface StagedDossier {
  facts: FactColumns;
  /** Of a dossier that the unit has; null for a new one. */
  knownId: string | null;
  externalCode: string;
  receivedOn: string;
  applicantName: string | null;
  phone: string | null;
  officer: string | null;
  lastSeq: number;
  nextJudgeAt: Date | null;
  ownVersionId: string | null;
  /** Number of the first fresh event. */
  firstSeq: number;
  events: DossierEvent[];
  /** `bits` in decimal digits. */
  outcomes: { version_id: string; bits: string; pending: boolean }[];
}

type StagedType = "text" | "uuid" | "date" | "int" | "timestamptz" | "text[]" | "jsonb";

/** Facts as `dossier` keeps them, with their types. */
const FACTS: { readonly [K in keyof FactColumns]: StagedType } = {
  procedureCode: "text",
  procedureGroup: "text",
  channel: "text",
  flags: "text[]",
  state: "text",
  receivedAt: "timestamptz",
  acceptedAt: "timestamptz",
  dueAt: "timestamptz",
  promisedAt: "timestamptz",
  finishedAt: "timestamptz",
  handedOverAt: "timestamptz",
  closedAt: "timestamptz",
  endedAt: "timestamptz",
  pausedMinutes: "int",
  pausedSince: "timestamptz",
  supplementRequests: "int",
  reappointments: "int",
  apologyAt: "timestamptz",
  apologyFields: "text[]",
  apologySigner: "text",
  letters: "jsonb",
};

const OTHERS: { readonly [K in Exclude<keyof StagedDossier, "facts">]: StagedType } = {
  knownId: "uuid",
  externalCode: "text",
  receivedOn: "date",
  applicantName: "text",
  phone: "text",
  officer: "text",
  lastSeq: "int",
  nextJudgeAt: "timestamptz",
  ownVersionId: "uuid",
  firstSeq: "int",
  events: "jsonb",
  outcomes: "jsonb",
};

interface Column<P> {
  property: P;
  name: string;
  type: StagedType;
}

const columnsOf = <P extends string>(types: Readonly<Record<P, StagedType>>): Column<P>[] =>
  (Object.entries(types) as [P, StagedType][]).map(([property, type]) => ({
    property,
    name: property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    type,
  }));
const FACT_COLUMNS = columnsOf(FACTS);
const OTHER_COLUMNS = columnsOf(OTHERS);

/** Columns of `dossier` that follow from its events. */
export const FACT_NAMES: readonly string[] = FACT_COLUMNS.map(({ name }) => name);

/** Columns with their types, as a table or a record set declares them. */
export const STAGED_COLUMNS = [...FACT_COLUMNS, ...OTHER_COLUMNS].map(({ name, type }) => `${name} ${type}`).join(", ");

/** The rows as a JSON array of objects by column. */
export function stagedJson(rows: readonly StagedDossier[]): string {
  return JSON.stringify(
    rows.map((row) => {
      const values: Record<string, unknown> = {};
      for (const { property, name } of FACT_COLUMNS) values[name] = row.facts[property];
      for (const { property, name } of OTHER_COLUMNS) values[name] = row[property];
      return values;
    }),
  );
}

const escapeOf: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string) =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapeOf[sign]!) : text;

/** One row as COPY takes it in text format, with its line break. */
export function stagedLine(row: StagedDossier): string {
  const values: string[] = [];
  for (const { property, type } of FACT_COLUMNS) values.push(textOf(row.facts[property], type));
  for (const { property, type } of OTHER_COLUMNS) values.push(textOf(row[property], type));
  return `${values.join("\t")}\n`;
}

type Value = FactColumns[keyof FactColumns] | StagedDossier[Exclude<keyof StagedDossier, "facts">];

function textOf(value: Value, type: StagedType): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return type === "text" ? escaped(value) : value;
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return instantOf(value);
  if (value.length === 0) return type === "jsonb" ? "[]" : "{}";
  return escaped(type === "jsonb" ? JSON.stringify(value) : arrayOf(value as readonly string[]));
}

/** ISO 8601; most instants are whole minutes, which files repeat. */
function instantOf(instant: Date): string {
  return instant.getTime() % 60_000 === 0 ? isoOf(toLocalMinute(instant)) : instant.toISOString();
}

/** An array as PostgreSQL writes it. */
function arrayOf(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
