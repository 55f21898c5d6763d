import { readFileSync, writeFileSync } from "node:fs";
import { pictureDifference } from "@gandan/documents/official/compare-pictures";
import { officialLayout as layout } from "@gandan/documents/official/layout";
import { readDocxText } from "@gandan/documents/official/read-docx";
import { readPdf } from "@gandan/documents/official/read-pdf";
import { renderDocx } from "@gandan/documents/official/render-docx";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { planDocument } from "@gandan/documents/plan/plan-document";
import { libraryModel, libraryModels } from "@gandan/rulesets/library";
import { expect, test } from "vitest";

const planOf = (id: string) => {
  const source = libraryModel(id)!.model;
  return planDocument({
    source,
    owner: "",
    date: source.effective!.from,
    draft: false,
    registered: { unit: "phường Đông Hà", procedures: [] },
  });
};

/** What an official of the place looks for: head, number, sections, and what only this plan says. */
const PLANS: [id: string, said: string[]][] = [
  [
    "quang-trung-2023",
    [
      "BAN ĐIỀU HÀNH MÔ HÌNH",
      "Số: /KH-BĐH",
      "Triển khai thực hiện xây dựng mô hình",
      "Căn cứ Nghị quyết số 39-NQ/ĐU ngày 22/3/2023 của Đảng ủy xã Quang Trung",
      "Khẩu hiệu “5 biết”",
      "Khẩu hiệu “4 thể hiện”",
      "Xong trước ngày 10/4/2023",
      "TRƯỞNG BAN CHỦ TỊCH UBND XÃ",
      "06 thôn (T/h);",
      "MẪU SỐ 2 – PHIẾU KHẢO SÁT SỰ HÀI LÒNG",
    ],
  ],
  [
    "truong-xuan-2023",
    [
      "KHỐI DÂN VẬN ĐẢNG ỦY VÀ UBND XÃ TRƯỜNG XUÂN",
      "Trường Xuân, ngày 25 tháng 9 năm 2023",
      "b) Trên lĩnh vực phát triển kinh tế",
      "Bước 1",
      "Bước 5",
      "Tổ chức Lễ ra mắt mô hình",
      "Xong trước ngày 30/11/2023",
      "gửi Tổ chỉ đạo huyện (hằng tháng)",
    ],
  ],
  [
    "dong-thanh-2024",
    [
      "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG THANH",
      "Số: /KH-UBND",
      "1.1. Không trễ hẹn trong giải quyết thủ tục hành chính",
      "2.2. Biết xin lỗi người dân khi hồ sơ trễ hẹn",
      "Khẩu hiệu “6 biết”",
      "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
      "Phòng Nội vụ thành phố;",
    ],
  ],
  [
    "phuoc-long-2023",
    [
      "ỦY BAN NHÂN DÂN THỊ XÃ PHƯỚC LONG",
      "Số: 190/KH-UBND",
      "Phước Long, ngày 08 tháng 8 năm 2023",
      "Khẩu hiệu “4 xin”",
      "Khẩu hiệu “5 không”",
      "điểm CCHC (PAR Index) đạt từ 95 điểm trở lên",
      "Trong tháng 8/2023",
      "Từ nguồn ngân sách và các nguồn hợp pháp khác",
      "Sở Nội vụ (B/c);",
    ],
  ],
  [
    "nam-dong-2024",
    [
      "ỦY BAN NHÂN DÂN XÃ NAM DONG",
      "Căn cứ Kế hoạch số 60-KH/ĐU ngày 23/02/2024 của Đảng ủy xã Nam Dong",
      "Từ 100 đến dưới 500 hồ sơ Từ 30% số hồ sơ trở lên",
      "Từ 1.000 hồ sơ Từ 10% số hồ sơ trở lên",
      "chậm nhất ngày 10/6 và 10/11",
      "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
      "Rất hài lòng",
    ],
  ],
];

const flat = (text: string) => text.replace(/\s+/g, " ");
const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word && !/^\d+$/.test(word)));

test.each(PLANS)("the plan of %s is known again, in PDF/A and in the words of its DOCX", async (id, said) => {
  const document = planOf(id);
  const { bytes } = await renderPdf(document);
  const read = await readPdf(bytes);
  const text = flat(read.texts.map((one) => one.text).join(" "));
  for (const part of said) expect(text).toContain(part);
  for (const part of ["KẾ HOẠCH", "I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN", "Nơi nhận:"]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/DỰ THẢO|undefined|null|\[object/);
  expect(read.xmp).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
  expect(read.tagged).toBe(true);
  expect(read.info).toMatchObject({ Title: document.subject, Author: document.issuer, Language: "vi" });
  expect(words(flat(readDocxText(await renderDocx(document))))).toEqual(words(text));
});

test("every model of the library makes a plan, in the name of who issued it", async () => {
  const models = libraryModels().filter(({ model }) => model.type === "model");
  expect(models.length).toBeGreaterThan(PLANS.length);
  for (const { id, model } of models) {
    const document = planOf(id);
    expect(JSON.stringify(document), id).not.toMatch(/undefined|\[object/);
    const issuer = model.issued_by?.unit.split(",")[0]?.replace(/^UBND/, "Ủy ban nhân dân") ?? "";
    expect(document.issuerLines.join(" "), id).toContain(issuer);
    expect((await renderPdf(document)).pages, id).toBeGreaterThan(1);
  }
});

test.each(PLANS)(
  "%s keeps the margins on every page, upright or on its side, and repeats the heads of tables",
  async (id) => {
    const { pictures, texts, pages } = await readPdf((await renderPdf(planOf(id))).bytes);
    expect(pictures).toHaveLength(pages);
    for (const { page, text, left, right, baseline } of texts) {
      const head = page === 1 && baseline < 60;
      // Width and height of a PNG stand in its header.
      const [width, height] = [16, 20].map((at) => ((pictures[page - 1]?.readUInt32BE(at) ?? 0) * 25.4) / 72);
      expect(left, text).toBeGreaterThanOrEqual(layout.marginLeft - (head ? layout.headOverhang : 0) - 0.1);
      expect(right, text).toBeLessThanOrEqual((width ?? 0) - layout.marginRight + 0.4);
      expect(baseline, text).toBeLessThanOrEqual((height ?? 0) - layout.marginBottom + 0.4);
    }
    const heads = texts.filter(({ text }) => text === "Thực hiện").map(({ page }) => page);
    const rows = texts.filter(({ text }) => /^(Thường xuyên|Hằng (tuần|tháng|năm))/.test(text)).map(({ page }) => page);
    for (const page of rows) expect(heads).toContain(page);
  },
);

test.each([
  ["dong-thanh-2024", [1, 5]],
  ["phuoc-long-2023", [1, 9]],
  ["quang-trung-2023", [12]],
] as const)("pages of %s look as they were approved", async (id, pages) => {
  const { pictures } = await readPdf((await renderPdf(planOf(id))).bytes);
  for (const page of pages) {
    const file = new URL(`golden/${id}-${page}.png`, import.meta.url);
    const picture = pictures[page - 1]!;
    if (process.env.GANDAN_GOLDEN) writeFileSync(file, picture);
    // Another machine may smooth letters a little differently; a moved line is far more.
    expect(await pictureDifference(picture, readFileSync(file)), `page ${page}`).toBeLessThan(0.002);
  }
});
