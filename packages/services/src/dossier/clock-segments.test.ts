import { toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { foldDossier } from "@gandan/model/dossier/fold-dossier";
import { describe, expect, it } from "vitest";
import { clockOf } from "./clock-segments";
import { COPY, happened, moment, takenIn } from "./dossier-test-unit";

const calendar = compileCalendar([vietNamCalendar], { from: "2026-01-01", to: "2027-12-31" });
const minute = (time: string) => toLocalMinute(moment(time));

function clockAt(events: readonly DossierEvent[], now: string) {
  const facts = foldDossier(events, { calendar, groupOf: () => "certification" });
  return clockOf(calendar, facts, events, minute(now));
}

const accepted = "2026-11-12T08:20";
const threeDays = "2026-11-17T08:20";
const pause = [
  happened("2026-11-13T10:00", { type: "supplement-requested" }),
  happened("2026-11-17T09:15", { type: "supplemented" }),
];
const example = takenIn("H", accepted, threeDays, pause).events;

describe("the example of 12/11/2026 08:20, three working days, paused from 13/11 10:00 to 17/11 09:15", () => {
  it("has used 24 hours, stood 15 hours 15 minutes and is 9 hours 55 minutes over when finished 20/11 09:30", () => {
    const clock = clockAt([...example, happened("2026-11-20T09:30", { type: "finished" })], "2026-11-20T09:50");
    expect(clock).toMatchObject({
      usedMinutes: 24 * 60,
      pausedMinutes: 15 * 60 + 15,
      overMinutes: 9 * 60 + 55,
      leftMinutes: 0,
      state: "finished",
      late: true,
      minutesPerDay: 480,
      days: ["2026-11-12", "2026-11-13", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"],
    });
    expect(clock?.marks).toEqual([{ kind: "due", at: 2435, moment: minute("2026-11-19T07:35") }]);
    expect(clock?.segments).toEqual([
      { kind: "used", from: 80, to: 660 },
      { kind: "paused", from: 660, to: 1575 },
      { kind: "used", from: 1575, to: 2435 },
      { kind: "over", from: 2435, to: 3030 },
    ]);
    expect(clock?.pauses).toEqual([{ from: 660, to: 1575, minutes: 915 }]);
  });

  it("counts what is left while it runs, to the minute of the appointment", () => {
    expect(clockAt(example, "2026-11-19T07:34")).toMatchObject({ leftMinutes: 1, overMinutes: 0, state: "running" });
    expect(clockAt(example, "2026-11-19T07:35")).toMatchObject({ leftMinutes: 0, overMinutes: 0, usedMinutes: 1440 });
    expect(clockAt(example, "2026-11-19T07:36")).toMatchObject({ leftMinutes: 0, overMinutes: 1, usedMinutes: 1440 });
    const running = clockAt(example, "2026-11-18T09:00");
    expect(running?.marks.map(({ kind }) => kind)).toEqual(["due", "now"]);
    expect((running?.usedMinutes ?? 0) + (running?.leftMinutes ?? 0)).toBe(1440);
  });

  it("stands still while the supplement is awaited", () => {
    const standing = [...takenIn("H", accepted, threeDays, pause.slice(0, 1)).events];
    const friday = clockAt(standing, "2026-11-13T11:00");
    const wednesday = clockAt(standing, "2026-11-18T09:00");
    expect(friday).toMatchObject({ usedMinutes: 580, pausedMinutes: 60, leftMinutes: 860, overMinutes: 0 });
    expect(wednesday).toMatchObject({
      usedMinutes: 580,
      leftMinutes: 860,
      overMinutes: 0,
      state: "standing",
      late: false,
    });
    expect(wednesday?.pausedMinutes).toBe(300 + 480 + 480 + 120);
  });

  it("moves its appointments while it stands, to where they would be if the papers came now", () => {
    const standing = [
      ...takenIn("H", accepted, threeDays, pause.slice(0, 1)).events,
      happened("2026-11-13T11:00", { type: "reappointed", dueAt: moment("2026-11-18T10:00").toISOString() }),
    ];
    const marksAt = (now: string) => {
      const clock = clockAt(standing, now);
      expect(clock?.shifting, now).toBe(true);
      return clock?.marks.map(({ kind, at, moment: when }) => [kind, at, when]);
    };
    expect(marksAt("2026-11-13T10:01")).toEqual([
      ["due", 1521, minute("2026-11-17T08:21")],
      ["promised", 2101, minute("2026-11-18T10:01")],
      ["now", 661, minute("2026-11-13T10:01")],
    ]);
    expect(marksAt("2026-11-17T09:15")?.slice(0, 2)).toEqual([
      ["due", 2435, minute("2026-11-19T07:35")],
      ["promised", 3015, minute("2026-11-20T09:15")],
    ]);
    // A weekend moves nothing.
    expect(marksAt("2026-11-15T20:00")?.slice(0, 2)).toEqual(marksAt("2026-11-14T08:00")?.slice(0, 2));
    expect(clockAt(standing, "2026-11-25T09:00")?.days.at(-1)).toBe("2026-11-30");
    expect(clockAt([...standing, ...pause.slice(1)], "2026-11-18T09:00")).toMatchObject({
      state: "running",
      shifting: false,
    });
  });

  it.each([
    "2026-11-13T10:01",
    "2026-11-13T17:00",
    "2026-11-14T09:00",
    "2026-11-17T09:15",
    "2026-11-24T10:00",
    "2026-12-31T16:59",
  ])("shows, standing at %s, the appointment that the papers coming then give", (now) => {
    const standing = takenIn("H", accepted, threeDays, pause.slice(0, 1)).events;
    const facts = foldDossier([...standing, happened(now, { type: "supplemented" })], {
      calendar,
      groupOf: () => "certification",
    });
    expect(clockAt(standing, now)?.marks[0]).toMatchObject({ kind: "due", moment: facts.dueAt });
  });

  it("moves nothing when it stands only since after its appointment", () => {
    const events = takenIn("H", accepted, threeDays, [
      happened("2026-11-17T09:00", { type: "supplement-requested" }),
    ]).events;
    const clock = clockAt(events, "2026-11-19T09:00");
    expect(clock).toMatchObject({ state: "standing", shifting: false, late: true, overMinutes: 40, leftMinutes: 0 });
    expect(clock?.marks[0]?.moment).toBe(minute(threeDays));
  });
});

describe("the moment of the appointment", () => {
  const friday = "2026-11-20T17:00";
  const due = takenIn("H", "2026-11-20T08:00", friday).events;

  it.each([
    ["the last minute", "2026-11-20T17:00", { late: false, leftMinutes: 0, overMinutes: 0 }],
    ["a minute later, the office shut", "2026-11-20T17:01", { late: true, leftMinutes: 0, overMinutes: 0 }],
    ["on Sunday", "2026-11-22T10:00", { late: true, leftMinutes: 0, overMinutes: 0 }],
    ["when it opens on Monday", "2026-11-23T07:00", { late: true, leftMinutes: 0, overMinutes: 0 }],
    ["a minute into Monday", "2026-11-23T07:01", { late: true, leftMinutes: 0, overMinutes: 1 }],
  ])("tells late from in time at %s", (_name, now, told) => {
    expect(clockAt(due, now)).toMatchObject({ state: "running", ...told });
  });

  it("tells a finish before it from one after it, though no minute of work lies between", () => {
    const at = (time: string) => clockAt([...due, happened(time, { type: "finished" })], "2026-11-25T09:00");
    expect(at("2026-11-20T16:30")).toMatchObject({ state: "finished", late: false, leftMinutes: 30, overMinutes: 0 });
    expect(at(friday)).toMatchObject({ state: "finished", late: false, leftMinutes: 0, overMinutes: 0 });
    expect(at("2026-11-21T09:00")).toMatchObject({ state: "finished", late: true, leftMinutes: 0, overMinutes: 0 });
  });
});

describe("clockOf", () => {
  it("agrees with the fold on the minutes paused, whatever the order of events", () => {
    const events = [
      ...takenIn("H", accepted, threeDays).events,
      happened("2026-11-13T10:00", { type: "supplement-requested" }),
      happened("2026-11-13T14:00", { type: "duty-requested" }),
      happened("2026-11-13T15:00", { type: "supplemented" }),
      happened("2026-11-16T09:00", { type: "duty-done" }),
      happened("2026-11-16T10:00", { type: "supplement-requested" }),
      happened("2026-11-16T11:00", { type: "supplemented" }),
    ];
    const facts = foldDossier(events, { calendar, groupOf: () => "other" });
    for (const told of [events, [...events].reverse()]) {
      const clock = clockAt(told, "2026-11-17T08:00");
      expect(clock?.pausedMinutes).toBe(facts.pausedMinutes);
      expect(clock?.pauses).toHaveLength(2);
      expect((clock?.usedMinutes ?? 0) + (clock?.leftMinutes ?? 0)).toBe(1440);
    }
  });

  it("goes on when a paper is accepted as complete without a word of the supplement", () => {
    const events = [
      happened("2026-11-11T08:00", { type: "received", procedure: COPY, channel: "direct", flags: [] }),
      happened("2026-11-11T09:00", { type: "supplement-requested" }),
      happened(accepted, { type: "accepted", dueAt: moment(threeDays).toISOString() }),
    ];
    expect(clockAt(events, "2026-11-13T08:20")).toMatchObject({ usedMinutes: 480, pausedMinutes: 0, leftMinutes: 960 });
    const again = [
      ...takenIn("H", accepted, threeDays, pause.slice(0, 1)).events,
      happened("2026-11-17T09:15", { type: "accepted", dueAt: moment("2026-11-25T08:20").toISOString() }),
    ];
    expect(clockAt(again, "2026-11-19T07:36")).toMatchObject({ usedMinutes: 1440, pausedMinutes: 915, overMinutes: 1 });
  });

  it("keeps the first appointment and shows the later one beside it", () => {
    const events = [
      ...example,
      happened("2026-11-18T16:10", { type: "reappointed", dueAt: moment("2026-11-20T17:00").toISOString() }),
    ];
    const clock = clockAt(events, "2026-11-20T09:50");
    expect(clock?.marks.map(({ kind, moment: at }) => [kind, at])).toEqual([
      ["due", minute("2026-11-19T07:35")],
      ["promised", minute("2026-11-20T17:00")],
      ["now", minute("2026-11-20T09:50")],
    ]);
    expect(clock?.overMinutes).toBe(615);
  });

  it("leaves the holiday 24/11/2026 out of the axis", () => {
    const clock = clockAt(takenIn("H", "2026-11-23T07:00", "2026-11-25T17:00").events, "2026-11-25T09:00");
    expect(clock?.days).toEqual(["2026-11-23", "2026-11-25"]);
    expect(clock).toMatchObject({ usedMinutes: 600, leftMinutes: 360 });
  });

  it("has not started before acceptance, and ends with a withdrawal", () => {
    const received = happened(accepted, { type: "received", procedure: COPY, channel: "direct", flags: [] });
    expect(clockAt([received], "2026-11-13T08:00")).toBeNull();
    const withdrawn = [
      ...takenIn("H", accepted, threeDays).events,
      happened("2026-11-12T09:20", { type: "withdrawn" }),
    ];
    expect(clockAt(withdrawn, "2026-11-20T08:00")).toMatchObject({ usedMinutes: 60, leftMinutes: 0, state: "ended" });
  });
});
