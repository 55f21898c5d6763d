import { formatter } from "@gandan/i18n/format";
import { translator } from "@gandan/i18n/translator";
import { describe, expect, it } from "vitest";
import { clockFigures, markText } from "./clock-text";

const due = { kind: "due" as const, moment: Date.UTC(2026, 10, 20, 17) / 60_000 };
const clock = {
  marks: [due],
  pauses: [],
  usedMinutes: 480,
  pausedMinutes: 0,
  leftMinutes: 0,
  overMinutes: 0,
  state: "running" as const,
  late: false,
  shifting: false,
};
type Clock = Parameters<typeof clockFigures>[2];

const figures = (changes: Partial<Clock>, language: "vi" | "en" = "vi", apologised = false) =>
  clockFigures(translator(language), formatter(language), { ...clock, ...changes }, apologised);

describe("the figures of a dossier's clock", () => {
  it("say since when a dossier is late over a weekend, and by how much once the office has opened", () => {
    expect(figures({ late: true }).at(-1)).toEqual({
      label: "Quá hạn",
      value: "từ 17:00 ngày 20/11/2026",
      note: "chưa tính thêm giờ làm việc nào; chưa có thư",
      tone: "missed",
    });
    expect(figures({ late: true }, "en", true).at(-1)).toMatchObject({
      value: "since 17:00 on 20 Nov 2026",
      note: "no working time has been counted since; letter sent",
    });
    expect(figures({ late: true, overMinutes: 61 }).at(-1)).toEqual({
      label: "Quá hạn",
      value: "1 giờ 1 phút",
      note: "chưa có thư",
      tone: "missed",
    });
  });

  it("say what is left, what was left when it was finished, and nothing of what ended without a result", () => {
    expect(figures({ leftMinutes: 30 }).at(-1)).toEqual({ label: "Còn lại", value: "30 phút" });
    expect(figures({}).at(-1)).toEqual({ label: "Còn lại", value: "hết giờ làm việc trước hạn" });
    expect(figures({ state: "finished", leftMinutes: 90 }).at(-1)).toEqual({
      label: "Xong trước hạn",
      value: "1 giờ 30 phút",
    });
    expect(figures({ state: "finished" }).at(-1)).toEqual({ label: "Xong trước hạn", value: "vừa đúng hạn" });
    expect(figures({ state: "ended" }).map(({ label }) => label)).toEqual(["Đã dùng", "Dừng chờ"]);
  });

  it("say that the deadline moves while the clock stands, on the figure and on the mark", () => {
    const standing = { state: "standing" as const, shifting: true, leftMinutes: 60, pausedMinutes: 60, pauses: [1] };
    expect(figures(standing)).toMatchObject([
      { value: "8 giờ" },
      { value: "1 giờ", note: "1 lần" },
      { label: "Còn lại", value: "1 giờ", note: "hạn dời theo thời gian chờ: 20/11/2026, 17:00 nếu nhận đủ bây giờ" },
    ]);
    const mark = (language: "vi" | "en", shifting: boolean) =>
      markText(translator(language), formatter(language), due, shifting);
    expect(mark("vi", false)).toBe("Hạn trả 20/11 17:00");
    expect(mark("vi", true)).toBe("Hạn trả 20/11 17:00 nếu nhận đủ bây giờ");
    expect(mark("en", true)).toBe("Due 20 Nov 17:00 if all comes in now");
  });

  it("never say 0 minutes", () => {
    const cases: Partial<Clock>[] = (["running", "standing", "finished", "ended"] as const).flatMap((state) =>
      [true, false].map((late) => ({ state, late, usedMinutes: 0 })),
    );
    for (const language of ["vi", "en"] as const) {
      for (const each of cases) expect(JSON.stringify(figures(each, language))).not.toMatch(/\b0 /);
    }
  });
});
