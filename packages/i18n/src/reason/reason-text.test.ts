import { describe, expect, it } from "vitest";
import { translator } from "../translator";
import { reasonEn } from "./en";
import { reasonText } from "./reason-text";
import { reasonVi } from "./vi";

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

  it("never calls anything late by, or left with, nothing", () => {
    const params = { finishedAt: at + 60, dueAt: at, lateMinutes: 0 };
    expect(reasonText(vi, { key: "dossier.late", params })).toBe(
      "Xong lúc 13/11/2024, 17:00, sau hạn trả 13/11/2024, 16:00, tuy chưa qua giờ làm việc nào.",
    );
    expect(reasonText(en, { key: "dossier.lateOpen", params })).toBe(
      "Not finished, and late since 13 Nov 2024, 16:00; no working time has been counted since.",
    );
    expect(reasonText(vi, { key: "dossier.lateOpen", params: { ...params, lateMinutes: 1 } })).toMatch(/1 phút/);
  });

  it.each([
    ["vi", vi, reasonVi],
    ["en", en, reasonEn],
  ] as const)("has in %s a sentence without minutes for every one with minutes", (_language, t, texts) => {
    const timed = Object.entries(texts).flatMap(([area, all]) =>
      Object.entries(all)
        .filter(([, text]) => /Minutes\}\}/.test(text))
        .map(([key, text]) => ({
          key: `${area}.${key}`,
          names: [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? ""),
        })),
    );
    expect(timed.length).toBeGreaterThan(10);
    for (const { key, names } of timed) {
      const params = Object.fromEntries(names.map((name) => [name, name.endsWith("Minutes") ? 0 : at]));
      const text = reasonText(t, { key, params });
      expect(text, key).not.toMatch(/\b0 (phút|minutes)|\{\{/);
      expect(text, key).toMatch(/\.$/);
    }
  });

  it("knows nothing of an unknown key", () => {
    expect(reasonText(vi, { key: "dossier.unheardOf", params: {} })).toBeNull();
  });
});
