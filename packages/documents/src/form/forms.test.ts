import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { pictureDifference } from "../official/compare-pictures";
import { officialLayout as layout } from "../official/layout";
import { type ReadPdf, readPdf } from "../official/read-pdf";
import { renderDocx } from "../official/render-docx";
import { renderPdf } from "../official/render-pdf";
import { extensionNotice } from "./extension-notice";
import { addressOf } from "./form-parts";
import { sampleForms, sampleHead, samplePapers } from "./sample-forms";
import { supplementSlip } from "./supplement-slip";

const numbers = Object.keys(sampleForms).sort();
const read = new Map<string, ReadPdf>();
for (const number of numbers) read.set(number, await readPdf((await renderPdf(sampleForms[number]!)).bytes));

/** All words in the order of reading, lines joined. */
const textOf = (number: string) =>
  read
    .get(number)!
    .texts.map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ");

describe("each form", () => {
  it.each(numbers)("%s keeps margins, is tagged PDF/A with its title, and names the dossier", (number) => {
    const { texts, tagged, info, xmp } = read.get(number)!;
    const width = sampleForms[number]!.landscape ? 297 : 210;
    const height = sampleForms[number]!.landscape ? 210 : 297;
    for (const { page, text, left, right, baseline } of texts) {
      const head = page === 1 && baseline < 75;
      expect(left, text).toBeGreaterThanOrEqual(layout.marginLeft - (head ? layout.headOverhang : 0) - 0.1);
      expect(right, text).toBeLessThanOrEqual(width - layout.marginRight + 0.1);
      expect(baseline, text).toBeLessThanOrEqual(height - layout.marginBottom + 0.1);
    }
    expect(tagged).toBe(true);
    expect(xmp).toMatch(/pdfaid:part>2</);
    expect(info).toMatchObject({ Title: sampleForms[number]!.subject, Language: "vi" });
    if (number !== "07") expect(textOf(number)).toContain(sampleHead.externalCode);
  });

  it.each([
    ["01", 1],
    ["02", 2],
    ["03", 1],
    ["04", 1],
    ["05", 1],
    ["06", 2],
    ["07", 5],
  ])("%s takes %i pages at its fullest", (number, pages) => {
    expect(read.get(number)!.pages).toBe(pages);
  });

  it.each(numbers)("%s says in DOCX what it says in PDF", async (number) => {
    const xml = strFromU8(unzipSync(await renderDocx(sampleForms[number]!))["word/document.xml"]!);
    const docx = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join(" ");
    const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word && !/^\.+$/.test(word)));
    const [inDocx, inPdf] = [words(docx), words(textOf(number))];
    // The PDF breaks long words of narrow columns and numbers its pages.
    const missing = [...inDocx].filter((word) => !inPdf.has(word));
    expect(missing.filter((word) => !textOf(number).replaceAll(" ", "").includes(word))).toEqual([]);
    expect([...inPdf].filter((word) => !inDocx.has(word) && !docx.replaceAll(" ", "").includes(word))).toEqual([]);
  });

  it.each(numbers)("%s says what was approved, line by line", (number) => {
    const lines = new Map<string, string[]>();
    for (const { page, baseline, text } of read.get(number)!.texts) {
      const place = `${page} ${baseline.toFixed(1)}`;
      lines.set(place, [...(lines.get(place) ?? []), text]);
    }
    const text = `${[...lines.values()].map((words) => words.join(" ")).join("\n")}\n`;
    const file = new URL(`golden/form-${number}.txt`, import.meta.url);
    if (process.env.GANDAN_GOLDEN) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, "utf8"));
  });

  it.each(numbers)("%s looks as it was approved, page by page", async (number) => {
    for (const [at, picture] of read.get(number)!.pictures.entries()) {
      const file = new URL(`golden/form-${number}-${at + 1}.png`, import.meta.url);
      if (process.env.GANDAN_GOLDEN) writeFileSync(file, picture);
      expect(await pictureDifference(picture, readFileSync(file)), `form ${number}, page ${at + 1}`).toBeLessThan(
        0.002,
      );
    }
  });
});

describe("what a form says", () => {
  it("lists all papers of a request with their numbers, and that it is the only one", () => {
    const text = textOf("02");
    for (const [i, paper] of samplePapers.entries()) if (i % 3) expect(text).toContain(`${i + 1} ${paper}`);
    expect(text).toContain("nêu đủ trong một lần này");
    expect(text).toContain("điện thoại 0233 3852 123,");
  });

  it("says of a second request who decided it, and of a desk without number only its name", async () => {
    const slip = supplementSlip({
      ...sampleHead,
      title: "Phiếu yêu cầu bổ sung",
      deskPhone: null,
      receivedAt: "08:20 ngày 20/11/2026",
      papers: ["Tờ khai"],
      reason: "Tờ khai thiếu chữ ký.",
      times: 2,
      officer: null,
    });
    const { texts } = await readPdf((await renderPdf(slip)).bytes);
    const text = texts.map((one) => one.text).join(" ");
    expect(text).toContain("lần yêu cầu bổ sung thứ 2, do Chủ tịch");
    expect(text).not.toContain("công, điện thoại");
    expect(text).not.toContain("chữ ký..");
  });

  it("names the letter of apology that went before, and none where there was none", async () => {
    expect(textOf("04")).toContain("Thư xin lỗi số 08/TXL-UBND");
    expect(textOf("04")).toMatch(/KT\. CHỦ TỊCH PHÓ CHỦ TỊCH/);
    const notice = extensionNotice({
      ...sampleHead,
      title: "Văn bản xin lỗi",
      receivedAt: "08:20 ngày 20/11/2026",
      dueAt: "08:20 ngày 26/11/2026",
      newDueAt: "16:00 ngày 30/11/2026",
      cause: "Xác minh chậm",
      responsible: null,
      letter: null,
      signer: { role: "officer", capacity: ["TUQ. Chủ tịch", "Trưởng phòng"], name: null },
    });
    const { texts } = await readPdf((await renderPdf(notice)).bytes);
    const text = texts.map((one) => one.text).join(" ");
    expect(text).not.toMatch(/Thư xin lỗi|Người chịu trách nhiệm/);
    expect(text).toContain("TUQ. CHỦ TỊCH TRƯỞNG PHÒNG");
  });

  it.each([
    ["Công ty TNHH Một thành viên Đông Hà", "Quý đơn vị"],
    ["Hộ kinh doanh Nguyễn Văn A", "Quý đơn vị"],
    ["Trương Văn A", "Ông/Bà"],
    ["Đoàn Thị B", "Ông/Bà"],
    ["Ngô Hội", "Ông/Bà"],
  ])("addresses %s as %s", (applicantName, you) => {
    expect(addressOf({ applicantName })).toBe(you);
  });

  it("follows a dossier from hand to hand, with what was noted later", () => {
    const text = textOf("06");
    expect(text).toContain("Giao: Nguyễn Văn B Nhận: Công chức Tư pháp");
    expect(text).toMatch(/Ghi vào hệ thống lúc 14:00\s+ngày 20\/11\/2026/);
    expect(text).toContain("Trước hạn");
    expect(text).toContain("Theo hệ thống của tỉnh");
  });

  it("counts the register and repeats its head on each page", () => {
    expect(textOf("07")).toContain("Tổng số 38 hồ sơ: đã giải quyết 33 (quá hạn");
    const heads = read.get("07")!.texts.filter(({ text }) => text === "Mã hồ sơ");
    expect(new Set(heads.map(({ page }) => page)).size).toBe(read.get("07")!.pages);
  });
});
