import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "./wilson";

/** The interval is where a test of the share at z neither accepts nor refuses: (p̂ − p)² = z² p (1 − p) / n. */
function distance(met: number, n: number, share: number): number {
  return (met / n - share) ** 2 - (1.96 ** 2 * share * (1 - share)) / n;
}

describe("wilson", () => {
  it("agrees with published values", () => {
    // Newcombe 1998, Statistics in Medicine 17, table I: 81/263, 15/148, 0/20, 1/29 (method 3).
    for (const [met, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      expect(wilson(met, n).low).toBeCloseTo(low, 4);
      expect(wilson(met, n).high).toBeCloseTo(high, 4);
    }
  });

  it("ends where the score test turns, and holds the share", () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([met, n]) => {
        const { low, high } = wilson(met, n);
        expect(low).toBeLessThanOrEqual(met / n);
        expect(high).toBeGreaterThanOrEqual(met / n);
        expect(distance(met, n, low)).toBeCloseTo(0, 9);
        expect(distance(met, n, high)).toBeCloseTo(0, 9);
      }),
    );
  });

  it("knows nothing without facts, and refuses nonsense", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
    expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
  });
});
