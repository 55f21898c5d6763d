import { describe, expect, it, vi } from "vitest";
import { workLoop } from "./work-loop";

describe("workLoop", () => {
  it("goes on at once while a job finds work, and to the others when one fails", async () => {
    const failures = vi.spyOn(console, "error").mockImplementation(() => {});
    let left = 3;
    const done = new Promise<void>((resolve) => {
      const loop = workLoop({
        pauseMs: 60_000,
        jobs: [
          { name: "broken", run: () => Promise.reject(new Error("no")) },
          {
            name: "pieces",
            run: async () => {
              left -= 1;
              if (left === 0) void loop.stop().then(resolve);
              return left > 0;
            },
          },
        ],
      });
      loop.start();
    });
    await done;
    expect(left).toBe(0);
    expect(failures).toHaveBeenCalledTimes(3);
    failures.mockRestore();
  });

  it("lets the piece in hand end before it stops", async () => {
    let finish = () => {};
    let ended = false;
    const piece = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const loop = workLoop({ pauseMs: 60_000, jobs: [{ name: "long", run: () => piece.then(() => true) }] });
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
