import { createHmac, randomBytes } from "node:crypto";
import { localToday } from "../unit/local-today";

export type AnswerMark = "quick" | "burst" | "same-device";

export interface WatchedSheet {
  /** Where it comes from: a point, or the tokens of a unit. */
  place: string;
  /** What tells devices apart; null where many answer on one by design. */
  device: string | null;
  /** Of a burst: the address for tokens, the place itself for points. */
  group: string;
  /** How many questions were answered. */
  answered: number;
  /** How long answering took; null when it is not known. */
  seconds: number | null;
  now: Date;
}

/** Nobody reads and answers a question in less. */
const QUICK_SECONDS_PER_ANSWER = 1;
/** Sheets of one group in one minute, beyond which they come too close together. */
const MOST_IN_A_MINUTE = 6;
/** Devices and minutes remembered at once. */
const MOST_KEYS = 50_000;

/**
 * Marks what is doubtful about a sheet when it comes: answered in no time, many in a minute, or a second one from a
 * device on the same day. Devices are known only as a hash with a salt of the day, in the memory of this process: neither
 * is written anywhere, so that nothing leads from a device to its answer.
 */
export class AnswerWatch {
  #day = "";
  #salt = randomBytes(32);
  readonly #devices = new Set<string>();
  readonly #minutes = new Map<string, number>();

  /** The marks of a sheet that was taken; counts it. */
  marksOf({ place, device, group, answered, seconds, now }: WatchedSheet): AnswerMark[] {
    this.#beginDay(localToday(now));
    const marks: AnswerMark[] = [];
    if (seconds !== null && seconds < answered * QUICK_SECONDS_PER_ANSWER) marks.push("quick");
    const minute = `${Math.floor(now.getTime() / 60_000)} ${this.#hash(group)}`;
    const inMinute = (this.#minutes.get(minute) ?? 0) + 1;
    this.#remember(this.#minutes, minute);
    this.#minutes.set(minute, inMinute);
    if (inMinute > MOST_IN_A_MINUTE) marks.push("burst");
    if (device !== null) {
      const known = this.#hash(`${place} ${device}`);
      if (this.#devices.has(known)) marks.push("same-device");
      this.#remember(this.#devices, known);
      this.#devices.add(known);
    }
    return marks;
  }

  #hash(text: string): string {
    return createHmac("sha256", this.#salt).update(text).digest("base64url").slice(0, 16);
  }

  #beginDay(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#salt = randomBytes(32);
    this.#devices.clear();
    this.#minutes.clear();
  }

  /** Makes room for one more: the oldest is forgotten. */
  #remember(kept: Set<string> | Map<string, number>, key: string): void {
    if (kept.has(key) || kept.size < MOST_KEYS) return;
    const oldest = kept.keys().next();
    if (!oldest.done) kept.delete(oldest.value);
  }
}

/** The watch of this process. */
export const answerWatch = new AnswerWatch();
