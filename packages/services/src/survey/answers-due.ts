/** A batch of so many is moved at once: within it, no stored sheet can be told from the others by when it came. */
const ENOUGH = 5;
/** Fewer wait for others this long. */
const LONGEST_WAIT_MS = 300_000;

/**
 * Which units' waiting sheets are to be moved now: those with enough of them, and those whose few have waited long. Since
 * when they wait is known to this process alone; a sheet does not say when it came.
 */
export class AnswersDue {
  readonly #since = new Map<string, number>();

  constructor(private readonly longestWaitMs = LONGEST_WAIT_MS) {}

  of(waiting: readonly { unitId: string; waiting: number }[], now: Date): string[] {
    const at = now.getTime();
    const units = new Set(waiting.map(({ unitId }) => unitId));
    for (const unitId of this.#since.keys()) if (!units.has(unitId)) this.#since.delete(unitId);
    const due = waiting.filter(({ unitId, waiting: sheets }) => {
      const since = this.#since.get(unitId) ?? at;
      this.#since.set(unitId, since);
      return sheets >= ENOUGH || at - since >= this.longestWaitMs;
    });
    return due.map(({ unitId }) => unitId);
  }
}
