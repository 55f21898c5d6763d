import { formatter } from "@gandan/i18n/format";
import { LANGUAGES } from "@gandan/i18n/language";
import { translator } from "@gandan/i18n/translator";
import { describe, expect, it } from "vitest";
import { closingText } from "./closing-text";

const at = (time: string) => new Date(`${time}:00+07:00`);
/** Days of an office that works to 16:15, on Saturdays to 11:30. */
const days = {
  monday: {
    open: true,
    closesAt: at("2026-11-23T16:15"),
    next: { day: "2026-11-25", closesAt: at("2026-11-25T16:15") },
  },
  saturday: {
    open: true,
    closesAt: at("2026-11-21T11:30"),
    next: { day: "2026-11-23", closesAt: at("2026-11-23T16:15") },
  },
  fridayEvening: {
    open: false,
    closesAt: at("2026-11-20T16:15"),
    next: { day: "2026-11-21", closesAt: at("2026-11-21T11:30") },
  },
  holiday: { open: false, closesAt: null, next: { day: "2026-11-25", closesAt: at("2026-11-25T16:15") } },
};
const told = (day: keyof typeof days, what: "close" | "hand-over" = "close", language: "vi" | "en" = "vi") =>
  closingText(translator(language), formatter(language), what, days[day]);

describe("by when finished dossiers are to be closed", () => {
  it.each([
    ["monday", "Hãy bấm kết thúc trên hệ thống trước 16:15 hôm nay."],
    ["saturday", "Hãy bấm kết thúc trên hệ thống trước 11:30 hôm nay."],
    ["fridayEvening", "Đã hết giờ làm việc hôm nay. Hãy bấm kết thúc trên hệ thống trước 11:30 Thứ Bảy, 21/11/2026."],
    ["holiday", "Hôm nay là ngày nghỉ. Hãy bấm kết thúc trên hệ thống trước 16:15 Thứ Tư, 25/11/2026."],
  ] as const)("goes by the office's hours on %s", (day, text) => {
    expect(told(day)).toBe(text);
  });

  it("says it of one dossier to hand over, and in English", () => {
    expect(told("monday", "hand-over")).toBe("Trả kết quả, kết thúc hồ sơ trước 16:15 hôm nay.");
    expect(told("holiday", "hand-over", "en")).toBe(
      "Today is a day of rest. Hand the result over and close the dossier before 16:15 on Wednesday, 25 Nov 2026.",
    );
  });

  it.each(LANGUAGES)("leaves nothing open in %s", (language) => {
    for (const what of ["close", "hand-over"] as const) {
      for (const day of ["monday", "saturday", "fridayEvening", "holiday"] as const) {
        expect(told(day, what, language)).not.toMatch(/\{\{|dossier\.|–/);
      }
    }
  });
});
