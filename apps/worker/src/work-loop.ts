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

/**
 * Runs the jobs in turn, again at once while one found work, otherwise after `pauseMs`.
 * A job that fails is logged and tried again on the next round; the others go on.
 * The signal is aborted when the loop is to end, so that a job with many pieces can stop between two.
 */
export function workLoop({ jobs, pauseMs }: { jobs: readonly Job[]; pauseMs: number }): WorkLoop {
  const end = new AbortController();
  let running: Promise<void> = Promise.resolve();

  const round = async () => {
    let busy = false;
    for (const { name, run } of jobs) {
      if (end.signal.aborted) return false;
      try {
        busy = (await run(end.signal)) || busy;
      } catch (error) {
        console.error(`worker: ${name}`, error);
      }
    }
    return busy;
  };

  const loop = async () => {
    while (!end.signal.aborted) {
      if (!(await round())) await pause(pauseMs, end.signal);
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

/** Ends early, and as quietly, when the signal is aborted. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {});
}
