import { expect, it } from "vitest";
import { AnswerWatch } from "./answer-watch";
import { AnswersDue } from "./answers-due";

const at = (seconds: number) => new Date(1_000_000 + seconds * 1000);

it("moves sheets when there are enough to be lost among, and few ones after a wait, each unit by itself", () => {
  const due = new AnswersDue(60_000);
  const few = { unitId: "few", waiting: 1 };
  expect(due.of([few, { unitId: "many", waiting: 5 }], at(0))).toEqual(["many"]);
  expect(due.of([few], at(59))).toEqual([]);
  expect(due.of([few], at(60))).toEqual(["few"]);
  // Moved: what comes later begins to wait anew.
  expect(due.of([], at(61))).toEqual([]);
  expect(due.of([few], at(62))).toEqual([]);
  expect(due.of([few], at(121))).toEqual([]);
  expect(due.of([few], at(122))).toEqual(["few"]);
});

it("knows a device for a day and a place alone, and forgets with a flood of them", () => {
  const watch = new AnswerWatch();
  const sheet = (device: string, now = new Date("2026-11-20T03:00:00Z")) =>
    watch.marksOf({ place: "quầy", device, group: device, answered: 1, seconds: 9, now });
  expect(sheet("a")).toEqual([]);
  expect(sheet("a")).toEqual(["same-device"]);
  for (let n = 0; n < 50_000; n++) sheet(`khác ${n}`);
  expect(sheet("a")).toEqual([]);
  expect(sheet("a", new Date("2026-11-20T17:00:01Z"))).toEqual([]);
  expect(JSON.stringify(watch)).toBe("{}");
});
