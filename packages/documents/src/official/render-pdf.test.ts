import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pictureDifference } from "./compare-pictures";
import { officialLayout as layout } from "./layout";
import { type PlacedText, type ReadPdf, readPdf } from "./read-pdf";
import { renderPdf } from "./render-pdf";
import { sampleForm, sampleLetter } from "./sample-documents";
import { RenderError } from "./typeset";

const PAGE = { width: 210, height: 297 };
const right = PAGE.width - layout.marginRight;
const letter = await readPdf((await renderPdf(sampleLetter)).bytes);
const form = await readPdf((await renderPdf(sampleForm)).bytes);

/** The one stretch of text that contains `part`. */
function placed({ texts }: ReadPdf, part: string): PlacedText {
  const found = texts.filter(({ text }) => text.includes(part));
  if (found.length !== 1 || !found[0]) throw new Error(`“${part}” stands ${found.length} times.`);
  return found[0];
}
const middle = ({ left, right }: PlacedText) => (left + right) / 2;

describe("the place of each part", () => {
  it("keeps the margins of Nghị định 30 on every page", () => {
    const [inner, outer] = [layout.marginLeft - layout.headOverhang, layout.marginLeft];
    for (const read of [letter, form]) {
      for (const { page, text, left, right: end, baseline } of read.texts) {
        const head = page === 1 && baseline < 60;
        expect(left, text).toBeGreaterThanOrEqual((head ? inner : outer) - 0.1);
        expect(end, text).toBeLessThanOrEqual(right + 0.1);
        expect(baseline, text).toBeLessThanOrEqual(PAGE.height - layout.marginBottom + 0.1);
      }
    }
  });

  it("sets head, title, body and recipients in their sizes", () => {
    const sizes = ["ỦY BAN NHÂN DÂN", "CỘNG HÒA", "Độc lập", "Số: 08", "ngày 18 tháng 11", "THƯ XIN LỖI", "Kính gửi"];
    expect(sizes.map((part) => letter.texts.find(({ text }) => text.includes(part))?.points)).toEqual([
      13, 13, 14, 13, 14, 14, 14,
    ]);
    expect(placed(letter, "Nơi nhận:").points).toBe(12);
    expect(placed(letter, "Lưu: VT").points).toBe(11);
  });

  it("puts the issuer left and the nation right, name and motto on one line each, about one axis", () => {
    const [issuer, nation, motto] = [
      placed(letter, "XÃ XUÂN LẬP"),
      placed(letter, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
      placed(letter, "Độc lập - Tự do - Hạnh phúc"),
    ];
    expect(issuer.right).toBeLessThan(nation.left);
    expect(middle(nation)).toBeCloseTo(middle(motto), 0);
    expect(middle(placed(letter, "Số: 08/UBND-VP"))).toBeCloseTo(middle(issuer), 0);
  });

  it("begins each paragraph 1 to 1.27 cm in", () => {
    expect(placed(letter, "Ngày 12/11/2026").left - layout.marginLeft).toBeCloseTo(12.7, 1);
  });

  it("numbers pages from the second on, in the middle of the top margin", () => {
    expect(form.pages).toBe(2);
    const numbers = form.texts.filter(({ baseline }) => baseline < layout.marginTop - 2);
    expect(numbers.map(({ page, text, points }) => [page, text, points])).toEqual([[2, "2", 14]]);
    expect(middle(numbers[0]!)).toBeCloseTo(layout.marginLeft + (right - layout.marginLeft) / 2, 0);
  });

  it("keeps the signature in one piece on the right half", () => {
    const [capacity, name] = [placed(letter, "PHÓ CHỦ TỊCH"), placed(letter, "Nguyễn Văn B")];
    expect(middle(name)).toBeCloseTo(middle(capacity), 0);
    expect(middle(name)).toBeGreaterThan(PAGE.width / 2);
    expect(name.baseline - capacity.baseline).toBeGreaterThan(layout.sealRoom);
  });
});

describe("what the file says of itself", () => {
  it("is PDF/A-2b, tagged, with title and language", () => {
    expect(letter.xmp).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
    expect(letter.tagged).toBe(true);
    expect(letter.info).toMatchObject({ Title: sampleLetter.subject, Author: sampleLetter.issuer, Language: "vi" });
  });

  it("is the same bytes every time, and others for another word", async () => {
    const first = (await renderPdf(sampleLetter)).bytes;
    await renderPdf(sampleForm);
    expect((await renderPdf(sampleLetter)).bytes.equals(first)).toBe(true);
    expect((await renderPdf({ ...sampleLetter, number: "Số: 09/UBND-VP" })).bytes.equals(first)).toBe(false);
  });
});

describe("the text", () => {
  it("is all there, with every mark of Vietnamese, and markup of any language stays text", () => {
    const text = form.texts.map((one) => one.text).join("");
    expect(text).toContain("#set text(red) $x$ *đậm* _nghiêng_ <nhãn> @ai // hết");
    expect(text.replaceAll(" ", "")).toContain("ẶẴẲẰẮẬẪẨẦẤỆỄỂỀẾỘỖỔỒỐỢỠỞỜỚỰỮỬỪỨỴỸỶỲÝĐ");
    for (let row = 1; row <= 30; row++) expect(form.texts.some(({ text }) => text === String(row))).toBe(true);
  });

  it("repeats the head of a table on its next page", () => {
    expect(form.texts.filter(({ text }) => text === "Tên giấy tờ").map(({ page }) => page)).toEqual([1, 2]);
  });

  it("says what the typesetter refused", async () => {
    await expect(renderPdf({ ...sampleLetter, date: "" })).rejects.toBeInstanceOf(RenderError);
  });
});

describe("the picture of each page", () => {
  it.each([
    ["letter", letter],
    ["form", form],
  ])("%s is as it was approved", async (name, read) => {
    for (const [at, picture] of read.pictures.entries()) {
      const file = new URL(`golden/${name}-${at + 1}.png`, import.meta.url);
      if (process.env.GANDAN_GOLDEN) writeFileSync(file, picture);
      // Another machine may smooth letters a little differently; a moved line is far more.
      expect(await pictureDifference(picture, readFileSync(file)), `${name}, page ${at + 1}`).toBeLessThan(0.002);
    }
  });
});
