import { describe, expect, it } from "vitest";
import { translator } from "../translator";
import { reasonText } from "./reason-text";

const vi = translator("vi");
const en = translator("en");
/** 13/11/2024 16:00 on the wall clock of Viet Nam. */
const at = Date.UTC(2024, 10, 13, 16) / 60_000;

describe("reasonText", () => {
  it("writes times and working time", () => {
    const late = { key: "dossier.late", params: { finishedAt: at + 60, dueAt: at, lateMinutes: 540 } };
    expect(reasonText(vi, late)).toBe(
      "Xong lúc 13/11/2024, 17:00, hạn trả 13/11/2024, 16:00: trễ 1 ngày 1 giờ làm việc.",
    );
    expect(reasonText(en, late)).toMatch(/: 1 day 1 hour of working time late\.$/);
  });

  it("writes words of the vocabulary, single and listed", () => {
    const params = { apologyAt: at, missingWords: "cause,new-due" };
    expect(reasonText(vi, { key: "dossier.apologyIncomplete", params })).toMatch(
      /chưa nêu nguyên nhân, ngày hẹn trả lại\.$/,
    );
    expect(reasonText(en, { key: "dossier.otherGroup", params: { groupWord: "birth" } })).toBe(
      "The rule is not for dossiers about birth.",
    );
  });

  it("writes shares, numbers, years and dates", () => {
    expect(
      reasonText(vi, {
        key: "survey.quotaMissed",
        params: { responses: 90, dossiers: 1030, needed: 103, neededShare: 0.1 },
      }),
    ).toBe("Chỉ có 90 phiếu cho 1.030 hồ sơ, cần 103 (10,0%).");
    expect(reasonText(vi, { key: "index.below", params: { year: 2024, points: 94.5, needed: 95 } })).toBe(
      "Năm 2024: chỉ đạt 94,5 điểm, cần 95.",
    );
    const held = { count: 1, times: 1, fromDate: "2024-11-04", toDate: "2024-11-10", role: null };
    expect(reasonText(vi, { key: "activity.held", params: held })).toBe(
      "Từ 04/11/2024 đến 10/11/2024: thực hiện 1 lần, cần 1.",
    );
  });

  it("knows nothing of an unknown key", () => {
    expect(reasonText(vi, { key: "dossier.unheardOf", params: {} })).toBeNull();
  });
});
