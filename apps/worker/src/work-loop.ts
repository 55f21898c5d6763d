import { setTimeout } from "node:timers/promises";

/** One kind of work: looks for something to do, does a bounded piece of it, and says whether there was any. */
export type Job = {
  name: string;
  run: (signal: AbortSignal) => Promise<boolean>;
};

type WorkLoop = {
  start: () => void;
  /** Lets the piece in hand end and resolves when the loop has ended. */
  stop: () => Promise<void>;
};

interface LoopOptions {
  jobs: readonly Job[];
  pauseMs: number;
  /** The code by which an error says that the database does not answer; null when it says something else. */
  away: (error: unknown) => string | null;
  /** Ends early when the signal is aborted; the clock's unless given. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/**
 * Runs the jobs in turn, again at once while one found work, otherwise after `pauseMs`.
 * A job that fails is tried again on the next round, and logged when it fails otherwise than the time before; the others
 * go on. While the database does not answer, rounds wait 1 s, 2 s … 60 s, with one line when that begins and one when
 * it is over.
 * The signal is aborted when the loop is to end, so that a job with many pieces can stop between two.
 */
export function workLoop({ jobs, pauseMs, away, pause = sleep }: LoopOptions): WorkLoop {
  const end = new AbortController();
  const trouble = new Map<string, string>();
  let running: Promise<void> = Promise.resolve();

  const report = (name: string, error: unknown) => {
    const text = textOf(error);
    if (trouble.get(name) !== text) console.error(`worker: ${name}`, error);
    trouble.set(name, text);
  };

  const round = async (): Promise<{ busy: boolean; code: string | null }> => {
    let busy = false;
    for (const { name, run } of jobs) {
      if (end.signal.aborted) return { busy: false, code: null };
      try {
        busy = (await run(end.signal)) || busy;
        if (trouble.delete(name)) console.info(`worker: ${name} goes on`);
      } catch (error) {
        const code = away(error);
        if (code !== null) return { busy: false, code };
        report(name, error);
      }
    }
    return { busy, code: null };
  };

  const loop = async () => {
    let tries = 0;
    while (!end.signal.aborted) {
      const { busy, code } = await round();
      if (end.signal.aborted) break;
      if (code !== null) {
        if (tries === 0) console.error(`worker: the database does not answer (${code}); waiting for it`);
        await pause(Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT), end.signal);
        tries++;
        continue;
      }
      if (tries > 0) console.info(`worker: the database answers again, tries: ${tries}`);
      tries = 0;
      if (!busy) await pause(pauseMs, end.signal);
    }
  };

  return {
    start: () => {
      running = loop();
    },
    stop: () => {
      end.abort();
      return running;
    },
  };
}

/** What an error says, with all that it gathers. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = [error.cause, ...(error instanceof AggregateError ? error.errors : [])];
  return [error.message, ...inner.filter((each) => each !== undefined).map(textOf)].join("\n");
}

/** Ends early, and as quietly, when the signal is aborted. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {});
}
