import type { DossierEvent } from "../dossier/dossier-event";
import type { DossierState } from "../dossier/dossier-facts";
import type { ImportField, ImportMapping } from "./import-mapping";
import { ownText } from "./own-text";
import type { ProcedureIndex } from "./procedure-index";
import { type Cell, readChannel, readSigner, readState, readText } from "./read-value";
import type { Fail, RowError } from "./row-error";
import { RowEvents } from "./row-events";
import { NONE, PLACE, RowTimes, type TimeField } from "./row-times";

export interface RowIntake {
  externalCode: string;
  applicantName: string | null;
  phone: string | null;
  officer: string | null;
  events: DossierEvent[];
  /** Which times the row tells, and which of them without an hour; bits by `PLACE` of row-times. */
  told: number;
  toldByDay: number;
}

export interface RowEnv {
  procedures: ProcedureIndex;
  /** The appointment that a procedure's term gives, in local minutes; null without a term. */
  dueOf: (procedure: string, acceptedAt: number) => number | null;
  /** When the file was handed in: the instant of learning, and the end of what can have happened. Local minute. */
  now: number;
}

const LIMITS = { code: 60, applicant: 200, phone: 40, officer: 120 } as const;
const ENDINGS: Partial<Record<DossierState, TimeField>> = {
  withdrawn: "withdrawnAt",
  "not-accepted": "refusedAt",
  stopped: "stoppedAt",
};
const COMPLETIONS = [PLACE.finishedAt, PLACE.handedOverAt, PLACE.closedAt];

/** Reads the rows of one file: knows which codes it has met. */
export class RowReader {
  readonly #mapping: ImportMapping;
  readonly #procedures: ProcedureIndex;
  /** Where each field that is read as text stands in a row. */
  readonly #cells: Record<
    | keyof typeof LIMITS
    | "procedure"
    | "channel"
    | "state"
    | "apologySigner"
    | "apologyCause"
    | "apologyResponsible"
    | "apologyRemedy",
    number
  >;
  readonly #times: RowTimes;
  readonly #events: RowEvents;
  readonly #seen = new Map<string, number>();
  /** Of the row read last, as it stands there. */
  code = "";
  #line = 0;
  #errors: RowError[] = [];

  constructor(mapping: ImportMapping, headers: readonly string[], env: RowEnv) {
    this.#mapping = mapping;
    this.#procedures = env.procedures;
    const cellOf = (field: ImportField) => {
      const column = mapping.columns[field];
      return column === undefined ? -1 : headers.indexOf(column);
    };
    this.#cells = {
      code: cellOf("code"),
      applicant: cellOf("applicant"),
      phone: cellOf("phone"),
      officer: cellOf("officer"),
      procedure: cellOf("procedure"),
      channel: cellOf("channel"),
      state: cellOf("state"),
      apologySigner: cellOf("apologySigner"),
      apologyCause: cellOf("apologyCause"),
      apologyResponsible: cellOf("apologyResponsible"),
      apologyRemedy: cellOf("apologyRemedy"),
    };
    this.#times = new RowTimes(mapping, cellOf, env.now);
    this.#events = new RowEvents(env.now, env.dueOf);
  }

  /**
   * The dossier of a row with its events, or all that is wrong with the row. A time without an hour counts from the
   * start of office hours (appointments: to their end), never before what it follows on the same day.
   */
  read(line: number, cells: readonly Cell[]): RowIntake | RowError[] {
    this.#line = line;
    if (this.#errors.length > 0) this.#errors = [];
    const places = this.#cells;
    const code = textOf(cells, places.code);
    this.code = code;
    this.#checkCode(code);
    this.#limited(cells, "code");
    const applicant = this.#limited(cells, "applicant");
    const phone = this.#limited(cells, "phone");
    const officer = this.#limited(cells, "officer");

    const procedureText = textOf(cells, places.procedure);
    const procedure = procedureText ? this.#procedures.find(procedureText) : undefined;
    if (!procedureText) this.#fail("procedure", "missing");
    else if (!procedure) this.#fail("procedure", "unknownProcedure", { value: procedureText.slice(0, 80) });
    const channelText = textOf(cells, places.channel);
    const channel = channelText ? readChannel(channelText) : "direct";
    if (!channel) this.#fail("channel", "unknownChannel", { value: channelText.slice(0, 80) });
    const stateText = textOf(cells, places.state);
    const state = stateText ? readState(stateText) : null;
    if (state === undefined) this.#fail("state", "unknownState", { value: stateText.slice(0, 80) });
    const signerText = textOf(cells, places.apologySigner);
    const signer = signerText ? readSigner(signerText) : "officer";
    if (!signer) this.#fail("apologySigner", "unknownSigner", { value: signerText.slice(0, 80) });

    const { at } = this.#times;
    this.#times.read(cells, this.#fail);
    if (at[PLACE.receivedAt] === NONE && !this.#errors.some(({ key }) => key === "badDate")) {
      this.#fail(this.#mapping.columns.receivedAt ? "receivedAt" : "acceptedAt", "missing");
    }
    if (state) this.#checkState(state, at);
    if (this.#errors.length > 0 || !procedure || !channel || !signer) return this.#errors;
    const events = this.#events.read(at, {
      procedure,
      channel,
      signer,
      cause: textOf(cells, places.apologyCause),
      responsible: textOf(cells, places.apologyResponsible),
      remedy: textOf(cells, places.apologyRemedy),
    });
    if (!events) {
      this.#fail("dueAt", "missingDue");
      return this.#errors;
    }
    return {
      externalCode: code,
      applicantName: applicant || null,
      phone: phone || null,
      officer: officer || null,
      events,
      told: this.#times.told,
      toldByDay: this.#times.toldByDay,
    };
  }

  readonly #fail: Fail = (field, key, details) => {
    const error: RowError = { line: this.#line, column: this.#mapping.columns[field] ?? null, key };
    if (details) {
      for (const [name, value] of Object.entries(details)) {
        if (typeof value === "string") details[name] = ownText(value);
      }
      error.details = details;
    }
    this.#errors.push(error);
  };

  #limited(cells: readonly Cell[], field: keyof typeof LIMITS): string {
    const text = textOf(cells, this.#cells[field]);
    if (text.length > LIMITS[field]) {
      this.#fail(field, "tooLong", { value: `${text.slice(0, 40)}…`, max: LIMITS[field] });
    }
    return text;
  }

  #checkCode(code: string): void {
    const before = this.#seen.get(code);
    if (!code) this.#fail("code", "missing");
    else if (before !== undefined) this.#fail("code", "twice", { value: code, other: before });
    else this.#seen.set(ownText(code), this.#line);
  }

  #checkState(state: DossierState, at: Int32Array): void {
    const ending = ENDINGS[state];
    if (ending) {
      // Systems write the end of a withdrawn dossier into the column of closing.
      const place = [PLACE[ending], PLACE.closedAt, PLACE.finishedAt].find((each) => at[each] !== NONE);
      if (place === undefined) {
        this.#fail("state", "stateWithoutDate");
        return;
      }
      const end = at[place]!;
      for (const completion of COMPLETIONS) at[completion] = NONE;
      at[PLACE[ending]] = end;
    } else if (state === "finished" || state === "handed-over") {
      if (COMPLETIONS.every((place) => at[place] === NONE)) this.#fail("state", "stateWithoutDate");
    }
  }
}

/** The cell as one line of text, "" when the row or the mapping has none. */
function textOf(cells: readonly Cell[], place: number): string {
  const cell = place < 0 ? null : (cells[place] ?? null);
  return typeof cell === "string" ? cell.trim() : readText(cell);
}
