import type { LocalMinute } from "@gandan/calendar/local-time";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import type { SearchKeys } from "@gandan/model/dossier/search-keys";
import { isoOf } from "@gandan/model/import/read-time";
import type { VersionOutcome } from "../outcome/judge";
import { CopyText } from "./copy-text";

/** A dossier on its way into the tables, with its fresh events and its outcomes. */
export interface StagedDossier extends SearchKeys {
  facts: DossierFacts;
  /** Of a dossier that the unit has; null for a new one. */
  knownId: string | null;
  externalCode: string;
  receivedOn: string;
  phone: string | null;
  lastSeq: number;
  nextJudgeAt: LocalMinute;
  nextRemindAt: LocalMinute;
  lettersAt: LocalMinute;
  ownVersionId: string | null;
  /** Number of the first fresh event. */
  firstSeq: number;
  events: DossierEvent[];
  /** When all of them were recorded, so that it is said once; null when they differ, and each says it for itself. */
  recordedAt: string | null;
  outcomes: VersionOutcome[];
  applicantName: string | null;
  officer: string | null;
}

/** How a value is kept: as its type in PostgreSQL, a local minute as an instant. */
type StagedType =
  | "text"
  | "uuid"
  | "date"
  | "int"
  | "minute"
  | "text[]"
  | "timestamptz"
  | "letters"
  | "events"
  | "outcomes";

/** Facts as `dossier` keeps them, with their types. */
const FACTS: { readonly [K in keyof DossierFacts]: StagedType } = {
  procedure: "text",
  group: "text",
  channel: "text",
  flags: "text[]",
  state: "text",
  receivedAt: "minute",
  acceptedAt: "minute",
  dueAt: "minute",
  promisedAt: "minute",
  finishedAt: "minute",
  handedOverAt: "minute",
  closedAt: "minute",
  endedAt: "minute",
  pausedMinutes: "int",
  pausedSince: "minute",
  supplementRequests: "int",
  reappointments: "int",
  apologyAt: "minute",
  apologyFields: "text[]",
  apologySigner: "text",
  letters: "letters",
};

const OTHERS: { readonly [K in Exclude<keyof StagedDossier, "facts">]: StagedType } = {
  knownId: "uuid",
  externalCode: "text",
  receivedOn: "date",
  phone: "text",
  lastSeq: "int",
  nextJudgeAt: "minute",
  nextRemindAt: "minute",
  lettersAt: "minute",
  ownVersionId: "uuid",
  firstSeq: "int",
  events: "events",
  recordedAt: "timestamptz",
  outcomes: "outcomes",
  nameKey: "text",
  nameTail: "text",
  nameMarked: "text",
  phoneTail: "text",
  applicantName: "text",
  officer: "text",
};

interface Column<P> {
  property: P;
  name: string;
  type: StagedType;
}

const KEPT_AS: Partial<Record<StagedType, string>> = {
  minute: "timestamptz",
  letters: "jsonb",
  events: "jsonb",
  outcomes: "jsonb",
};
/** Columns of `dossier` that are not called as the fact they hold. */
const NAMES: Readonly<Record<string, string>> = { procedure: "procedure_code", group: "procedure_group" };

const columnsOf = <P extends string>(types: Readonly<Record<P, StagedType>>): Column<P>[] =>
  (Object.entries(types) as [P, StagedType][]).map(([property, type]) => ({
    property,
    name: NAMES[property] ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    type,
  }));
const FACT_COLUMNS = columnsOf(FACTS);
const OTHER_COLUMNS = columnsOf(OTHERS);

/** Columns of `dossier` that follow from its events. */
export const FACT_NAMES: readonly string[] = FACT_COLUMNS.map(({ name }) => name);

/** Columns with their types, as a table or a record set declares them. */
export const STAGED_COLUMNS = [...FACT_COLUMNS, ...OTHER_COLUMNS]
  .map(({ name, type }) => `${name} ${KEPT_AS[type] ?? type}`)
  .join(", ");

/** The rows as a JSON array of objects by column. */
export function stagedJson(rows: readonly StagedDossier[]): string {
  return JSON.stringify(
    rows.map((row) => {
      const values: Record<string, unknown> = {};
      for (const { property, name, type } of FACT_COLUMNS) values[name] = keptAs(row.facts[property], type);
      for (const { property, name, type } of OTHER_COLUMNS) values[name] = keptAs(row[property], type);
      return values;
    }),
  );
}

/** Bytes handed to COPY at once. */
const PIECE = 64 * 1024;

/** Rows as COPY takes them in text format, in pieces of about 64 kB. */
export function* stagedPieces(rows: Iterable<StagedDossier>): Generator<Buffer> {
  const out = new CopyText(2 * PIECE);
  for (const row of rows) {
    addRow(out, row);
    if (out.length >= PIECE) yield out.take();
  }
  if (out.length > 0) yield out.take();
}

function addRow(out: CopyText, row: StagedDossier): void {
  for (let i = 0; i < FACT_COLUMNS.length; i++) {
    const { property, type } = FACT_COLUMNS[i]!;
    if (i > 0) out.nextColumn();
    addValue(out, row.facts[property], type);
  }
  for (let i = 0; i < OTHER_COLUMNS.length; i++) {
    const { property, type } = OTHER_COLUMNS[i]!;
    out.nextColumn();
    if (type === "events") addEvents(out, row.events, row.recordedAt);
    else if (type === "outcomes") addOutcomes(out, row.outcomes);
    else addValue(out, row[property], type);
  }
  out.endRow();
}

type Value = DossierFacts[keyof DossierFacts] | StagedDossier[Exclude<keyof StagedDossier, "facts">];
type Letters = DossierFacts["letters"];

const instantOf = (minute: LocalMinute) => (minute === NEVER ? null : isoOf(minute));
const lettersOf = (letters: Letters) => letters.map(({ letter, at }) => ({ letter, at: isoOf(at) }));

const outcomesOf = (outcomes: readonly VersionOutcome[]) =>
  outcomes.map(({ versionId, bits, pending }) => ({ version_id: versionId, bits, pending }));

function keptAs(value: Value, type: StagedType): unknown {
  if (type === "minute") return instantOf(value as LocalMinute);
  if (type === "outcomes") return outcomesOf(value as VersionOutcome[]);
  return type === "letters" ? lettersOf(value as Letters) : value;
}

function addValue(out: CopyText, value: Value, type: StagedType): void {
  if (value === null || (type === "minute" && value === NEVER)) out.addNull();
  else if (typeof value === "string") out.add(value);
  else if (typeof value === "number") out.addPlain(type === "minute" ? isoOf(value) : String(value));
  else if (type === "text[]") out.add(value.length === 0 ? "{}" : arrayOf(value as readonly string[]));
  else out.add(value.length === 0 ? "[]" : JSON.stringify(keptAs(value, type)));
}

/** As JSON, piece by piece: instants hold nothing to escape, and the rows of a file share most of their facts. */
function addEvents(out: CopyText, events: readonly DossierEvent[], common: string | null): void {
  let start = '[{"at":"';
  for (const { at, recordedAt, fact } of events) {
    out.addPlain(start);
    out.addPlain(at);
    if (recordedAt !== common) {
      out.addPlain('","recordedAt":"');
      out.addPlain(recordedAt);
    }
    out.addPlain('","fact":');
    out.add(factText(fact));
    start = '},{"at":"';
  }
  out.addPlain(events.length === 0 ? "[]" : "}]");
}

function addOutcomes(out: CopyText, outcomes: readonly VersionOutcome[]): void {
  let start = '[{"version_id":"';
  for (const { versionId, bits, pending } of outcomes) {
    out.addPlain(start);
    out.addPlain(versionId);
    out.addPlain('","bits":"');
    out.addPlain(bits);
    out.addPlain(pending ? '","pending":true' : '","pending":false');
    start = '},{"version_id":"';
  }
  out.addPlain(outcomes.length === 0 ? "[]" : "}]");
}

const SHARED = new WeakMap<DossierFact, string>();

function factText(fact: DossierFact): string {
  if (!Object.isFrozen(fact)) return JSON.stringify(fact);
  let text = SHARED.get(fact);
  if (text === undefined) {
    text = JSON.stringify(fact);
    SHARED.set(fact, text);
  }
  return text;
}

/** An array as PostgreSQL writes it. */
function arrayOf(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
