import { describe, expect, it } from "vitest";
import { fillText } from "./fill-text";
import { readText } from "./letter-text";
import type { LetterDatum } from "./placeholders";

const fill = (source: string, data: Partial<Record<LetterDatum, string>>) => {
  const { text, problems } = readText(`# Thư\n\n${source}`, "apology");
  if (!text) throw new Error(JSON.stringify(problems));
  return fillText(text, (datum) => data[datum] ?? null);
};
const plain = (source: string, data: Partial<Record<LetterDatum, string>> = {}) =>
  fill(source, data).paragraphs.map((runs) => runs.map(({ text, bold }) => (bold ? `<${text}>` : text)).join(""));

describe("fillText", () => {
  it("puts data in, with a capital letter where the placeholder has one", () => {
    expect(plain("{xưng hô} và {Xưng hô}", { honorific: "gia đình" })).toEqual(["gia đình và Gia đình"]);
  });

  it("leaves out a passage without all its data, and a paragraph that has nothing else", () => {
    const source = "a[, {bộ phận chịu trách nhiệm} {lời riêng}].\n\n[{cách khắc phục}.]\n\nb";
    expect(plain(source, { office: "Phòng Kinh tế" })).toEqual(["a.", "b"]);
    expect(plain(source, { office: "Phòng Kinh tế", words: "(mới)", remedy: "Gửi tận nhà" })).toEqual([
      "a, Phòng Kinh tế (mới).",
      "Gửi tận nhà.",
      "b",
    ]);
  });

  it("tells each datum that is needed and not there, once, and puts dots for it", () => {
    const { missing, paragraphs } = fill("{nguyên nhân} {hẹn mới} {nguyên nhân} [{lời riêng}]", { newDueAt: "" });
    expect(missing).toEqual(["cause", "newDueAt"]);
    expect(paragraphs[0]?.[0]?.text).toMatch(/^…+ …+ …+$/);
  });

  it("has one full stop where a datum brings its own, and spaces once", () => {
    expect(plain("*Nguyên nhân:* {nguyên nhân}.", { cause: "Mất điện." })).toEqual(["<Nguyên nhân:> Mất điện."]);
    expect(plain("{nguyên nhân}./.", { cause: "Mất điện." })).toEqual(["Mất điện./."]);
    expect(plain("a [{lời riêng}] b", {})).toEqual(["a b"]);
  });

  it("takes data as they are: signs of the language mean nothing in them", () => {
    expect(plain("{nguyên nhân}", { cause: "{xưng hô} [x] *y* \\" })).toEqual(["{xưng hô} [x] *y* \\"]);
  });
});
