import type { ApologyField, DossierEvent, DossierFact } from "../dossier/dossier-event";
import type { DossierState } from "../dossier/dossier-facts";
import type { ImportField, ImportMapping } from "./import-mapping";
import type { ProcedureIndex } from "./procedure-index";
import { type Cell, isoOf, type ReadTime, readChannel, readSigner, readState, readText, readTime } from "./read-value";

/** What is wrong with one cell of a row; `key` names the sentence in the i18n area `import.errors`. */
export interface RowError {
  /** As a spreadsheet counts rows: the headers of a usual file stand in 1. */
  line: number;
  /** Header of the column; null when the file has none for it. */
  column: string | null;
  key: string;
  details?: Record<string, string | number | boolean | null>;
}

export interface RowIntake {
  externalCode: string;
  applicantName: string | null;
  phone: string | null;
  officer: string | null;
  events: DossierEvent[];
}

export interface RowEnv {
  procedures: ProcedureIndex;
  /** The appointment that a procedure's term gives, in local minutes; null without a term. */
  dueOf: (procedure: string, acceptedAt: number) => number | null;
  /** When the file was handed in: the instant of learning, and the end of what can have happened. Local minute. */
  now: number;
}

const LIMITS = { code: 60, applicant: 200, phone: 40, officer: 120 } as const;
const END_OF_OFFICE = 17 * 60;
const START_OF_OFFICE = 7 * 60;
const DAY = 1440;

type TimeField = Extract<ImportField, `${string}At` | `${string}At2`>;
/** Each time must not lie before the time it follows, where both are told. */
const FOLLOWS: readonly (readonly [TimeField, TimeField])[] = [
  ["acceptedAt", "receivedAt"],
  ["supplementRequestedAt", "receivedAt"],
  ["supplementedAt", "supplementRequestedAt"],
  ["supplementRequestedAt2", "supplementedAt"],
  ["supplementedAt2", "supplementRequestedAt2"],
  ["finishedAt", "acceptedAt"],
  ["handedOverAt", "finishedAt"],
  ["closedAt", "acceptedAt"],
  ["withdrawnAt", "receivedAt"],
  ["refusedAt", "receivedAt"],
  ["stoppedAt", "receivedAt"],
  ["apologyAt", "acceptedAt"],
];
const APPOINTMENTS: ReadonlySet<TimeField> = new Set(["dueAt", "promisedAt"]);
const TIME_FIELDS: readonly TimeField[] = [
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
  "promisedAt",
];
const ENDINGS: Partial<Record<DossierState, TimeField>> = {
  withdrawn: "withdrawnAt",
  "not-accepted": "refusedAt",
  stopped: "stoppedAt",
};

/** Reads the rows of one file: knows which codes it has met. */
export class RowReader {
  readonly #mapping: ImportMapping;
  readonly #env: RowEnv;
  readonly #place = new Map<ImportField, number>();
  readonly #seen = new Map<string, number>();
  readonly #recordedAt: string;

  constructor(mapping: ImportMapping, headers: readonly string[], env: RowEnv) {
    this.#mapping = mapping;
    this.#env = env;
    this.#recordedAt = isoOf(env.now);
    for (const [field, column] of Object.entries(mapping.columns) as [ImportField, string][]) {
      const place = headers.indexOf(column);
      if (place >= 0) this.#place.set(field, place);
    }
  }

  /**
   * The dossier of a row with its events, or all that is wrong with the row. A time without an hour counts from the
   * start of office hours (appointments: to their end), never before what it follows on the same day.
   */
  read(line: number, cells: readonly Cell[]): RowIntake | RowError[] {
    const errors: RowError[] = [];
    const fail = (field: ImportField, key: string, details?: RowError["details"]) => {
      errors.push({ line, column: this.#mapping.columns[field] ?? null, key, ...(details ? { details } : {}) });
    };
    const text = (field: ImportField): string => {
      const place = this.#place.get(field);
      return place === undefined ? "" : readText(cells[place] ?? null);
    };

    const code = text("code");
    const before = this.#seen.get(code);
    if (!code) fail("code", "missing");
    else if (before !== undefined) fail("code", "twice", { value: code, other: before });
    else this.#seen.set(code, line);
    for (const [field, max] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
      if (text(field).length > max) fail(field, "tooLong", { value: `${text(field).slice(0, 40)}…`, max });
    }
    const procedureText = text("procedure");
    const procedure = procedureText ? this.#env.procedures.find(procedureText) : undefined;
    if (!procedureText) fail("procedure", "missing");
    else if (!procedure) fail("procedure", "unknownProcedure", { value: procedureText.slice(0, 80) });
    const channelText = text("channel");
    const channel = channelText ? readChannel(channelText) : "direct";
    if (!channel) fail("channel", "unknownChannel", { value: channelText.slice(0, 80) });
    const stateText = text("state");
    const state = stateText ? readState(stateText) : null;
    if (state === undefined) fail("state", "unknownState", { value: stateText.slice(0, 80) });
    const signerText = text("apologySigner");
    const signer = signerText ? readSigner(signerText) : "officer";
    if (!signer) fail("apologySigner", "unknownSigner", { value: signerText.slice(0, 80) });

    const times = this.#times(cells, fail);
    const received = times.get("receivedAt");
    if (received === undefined && !errors.some(({ key }) => key === "badDate")) {
      fail(this.#mapping.columns.receivedAt ? "receivedAt" : "acceptedAt", "missing");
    }
    this.#checkState(state ?? null, times, fail);
    if (errors.length > 0 || !procedure || !channel || !signer || received === undefined) return errors;
    const events = this.#events(times, { procedure, channel, signer, text }, fail);
    if (errors.length > 0) return errors;
    return {
      externalCode: code,
      applicantName: text("applicant") || null,
      phone: text("phone") || null,
      officer: text("officer") || null,
      events,
    };
  }

  /** Local minutes by field, checked for being real, past and in order. */
  #times(cells: readonly Cell[], fail: (field: ImportField, key: string, details?: RowError["details"]) => void) {
    const read = new Map<TimeField, ReadTime>();
    for (const field of TIME_FIELDS) {
      const place = this.#place.get(field);
      if (place === undefined) continue;
      const cell = cells[place] ?? null;
      const time = readTime(cell, this.#mapping.dateOrder);
      if (time === undefined) fail(field, "badDate", { value: readText(cell).slice(0, 40) });
      else if (time !== null) {
        read.set(field, time);
        if (time.minute > this.#env.now && !APPOINTMENTS.has(field)) fail(field, "future", { value: readText(cell) });
      }
    }
    if (!read.has("receivedAt") && read.has("acceptedAt")) read.set("receivedAt", read.get("acceptedAt")!);
    const times = new Map<TimeField, number>();
    for (const [field, time] of read) {
      const hour = !time.dayOnly ? 0 : APPOINTMENTS.has(field) ? END_OF_OFFICE : START_OF_OFFICE;
      times.set(field, time.minute + hour);
    }
    const startOf = (field: TimeField): TimeField =>
      field === "acceptedAt" && !times.has(field) ? "receivedAt" : field;
    for (const [field, wanted] of FOLLOWS) {
      const other = startOf(wanted);
      const [own, earlier] = [times.get(field), times.get(other)];
      if (own === undefined || earlier === undefined || own >= earlier) continue;
      const sameDay = Math.floor(own / DAY) === Math.floor(earlier / DAY);
      if (sameDay && (read.get(field)?.dayOnly || read.get(other)?.dayOnly)) times.set(field, earlier);
      else
        fail(field, "order", {
          value: wallTime(own),
          other: this.#mapping.columns[other] ?? "",
          time: wallTime(earlier),
        });
    }
    const [due, start] = [times.get("dueAt"), times.get(startOf("acceptedAt"))];
    if (due !== undefined && start !== undefined && due < start) {
      fail("dueAt", "dueBefore", { value: wallTime(due), time: wallTime(start) });
    }
    const [promised, apology] = [times.get("promisedAt"), times.get("apologyAt")];
    if (promised !== undefined && apology !== undefined && promised < apology) {
      fail("promisedAt", "order", {
        value: wallTime(promised),
        other: this.#mapping.columns.apologyAt ?? "",
        time: wallTime(apology),
      });
    }
    // A day named without its hour, today: it has happened by now at the latest.
    for (const [field, minute] of times) {
      if (!APPOINTMENTS.has(field) && minute > this.#env.now && read.get(field)?.dayOnly)
        times.set(field, this.#env.now);
    }
    return times;
  }

  #checkState(
    state: DossierState | null,
    times: Map<TimeField, number>,
    fail: (field: ImportField, key: string) => void,
  ): void {
    if (state === null) return;
    const ending = ENDINGS[state];
    if (ending) {
      // Systems write the end of a withdrawn dossier into the column of closing.
      const at = times.get(ending) ?? times.get("closedAt") ?? times.get("finishedAt");
      if (at === undefined) {
        fail("state", "stateWithoutDate");
        return;
      }
      times.set(ending, at);
      for (const field of ["finishedAt", "handedOverAt", "closedAt"] as const) times.delete(field);
    } else if (state === "finished" || state === "handed-over") {
      const told = (["finishedAt", "handedOverAt", "closedAt"] as const).some((field) => times.has(field));
      if (!told) fail("state", "stateWithoutDate");
    }
  }

  #events(
    times: ReadonlyMap<TimeField, number>,
    row: {
      procedure: string;
      channel: NonNullable<ReturnType<typeof readChannel>>;
      signer: NonNullable<ReturnType<typeof readSigner>>;
      text: (field: ImportField) => string;
    },
    fail: (field: ImportField, key: string) => void,
  ): DossierEvent[] {
    const events: DossierEvent[] = [];
    const add = (field: TimeField, fact: DossierFact) => {
      const minute = times.get(field);
      if (minute !== undefined) events.push({ at: isoOf(minute), recordedAt: this.#recordedAt, fact });
    };
    const { procedure, channel, signer, text } = row;
    add("receivedAt", { type: "received", procedure, channel, flags: [] });
    const accepted = times.get("acceptedAt") ?? (times.has("dueAt") ? times.get("receivedAt") : undefined);
    if (accepted !== undefined) {
      const due = times.get("dueAt") ?? this.#env.dueOf(procedure, accepted);
      if (due === null) fail("dueAt", "missingDue");
      else add(times.has("acceptedAt") ? "acceptedAt" : "receivedAt", { type: "accepted", dueAt: isoOf(due) });
    }
    add("supplementRequestedAt", { type: "supplement-requested" });
    add("supplementedAt", { type: "supplemented" });
    add("supplementRequestedAt2", { type: "supplement-requested" });
    add("supplementedAt2", { type: "supplemented" });
    const promised = times.get("promisedAt");
    if (times.has("apologyAt")) {
      const cause = text("apologyCause");
      const responsible = text("apologyResponsible");
      const fields: ApologyField[] = [];
      if (cause) fields.push("cause");
      if (promised !== undefined) fields.push("new-due");
      if (responsible) fields.push("responsible");
      if (text("apologyRemedy")) fields.push("remedy");
      const told = {
        ...(promised === undefined ? {} : { newDueAt: isoOf(promised) }),
        ...(cause ? { cause } : {}),
        ...(responsible ? { responsible } : {}),
      };
      add("apologyAt", { type: "apologised", fields, signer, ...told });
    }
    if (promised !== undefined) {
      // Without a letter nobody knows when the new day was told: not before the old one was known.
      const at = times.has("apologyAt") ? "apologyAt" : times.has("acceptedAt") ? "acceptedAt" : "receivedAt";
      add(at, { type: "reappointed", dueAt: isoOf(promised) });
    }
    add("refusedAt", { type: "refused" });
    add("withdrawnAt", { type: "withdrawn" });
    add("stoppedAt", { type: "stopped" });
    add("finishedAt", { type: "finished" });
    add("handedOverAt", { type: "handed-over" });
    add("closedAt", { type: "closed" });
    return events;
  }
}

/** "23/11/2026 08:30" of a local minute. */
function wallTime(minute: number): string {
  const text = new Date(minute * 60_000).toISOString();
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 16)}`;
}
