import { minuteOfDate } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { describe, expect, it } from "vitest";
import { type DossierFacts, NEVER } from "../dossier/dossier-facts";
import type { Reminders } from "../model/model-schema";
import { reminderPlan, reminderSentences } from "./reminder-plan";
import { dueReminders, reminderTimes } from "./reminder-times";

const calendar = compileCalendar([vietNamCalendar], { from: "2025-01-01", to: "2027-12-31" });
const at = (time: string) => minuteOfDate(time.slice(0, 10), time.slice(11));
const told = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16);

const facts: DossierFacts = {
  procedure: "2.000815",
  group: "certification",
  channel: "direct",
  flags: [],
  state: "accepted",
  receivedAt: at("2026-11-12T08:20"),
  acceptedAt: at("2026-11-12T08:20"),
  dueAt: at("2026-11-17T08:20"),
  promisedAt: at("2026-11-17T08:20"),
  finishedAt: NEVER,
  handedOverAt: NEVER,
  closedAt: NEVER,
  endedAt: NEVER,
  pausedMinutes: 0,
  pausedSince: NEVER,
  supplementRequests: 0,
  reappointments: 0,
  apologyAt: NEVER,
  apologyFields: [],
  apologySigner: null,
  letters: [],
};

function times(changes: Partial<DossierFacts>, since: string, said?: Reminders, registered = false) {
  const env = { calendar, plan: reminderPlan(said), registered };
  return reminderTimes({ ...facts, ...changes }, env, at(since)).map((one) => `${one.kind} ${told(one.at)}`);
}

describe("reminderTimes", () => {
  it("counts back in the working time of the office: over the weekend and over noon", () => {
    expect(times({}, "2026-11-12T08:20")).toEqual([
      "before-due 2026-11-16T08:20",
      // Four working hours before Tuesday 08:20: 1 h 20 min of Tuesday, 2 h 40 min of Monday afternoon.
      "before-due 2026-11-16T14:20",
      "late 2026-11-18T07:00",
      "weekend 2026-11-20T16:00",
    ]);
  });

  it.each([
    // 24/11 is a holiday: a working day before Wednesday 08:20 is Monday 08:20.
    ["2026-11-25T08:20", "2026-11-23T08:20", "2026-11-23T14:20"],
    // A due minute at the start of the afternoon counts from the end of the morning.
    ["2026-11-19T13:30", "2026-11-18T13:30", "2026-11-19T07:30"],
    ["2026-11-19T17:00", "2026-11-19T07:00", "2026-11-19T11:00"],
  ])("due %s: one working day and four hours before", (due, day, hours) => {
    const found = times({ promisedAt: at(due) }, "2026-11-12T08:20");
    expect(found.slice(0, 2).map((one) => one.slice(-16))).toEqual([day, hours]);
  });

  it("follows the model: other leads, none, other times of closing and of the list", () => {
    const said: Reminders = { before_due: ["2 working-hours"], to_close: "2 working-hours", weekend: "none" };
    expect(times({}, "2026-11-12T08:20", said)).toEqual(["before-due 2026-11-16T16:20", "late 2026-11-18T07:00"]);
    expect(times({}, "2026-11-12T08:20", { before_due: [], weekend: "15:30" })).toEqual([
      "late 2026-11-18T07:00",
      "weekend 2026-11-20T15:30",
    ]);
    expect(times({ finishedAt: at("2026-11-16T16:30") }, "2026-11-16T16:30", said)).toEqual([
      "to-close 2026-11-17T08:30",
    ]);
  });

  it("does not remind of what was accepted less than that long before", () => {
    const quick = { acceptedAt: at("2026-11-16T14:30"), promisedAt: at("2026-11-16T17:00") };
    expect(times(quick, "2026-11-16T14:30", { before_due: ["4 working-hours", "1 working-hours"] })[0]).toBe(
      "before-due 2026-11-16T16:00",
    );
  });

  it("is silent while the citizen is awaited, once it is over, and about what is long past", () => {
    expect(times({ pausedSince: at("2026-11-13T09:00") }, "2026-11-12T08:20")).toEqual([]);
    expect(times({ endedAt: at("2026-11-13T09:00") }, "2026-11-12T08:20")).toEqual([]);
    expect(times({ finishedAt: at("2026-11-13T09:00"), closedAt: at("2026-11-13T09:05") }, "2026-11-12T08:20")).toEqual(
      [],
    );
    expect(times({}, "2026-12-20T08:20")).toEqual([]);
    expect(times({ promisedAt: NEVER, acceptedAt: NEVER, dueAt: NEVER }, "2026-11-12T08:20")).toEqual([]);
    expect(times({ promisedAt: at("2027-12-30T08:20") }, "2026-11-12T08:20")).toEqual([]);
  });

  it("reminds to close at the end of work of the day, and of the next working day after it", () => {
    const close = (finished: string) => times({ finishedAt: at(finished) }, finished);
    expect(close("2026-11-18T16:30")).toEqual(["to-close 2026-11-18T17:00", "weekend-close 2026-11-20T16:00"]);
    expect(close("2026-11-20T16:30")).toEqual(["to-close 2026-11-20T17:00"]);
    expect(close("2026-11-20T17:10")).toEqual(["to-close 2026-11-23T17:00"]);
  });

  it("lists before the weekend what is due by then, and each week what was promised within the day", () => {
    const due = { promisedAt: at("2026-11-25T10:00"), acceptedAt: at("2026-11-16T08:00") };
    const lists = (since: string, registered: boolean) =>
      times(due, since, { before_due: [] }, registered).filter((one) => one.startsWith("weekend"));
    expect(lists("2026-11-16T08:00", false)).toEqual(["weekend 2026-11-27T16:00"]);
    expect(lists("2026-11-16T08:00", true)).toEqual(["weekend 2026-11-20T16:00"]);
    expect(lists("2026-11-20T16:01", true)).toEqual(["weekend 2026-11-27T16:00"]);
    const afterThree = { promisedAt: at("2026-11-23T17:00"), acceptedAt: at("2026-11-20T15:10") };
    expect(times(afterThree, "2026-11-20T15:10", { before_due: [] }, true)).toContain("weekend 2026-11-27T16:00");
  });

  it("takes the last working day of a week, whatever it is called", () => {
    // 30/4/2026 is a Thursday, 1/5 a Friday: both are holidays.
    const spring = { acceptedAt: at("2026-04-27T08:00"), promisedAt: at("2026-04-29T11:00") };
    expect(times(spring, "2026-04-27T08:00")).toContain("weekend 2026-04-29T16:00");
    // Working Saturday 22/8/2026.
    const swapped = { acceptedAt: at("2026-08-18T08:00"), promisedAt: at("2026-08-20T11:00") };
    expect(times(swapped, "2026-08-18T08:00")).toContain("weekend 2026-08-22T16:00");
  });
});

describe("dueReminders", () => {
  const env = { calendar, plan: reminderPlan(undefined), registered: false };
  const all = reminderTimes(facts, env, at("2026-11-12T08:20"));
  const kinds = (now: string) => dueReminders(all, at(now)).map((one) => `${one.kind} ${told(one.at)}`);

  it("tells the latest of two that have come, none once the appointment has passed, and the list only on its day", () => {
    expect(kinds("2026-11-16T08:20")).toEqual(["before-due 2026-11-16T08:20"]);
    expect(kinds("2026-11-16T15:00")).toEqual(["before-due 2026-11-16T14:20"]);
    expect(kinds("2026-11-17T08:20")).toEqual([]);
    expect(kinds("2026-11-18T09:00")).toEqual(["late 2026-11-18T07:00"]);
    expect(kinds("2026-11-20T16:20")).toEqual(["late 2026-11-18T07:00", "weekend 2026-11-20T16:00"]);
    expect(kinds("2026-11-23T07:00")).toEqual(["late 2026-11-18T07:00"]);
  });
});

describe("reminderSentences", () => {
  it("says in both languages what holds, also where a model says nothing", () => {
    expect(reminderSentences(undefined)).toEqual({
      vi: "Nhắc trước hạn 1 ngày làm việc và 4 giờ làm việc; xong mà chưa kết thúc thì nhắc cuối giờ làm; 16:00 ngày làm việc cuối tuần có danh sách",
      en: "Reminds 1 working day and 4 working hours before the appointment; of closing at the end of work; lists at 16:00 on the week's last working day",
    });
    expect(reminderSentences({ before_due: [], to_close: "none", weekend: "none" }).vi).toBe(
      "Không nhắc trước hạn; không nhắc kết thúc hồ sơ; không có danh sách cuối tuần",
    );
  });
});
