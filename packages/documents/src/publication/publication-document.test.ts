import type { PublishedForm } from "@gandan/model/publication/publication-snapshot";
import { expect, test } from "vitest";
import { signatureBlock } from "../letter/signature-block";
import { renderPdf } from "../official/render-pdf";
import { publicationDocument } from "./publication-document";

const LINES = [
  { options: [0, 1, 2], low: 15, high: 15 },
  { options: [3], low: 45, high: 45 },
  { options: [4], low: 40, high: 40 },
];
const SATISFIED = { low: 85, high: 85, n: 100 };

const form: PublishedForm = {
  slug: "phieu-qr",
  version: 2,
  title: "Phiếu khảo sát",
  sheets: 1234,
  integrity: {
    token: 800,
    point: 300,
    tablet: 50,
    paperMttq: 50,
    paperStaff: 34,
    invited: 2000,
    quick: 3,
    burst: 2,
    sameDevice: 1,
  },
  questions: [
    { id: "chung", kind: "level5", text: "Nhìn chung?", options: null, n: 100, lines: LINES, satisfied: SATISFIED },
    { id: "it", kind: "level5", text: "Thủ tục #1?", options: null, n: 0, lines: [], satisfied: null },
    {
      ...{ id: "phi", kind: "yes-no", text: "Có mất phí không?", options: null, n: 40, satisfied: null },
      lines: [{ options: [0, 1], low: 40, high: 40 }],
    },
    {
      ...{ id: "gi", kind: "several", text: "Biết qua đâu?", options: ["Mạng", "Loa"], n: 40, satisfied: null },
      lines: [
        { options: [0], low: 30, high: 30 },
        { options: [1], low: 0, high: 4 },
      ],
    },
  ],
};

const input = {
  unit: "Xã Nam Dong",
  title: "Kết quả khảo sát",
  date: "2026-11-08",
  period: { from: "2026-05-01", to: "2026-10-31" },
  snapshot: { schema: 2 as const, dossiers: 518, forms: [form] },
  remark: "Đa số hài lòng.\n#set page(fill: red)",
  clause: "III.6.a",
  corrects: null,
  signature: signatureBlock({ capacity: "head", title: "", name: "Lê Văn C" }),
  draft: false,
};

test("a publication says of each share out of how many, within which bounds, and never SIPAS of itself", async () => {
  const document = publicationDocument(input);
  const text = JSON.stringify(document.parts);
  expect(document).toMatchObject({ title: "Thông báo", issuer: "UBND xã Nam Dong" });
  expect(document.summary).toBe("Kết quả khảo sát từ ngày 01/5/2026 đến hết ngày 31/10/2026");
  for (const said of [
    "(mục III.6.a của kế hoạch)",
    "518 hồ sơ",
    "PHIẾU KHẢO SÁT, bản 2",
    "85,0% (76,7% – 90,7%)",
    "15 (gộp)",
    '"Không, Có","40","100,0%"',
    '"Loa","0 – 4","0,0% – 10,0%"',
    "Chưa đủ phiếu",
    "34 phiếu giấy do cán bộ nhập (2,8%)",
    "40,0% của 2.000 mã đã phát",
    "không phải Chỉ số hài lòng SIPAS",
  ]) {
    expect(text).toContain(said);
  }
  const { bytes } = await renderPdf(document);
  expect((await renderPdf(document)).bytes.equals(bytes)).toBe(true);
});

test("a correction says on top what it replaces and why; a draft says that it is one", () => {
  const corrected = publicationDocument({ ...input, corrects: { date: "2026-11-05", reason: "Thiếu phiếu." } });
  expect(corrected.title).toBe("Thông báo đính chính");
  expect(JSON.stringify(corrected.parts[0])).toContain("thay bản công bố ngày 05/11/2026");
  expect(JSON.stringify(corrected.parts[0])).toContain("Thiếu phiếu.");
  expect(publicationDocument({ ...input, draft: true }).mark).toBe("Dự thảo");
});
