import type { LocalMinute } from "@gandan/calendar/local-time";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import { isoOf } from "@gandan/model/import/read-time";

/** A dossier on its way into the tables, with its fresh events and its outcomes. */
export interface StagedDossier {
  facts: DossierFacts;
  /** Of a dossier that the unit has; null for a new one. */
  knownId: string | null;
  externalCode: string;
  receivedOn: string;
  phone: string | null;
  lastSeq: number;
  nextJudgeAt: LocalMinute;
  ownVersionId: string | null;
  /** Number of the first fresh event. */
  firstSeq: number;
  events: DossierEvent[];
  /** When all of them were recorded, so that it is said once; null when they differ, and each says it for itself. */
  recordedAt: string | null;
  /** `bits` in decimal digits. */
  outcomes: { version_id: string; bits: string; pending: boolean }[];
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
  | "jsonb";

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
  ownVersionId: "uuid",
  firstSeq: "int",
  events: "events",
  recordedAt: "timestamptz",
  outcomes: "jsonb",
  // Last what holds letters beyond ASCII: text without them is written many times as fast.
  applicantName: "text",
  officer: "text",
};

interface Column<P> {
  property: P;
  name: string;
  type: StagedType;
}

const KEPT_AS: Partial<Record<StagedType, string>> = { minute: "timestamptz", letters: "jsonb", events: "jsonb" };
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
const MIDDLE_COLUMNS = OTHER_COLUMNS.slice(0, -2);

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

const escapeOf: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string) =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapeOf[sign]!) : text;

/** Bytes handed to COPY at once. */
const PIECE = 64 * 1024;
const PLAIN = /^[\0-\x7f]*$/;

/** Rows as COPY takes them in text format, in pieces of about 64 kB. */
export function* stagedPieces(rows: Iterable<StagedDossier>): Generator<Buffer> {
  let piece = Buffer.allocUnsafe(2 * PIECE);
  let end = 0;
  for (const row of rows) {
    const [head, names] = stagedLine(row);
    // A letter takes at most three bytes.
    const most = 3 * (head.length + names.length);
    if (end + most > piece.length) {
      yield piece.subarray(0, end);
      piece = Buffer.allocUnsafe(Math.max(2 * PIECE, most));
      end = 0;
    }
    end += piece.write(head, end, PLAIN.test(head) ? "latin1" : "utf8");
    end += piece.write(names, end, "utf8");
    if (end < PIECE) continue;
    yield piece.subarray(0, end);
    piece = Buffer.allocUnsafe(2 * PIECE);
    end = 0;
  }
  if (end > 0) yield piece.subarray(0, end);
}

/** One row in text format, with its line break: the names apart from the rest. */
function stagedLine(row: StagedDossier): [string, string] {
  let head = "";
  for (const { property, type } of FACT_COLUMNS) head += `${textOf(row.facts[property], type)}\t`;
  for (const { property, type } of MIDDLE_COLUMNS) {
    head += `${type === "events" ? escaped(eventsText(row.events, row.recordedAt)) : textOf(row[property], type)}\t`;
  }
  const [applicant, officer] = [textOf(row.applicantName, "text"), textOf(row.officer, "text")];
  return [head, `${applicant}\t${officer}\n`];
}

type Value = DossierFacts[keyof DossierFacts] | StagedDossier[Exclude<keyof StagedDossier, "facts">];
type Letters = DossierFacts["letters"];

const instantOf = (minute: LocalMinute) => (minute === NEVER ? null : isoOf(minute));
const lettersOf = (letters: Letters) => letters.map(({ letter, at }) => ({ letter, at: isoOf(at) }));

function keptAs(value: Value, type: StagedType): unknown {
  if (type === "minute") return instantOf(value as LocalMinute);
  return type === "letters" ? lettersOf(value as Letters) : value;
}

function textOf(value: Value, type: StagedType): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return type === "text" ? escaped(value) : value;
  if (typeof value === "number") return type === "minute" ? (instantOf(value) ?? "\\N") : String(value);
  if (type === "text[]") return value.length === 0 ? "{}" : escaped(arrayOf(value as readonly string[]));
  return value.length === 0 ? "[]" : escaped(JSON.stringify(keptAs(value, type)));
}

/** As JSON.stringify, twice as fast: instants hold nothing to escape, and the rows of a file share most of their facts. */
function eventsText(events: readonly DossierEvent[], common: string | null): string {
  let text = "";
  for (const { at, recordedAt, fact } of events) {
    const recorded = recordedAt === common ? "" : `"recordedAt":"${recordedAt}",`;
    text += `${text === "" ? "" : ","}{"at":"${at}",${recorded}"fact":${factText(fact)}}`;
  }
  return `[${text}]`;
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
