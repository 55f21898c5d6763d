import type { ImportField, ImportMapping } from "./import-mapping";
import { BAD_TIME, NO_TIME, timeOf } from "./read-time";
import { type Cell, readText } from "./read-value";
import type { Fail } from "./row-error";

export type TimeField = Extract<ImportField, `${string}At` | `${string}At2`>;
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
/** Place of a field in {@link RowTimes.at}. */
export const PLACE = Object.fromEntries(TIME_FIELDS.map((field, place) => [field, place])) as Record<TimeField, number>;
/** In {@link RowTimes.at}: the row tells no such time. */
export const NONE = -1;

/** Each time must not lie before the time it follows, where both are told. */
const FOLLOWS = (
  [
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
  ] satisfies [TimeField, TimeField][]
).map(([field, other]) => ({ field: PLACE[field], other: PLACE[other] }));
const APPOINTMENTS: ReadonlySet<TimeField> = new Set(["dueAt", "promisedAt"]);
const IS_APPOINTMENT = TIME_FIELDS.map((field) => APPOINTMENTS.has(field));
const END_OF_OFFICE = 17 * 60;
const START_OF_OFFICE = 7 * 60;
const DAY = 1440;

/** The times of one row after another: read, and checked for being real, past and in order. */
export class RowTimes {
  /** Local minutes by {@link PLACE}, or NONE. */
  readonly at = new Int32Array(TIME_FIELDS.length);
  /** Which places the row itself tells, and which of them without an hour; bits by {@link PLACE}. */
  told = 0;
  toldByDay = 0;
  readonly #dayOnly = new Uint8Array(TIME_FIELDS.length);
  readonly #columns: { place: number; cell: number }[] = [];
  readonly #mapping: ImportMapping;
  readonly #now: number;

  /** @param cellOf where a field stands in a row; -1 when it has no column */
  constructor(mapping: ImportMapping, cellOf: (field: ImportField) => number, now: number) {
    this.#mapping = mapping;
    this.#now = now;
    TIME_FIELDS.forEach((field, place) => {
      const cell = cellOf(field);
      if (cell >= 0) this.#columns.push({ place, cell });
    });
  }

  /** Tells what is wrong by `fail`; a time that cannot be read is NONE. */
  read(cells: readonly Cell[], fail: Fail): void {
    this.#readCells(cells, fail);
    this.#putInOrder(fail);
    const { at } = this;
    const start = at[this.#known(PLACE.acceptedAt)]!;
    const due = at[PLACE.dueAt]!;
    if (due !== NONE && start !== NONE && due < start) {
      fail("dueAt", "dueBefore", { value: wallTime(due), time: wallTime(start) });
    }
    const promised = at[PLACE.promisedAt]!;
    const apology = at[PLACE.apologyAt]!;
    if (promised !== NONE && apology !== NONE && promised < apology) {
      fail("promisedAt", "order", {
        value: wallTime(promised),
        other: this.#mapping.columns.apologyAt ?? "",
        time: wallTime(apology),
      });
    }
    // A day named without its hour, today: it has happened by now at the latest.
    for (let place = 0; place < at.length; place++) {
      if (at[place]! > this.#now && !IS_APPOINTMENT[place] && this.#dayOnly[place]) at[place] = this.#now;
    }
  }

  #readCells(cells: readonly Cell[], fail: Fail): void {
    const { at } = this;
    const { dateOrder } = this.#mapping;
    at.fill(NONE);
    this.#dayOnly.fill(0);
    this.told = 0;
    this.toldByDay = 0;
    for (const { place, cell } of this.#columns) {
      const value = cells[cell] ?? null;
      const time = timeOf(value, dateOrder);
      if (time === NO_TIME) continue;
      if (time === BAD_TIME) {
        fail(TIME_FIELDS[place]!, "badDate", { value: readText(value).slice(0, 40) });
        continue;
      }
      const minute = time >> 1;
      const isAppointment = IS_APPOINTMENT[place];
      if (minute > this.#now && !isAppointment) fail(TIME_FIELDS[place]!, "future", { value: readText(value) });
      const dayOnly = time & 1;
      this.told |= 1 << place;
      this.toldByDay |= dayOnly << place;
      this.#dayOnly[place] = dayOnly;
      at[place] = minute + (dayOnly ? (isAppointment ? END_OF_OFFICE : START_OF_OFFICE) : 0);
    }
    if (at[PLACE.receivedAt] === NONE) {
      at[PLACE.receivedAt] = at[PLACE.acceptedAt]!;
      this.#dayOnly[PLACE.receivedAt] = this.#dayOnly[PLACE.acceptedAt]!;
    }
  }

  /** Of two on the same day the one without an hour gives way. */
  #putInOrder(fail: Fail): void {
    const { at } = this;
    for (const { field, other: wanted } of FOLLOWS) {
      const own = at[field]!;
      if (own === NONE) continue;
      const other = this.#known(wanted);
      const earlier = at[other]!;
      if (earlier === NONE || own >= earlier) continue;
      const sameDay = Math.floor(own / DAY) === Math.floor(earlier / DAY);
      if (sameDay && (this.#dayOnly[field] || this.#dayOnly[other])) at[field] = earlier;
      else
        fail(TIME_FIELDS[field]!, "order", {
          value: wallTime(own),
          other: this.#mapping.columns[TIME_FIELDS[other]!] ?? "",
          time: wallTime(earlier),
        });
    }
  }

  /** The place itself; for an acceptance that the row does not tell, that of the receipt. */
  #known(place: number): number {
    return place === PLACE.acceptedAt && this.at[place] === NONE ? PLACE.receivedAt : place;
  }
}

/** "23/11/2026 08:30" of a local minute. */
function wallTime(minute: number): string {
  const text = new Date(minute * 60_000).toISOString();
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 16)}`;
}
