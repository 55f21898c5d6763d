/** Nobody asked for so long: there is time to clear up. */
const QUIET_MS = 20_000;

interface Clock {
  now: () => number;
  /** Calls again and again until the process ends, and keeps it from ending by nothing. */
  every: (ms: number, look: () => void) => void;
}

const REAL: Clock = {
  now: () => performance.now(),
  every: (ms, look) => void setInterval(look, ms).unref(),
};

/**
 * Clears up once after each busy time: Node keeps the room of what pages have left until it needs it, which on a small
 * machine others need first. Needs `--expose-gc`; without it nothing is done.
 * @returns to be called with each request
 */
export function clearWhenQuiet(clear: (() => void) | undefined = globalThis.gc, clock: Clock = REAL): () => void {
  let askedAt: number | null = null;
  if (clear) {
    clock.every(QUIET_MS / 2, () => {
      if (askedAt === null || clock.now() - askedAt < QUIET_MS) return;
      askedAt = null;
      clear();
    });
  }
  return () => {
    askedAt = clock.now();
  };
}
