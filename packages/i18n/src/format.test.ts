import { describe, expect, it } from "vitest";
import { formatter } from "./format";

const vi = formatter("vi");
const en = formatter("en");
/** 2026-11-22T16:05 in Viet Nam. */
const instant = new Date("2026-11-22T09:05:00Z");
const localMinute = Math.floor(instant.getTime() / 60_000) + 420;

describe("dates", () => {
  it("are those of Viet Nam, from an instant and from a local minute alike", () => {
    expect(vi.date(instant)).toBe("22/11/2026");
    expect(vi.date(localMinute)).toBe("22/11/2026");
    expect(en.date(localMinute)).toBe("22 Nov 2026");
    expect(vi.time(instant)).toBe("16:05");
    expect(vi.dateTime(localMinute)).toBe("22/11/2026, 16:05");
    expect(vi.iso(localMinute)).toBe("2026-11-22T16:05+07:00");
  });

  it("turn at midnight of Viet Nam, not of UTC", () => {
    expect(vi.dateTime(new Date("2026-11-21T17:00:00Z"))).toBe("22/11/2026, 00:00");
    expect(vi.dateTime(new Date("2026-11-21T16:59:00Z"))).toBe("21/11/2026, 23:59");
  });

  it("take local dates and months as they are", () => {
    expect(vi.date("2026-02-03")).toBe("03/02/2026");
    expect(vi.dayMonth("2026-02-03")).toBe("03/02");
    expect(vi.month("2026-02")).toBe("tháng 2/2026");
    expect(en.month("2026-02")).toBe("February 2026");
    expect(vi.longDate("2026-11-22")).toBe("Chủ Nhật, 22/11/2026");
    expect(en.longDate("2026-11-20")).toBe("Friday, 20 Nov 2026");
    expect(vi.weekday("2026-11-20")).toBe("T6");
  });

  it("show a dash for what has not come", () => {
    expect(vi.date(0x7fffffff)).toBe("–");
    expect(vi.dateTime(null)).toBe("–");
    expect(vi.time(undefined)).toBe("–");
  });
});

describe("numbers", () => {
  it("use the comma of Vietnamese and the point of English", () => {
    expect(vi.number(1234.5)).toBe("1.234,5");
    expect(en.number(1234.5)).toBe("1,234.5");
    expect(vi.points(88.5, 2)).toBe("88,50");
    expect(vi.percent(0.9766)).toBe("97,7%");
    expect(en.percent(1, 0)).toBe("100%");
  });

  it("have a true minus, and no minus zero", () => {
    expect(vi.points(-0.5, 2)).toBe("−0,50");
    expect(vi.points(-0.001)).toBe("0,0");
  });

  it("show a dash where nothing was measured", () => {
    expect(vi.points(null)).toBe("–");
    expect(vi.percent(null)).toBe("–");
  });
});

describe("durations", () => {
  it("are hours and minutes, never fractions", () => {
    expect(vi.duration(21 * 60 + 45)).toBe("21 giờ 45 phút");
    expect(vi.duration(120)).toBe("2 giờ");
    expect(vi.duration(0)).toBe("0 phút");
    expect(en.duration(61)).toBe("1 hour 1 minute");
  });

  it("count working days of eight hours when asked", () => {
    expect(vi.workingTime(595)).toBe("1 ngày 1 giờ 55 phút");
    expect(vi.workingTime(960)).toBe("2 ngày");
    expect(en.workingTime(450, 450)).toBe("1 day");
  });
});
