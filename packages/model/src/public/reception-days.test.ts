import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { describe, expect, it } from "vitest";
import { meetsDuty, readExtraDays, receptionDays, receptionDuty } from "./reception-days";

const calendar = compileCalendar([vietNamCalendar], { from: "2026-01-01", to: "2026-12-31" });
const usual = { weekday: 1, weeks: "1,3", from: "07:30", to: "11:00", who: "Chủ tịch UBND" } as const;
const days = (from: string, over: object = {}, span = 31) =>
  receptionDays({ ...usual, ...over }, [], calendar, { from, days: span }).map(({ day, instead }) =>
    instead ? `${day} instead of ${instead}` : day,
  );

describe("days of reception", () => {
  it("are the first and third Monday of a month", () => {
    expect(days("2026-11-01", {}, 61)).toEqual(["2026-11-02", "2026-11-16", "2026-12-07", "2026-12-21"]);
  });

  it("are moved off a holiday to the next working day, also across the start of what is asked", () => {
    // 27/4/2026 rests for Giỗ Tổ: the fourth Monday; 31/8 to 2/9 rest around Quốc khánh.
    expect(days("2026-04-20", { weeks: "2,4" }, 14)).toEqual(["2026-04-28 instead of 2026-04-27"]);
    expect(days("2026-04-28", { weeks: "2,4" }, 3)).toEqual(["2026-04-28 instead of 2026-04-27"]);
    expect(days("2026-04-29", { weeks: "2,4" }, 3)).toEqual([]);
  });

  it("stay on Saturdays chosen as such", () => {
    expect(days("2026-11-01", { weekday: 6, weeks: "every" }, 14)).toEqual(["2026-11-07", "2026-11-14"]);
  });

  it("have others beside them, in order", () => {
    const extra = readExtraDays("20/11/2026 14:00 - 16:30 Phó Chủ tịch\n\n3/11/2026 8:00–9:00")!;
    const found = receptionDays(usual, extra, calendar, { from: "2026-11-01", days: 30 });
    expect(found.map(({ day, from, who }) => [day, from, who])).toEqual([
      ["2026-11-02", "07:30", "Chủ tịch UBND"],
      ["2026-11-03", "08:00", ""],
      ["2026-11-16", "07:30", "Chủ tịch UBND"],
      ["2026-11-20", "14:00", "Phó Chủ tịch"],
    ]);
  });

  it.each([
    "31/11/2026 08:00 - 09:00",
    "1/12/2026 09:00 - 08:00",
    "1/12/2026 8h - 9h",
    "mai",
    "1/12/2026 25:00 - 26:00",
  ])("are not read from “%s”", (line) => {
    expect(readExtraDays(line)).toBeNull();
  });
});

describe("the duty to receive", () => {
  it("is once a week until 30/6/2026 and twice a month after it", () => {
    expect(receptionDuty("2026-06-30")).toMatchObject({ every: "week", times: 1 });
    expect(receptionDuty("2026-07-01")).toMatchObject({ every: "month", times: 2 });
  });

  it("is not met by two days a month while it was weekly", () => {
    expect(meetsDuty("1,3", receptionDuty("2026-06-30"))).toBe(false);
    expect(meetsDuty("every", receptionDuty("2026-06-30"))).toBe(true);
    expect(meetsDuty("1,3", receptionDuty("2026-11-01"))).toBe(true);
  });
});
