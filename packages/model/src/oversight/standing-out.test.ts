import { expect, it } from "vitest";
import { wilson } from "../score/wilson";
import { medianOf, type StandingInput, standingOut } from "./standing-out";

const unit = (unitId: string, met: number, n: number, months: StandingInput["months"] = []): StandingInput => ({
  unitId,
  ranked: n >= 100,
  cells: [{ met, n, ...(n < 10 ? { share: null, interval: null } : { share: met / n, interval: wilson(met, n) }) }],
  months,
});

it("names the surely lowest and highest, and who has too little", () => {
  const found = standingOut([unit("a", 600, 1000), unit("b", 900, 1000), unit("c", 990, 1000), unit("d", 4, 5)]);
  expect(found.map(({ unitId, kind }) => [unitId, kind])).toEqual([
    ["a", "fix"],
    ["c", "praise"],
    ["d", "few"],
  ]);
  expect(found[0]).toMatchObject({ lowest: [0], below: [0], highest: [] });
});

it("does not say what chance explains", () => {
  expect(standingOut([unit("a", 95, 100), unit("b", 96, 100), unit("c", 97, 100)])).toEqual([]);
  // One miss where nobody else has any.
  expect(standingOut([unit("a", 135, 136), unit("b", 134, 134), unit("c", 107, 107)])).toEqual([]);
});

it("sees a fall only where the intervals do not touch", () => {
  const fall = [{ met: 95, missed: 5 }, null, { met: 60, missed: 40 }];
  const dip = [
    { met: 95, missed: 5 },
    { met: 93, missed: 7 },
  ];
  const found = standingOut([unit("a", 95, 100, fall), unit("b", 96, 100, dip), unit("c", 97, 100)]);
  expect(found).toMatchObject([{ unitId: "a", kind: "watch", change: { from: 0.95, to: 0.6 } }]);
});

it("takes the middle of an even number too", () => {
  expect([medianOf([]), medianOf([3]), medianOf([4, 1]), medianOf([9, 1, 5])]).toEqual([null, 3, 2.5, 5]);
});
