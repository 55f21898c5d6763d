import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pictureDifference } from "../official/compare-pictures";
import { officialLayout as layout } from "../official/layout";
import { type ReadPdf, readPdf } from "../official/read-pdf";
import { renderDocx } from "../official/render-docx";
import { renderPdf } from "../official/render-pdf";
import { sampleLetters } from "./sample-letters";

type Kind = keyof typeof sampleLetters;
const kinds = Object.keys(sampleLetters) as Kind[];
const read = new Map<Kind, ReadPdf>();
for (const kind of kinds) read.set(kind, await readPdf((await renderPdf(sampleLetters[kind])).bytes));

const textOf = (kind: Kind) =>
  read
    .get(kind)!
    .texts.map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ");
/** Words of joy, which have no place in a letter to the bereaved. */
const JOY = /chúc mừng|vui mừng|hạnh phúc|thành công|nồng nhiệt|hân hoan/i;

describe("each letter", () => {
  it.each(kinds)("%s is one page within the margins, tagged PDF/A with its title", (kind) => {
    const { texts, tagged, info, xmp, pages } = read.get(kind)!;
    expect(pages).toBe(1);
    for (const { text, left, right, baseline } of texts) {
      const head = baseline < 75;
      expect(left, text).toBeGreaterThanOrEqual(layout.marginLeft - (head ? layout.headOverhang : 0) - 0.1);
      expect(right, text).toBeLessThanOrEqual(210 - layout.marginRight + 0.1);
      expect(baseline, text).toBeLessThanOrEqual(297 - layout.marginBottom + 0.1);
    }
    expect(tagged).toBe(true);
    expect(xmp).toMatch(/pdfaid:part>2</);
    expect(info).toMatchObject({ Title: sampleLetters[kind].subject, Language: "vi" });
  });

  it.each(kinds)("%s looks as it did", async (kind) => {
    const [picture] = read.get(kind)!.pictures;
    const file = new URL(`golden/${kind}.png`, import.meta.url);
    if (process.env.GANDAN_GOLDEN) {
      mkdirSync(new URL("golden/", import.meta.url), { recursive: true });
      writeFileSync(file, picture!);
    }
    expect(await pictureDifference(picture!, readFileSync(file))).toBeLessThan(0.002);
  });
});

describe("the tone of each occasion", () => {
  it("says cause, new date, who is responsible and for whom it is signed in an apology", () => {
    const text = textOf("apology");
    for (const part of [
      "Số: 08/TXL-UBND",
      "Bà Nguyễn Thị A",
      "có ngày 24/11. Ngày hẹn mới: 16:00 ngày 26/11/2026.",
      "Nguyễn Văn B, điện thoại 0233 000 0000, Phòng Kinh tế.",
      "Lưu: VT, hồ sơ 19333-261117-0004",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/TM\. ỦY BAN NHÂN DÂN KT\. CHỦ TỊCH PHÓ CHỦ TỊCH/);
  });

  it("never sounds like congratulation to the bereaved, and stands in a frame of its own", async () => {
    const wordsOf = (kind: Kind) => textOf(kind).split("Kính gửi")[1];
    const text = wordsOf("condolence");
    expect(text).not.toMatch(JOY);
    for (const kind of ["birth", "marriage", "thanks"] as const) expect(wordsOf(kind)).toMatch(JOY);
    expect(textOf("condolence")).toContain("THƯ CHIA BUỒN");
    const joyful = await readPdf((await renderPdf({ ...sampleLetters.condolence, manner: "greeting" })).bytes);
    expect(await pictureDifference(read.get("condolence")!.pictures[0]!, joyful.pictures[0]!)).toBeGreaterThan(0.005);
    expect((await renderDocx(sampleLetters.condolence)).length).not.toBe(
      (await renderDocx({ ...sampleLetters.condolence, manner: "greeting" })).length,
    );
  });
});
