import { describe, expect, it } from "vitest";
import { answeringSeconds, countWords } from "./answering-time";

describe("countWords", () => {
  it("counts what is read: syllables of Vietnamese, two for Ông/Bà, figures, and no signs", () => {
    expect(countWords("Nhìn chung, Ông/Bà hài lòng ở mức nào?")).toBe(9);
    expect(countWords("  Khoảng 30 giây – không ghi tên. ")).toBe(6);
    expect(countWords(" … ")).toBe(0);
  });
});

describe("answeringSeconds", () => {
  it("adds reading, making up one's mind, and tapping", () => {
    const texts = ["Một hai ba bốn năm sáu bảy", "tám chín mười một mười hai mười ba mười bốn"];
    const reading = 17;
    expect(answeringSeconds("vi", { texts, choices: 0, taps: 0 })).toBeCloseTo(reading / 5.25, 6);
    expect(answeringSeconds("vi", { texts: [], choices: 6, taps: 1 })).toBeCloseTo(6 * (1.35 + 0.947) + 0.947, 6);
    expect(answeringSeconds("en", { texts, choices: 0, taps: 0 })).toBeCloseTo((reading * 60) / 238, 6);
  });
});
