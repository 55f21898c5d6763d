import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text";

/** By the rules of Unicode, sign after sign. */
const folded = (text: string) =>
  [...text.normalize("NFD").toLowerCase().normalize("NFD")]
    .filter((sign) => !/\p{M}/u.test(sign))
    .map((sign) => (sign === "đ" ? "d" : /[a-z0-9]/.test(sign) ? sign : " "))
    .join("")
    .split(" ")
    .filter(Boolean)
    .join(" ");

describe("foldText", () => {
  it.each([
    ["Mã hồ sơ (*)", "ma ho so"],
    ["  ĐẶNG   THỊ ƯỚC ", "dang thi uoc"],
    ["Người nộp / SĐT:", "nguoi nop sdt"],
    // Marks as signs of their own, as a Mac writes them.
    ["Nguyễn".normalize("NFD"), "nguyen"],
    ["日本 123", "123"],
    ["", ""],
    ["***", ""],
  ])("%j is %j", (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it("is by the rules of Unicode for every sign, alone and within a word", () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x1_0000; code++) {
      const sign = String.fromCharCode(code);
      for (const text of [sign, `a${sign}b`, `a ${sign}`]) if (foldText(text) !== folded(text)) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it("is by the rules of Unicode for every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldText(text)).toBe(folded(text));
      }),
    );
  });
});
