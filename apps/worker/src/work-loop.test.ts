import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Job, workLoop } from "./work-loop";

const away = (error: unknown) => (error instanceof Error && error.message === "refused" ? "ECONNREFUSED" : null);

const told: string[] = [];
const written = (line: unknown) => void told.push(String(line));
beforeEach(() => {
  told.length = 0;
  vi.spyOn(console, "error").mockImplementation(written);
  vi.spyOn(console, "info").mockImplementation(written);
});
afterEach(() => vi.restoreAllMocks());

/** Runs rounds until `script` is used up: each entry is what the one job does in that round. Gives the pauses between. */
async function rounds(script: readonly (boolean | Error)[], others: readonly Job[] = []) {
  const pauses: number[] = [];
  const left = [...script];
  let finished = () => {};
  const done = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const job: Job = {
    name: "figures",
    run: async () => {
      const next = left.shift();
      if (left.length === 0) void loop.stop().then(finished);
      if (next instanceof Error) throw next;
      return next ?? false;
    },
  };
  const loop = workLoop({
    pauseMs: 1_000,
    away,
    jobs: [...others, job],
    pause: async (ms) => {
      pauses.push(ms);
    },
  });
  loop.start();
  await done;
  return pauses;
}

describe("workLoop", () => {
  it("goes on at once while a job finds work, and pauses when there is none", async () => {
    expect(await rounds([true, true, false, true, false, false])).toEqual([1_000, 1_000]);
    expect(told).toEqual([]);
  });

  it("goes to the other jobs when one fails, and says once what fails", async () => {
    const broken: Job = { name: "broken", run: () => Promise.reject(new Error("no")) };
    expect(await rounds([true, true, false, false], [broken])).toEqual([1_000]);
    expect(told).toEqual(["worker: broken"]);
  });

  it("tells a new trouble from the old one, also inside gathered errors, and when it is over", async () => {
    const unit = (name: string) => new AggregateError([new Error("unit", { cause: new Error(name) })], "some units");
    await rounds([unit("a"), unit("a"), unit("b"), false, unit("b"), false]);
    const [fails, goesOn] = ["worker: figures", "worker: figures goes on"];
    expect(told).toEqual([fails, fails, goesOn, fails, goesOn]);
  });

  it("waits longer and longer for a database that does not answer, with one line, and one when it is back", async () => {
    const refused = new Error("refused");
    const waits = await rounds([...Array.from({ length: 9 }, () => refused), true, false, refused, true, false]);
    expect(waits).toEqual([...[1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000], 1_000, 1_000]);
    expect(told).toEqual([
      "worker: the database does not answer (ECONNREFUSED); waiting for it",
      "worker: the database answers again, tries: 9",
      "worker: the database does not answer (ECONNREFUSED); waiting for it",
      "worker: the database answers again, tries: 1",
    ]);
  });

  it("leaves the other jobs alone while the database does not answer", async () => {
    let asked = 0;
    const first: Job = {
      name: "imports",
      run: async () => {
        asked++;
        if (asked < 3) throw new Error("refused");
        return false;
      },
    };
    await rounds([false, false], [first]);
    expect(asked).toBe(4);
  });

  it("stops at once while it waits for the database", async () => {
    const run = () => Promise.reject(new Error("refused"));
    const loop = workLoop({ pauseMs: 60_000, away, jobs: [{ name: "figures", run }] });
    loop.start();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await loop.stop();
    expect(told).toHaveLength(1);
  });

  it("lets the piece in hand end before it stops", async () => {
    let finish = () => {};
    let ended = false;
    const piece = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const loop = workLoop({ pauseMs: 60_000, away, jobs: [{ name: "long", run: () => piece.then(() => true) }] });
    loop.start();
    const stopped = loop.stop().then(() => {
      ended = true;
    });
    await Promise.resolve();
    expect(ended).toBe(false);
    finish();
    await stopped;
    expect(ended).toBe(true);
  });
});
