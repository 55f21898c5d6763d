import { TranslationProvider } from "@gandan/i18n/translation";
import { type AppraisedLeaf, assessUnit, type EnteredLeaf } from "@gandan/model/index/assess-unit";
import { indexFrame } from "@gandan/model/index/index-frame";
import { compileFrame } from "@gandan/model/index/score-index";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { UnitTree } from "./unit-tree";

const leaf = (id: string, kind: object) => ({ id, title: id, points: 2, leaf: kind });
const frame = indexFrame.parse({
  schema: 1,
  id: "khung",
  title: "Khung",
  year: 2026,
  level: "commune",
  total: 8,
  fields: [
    {
      id: "mot",
      title: "Một",
      points: 6,
      criteria: [
        leaf("so-lieu", { kind: "ratio", measured_by: { yardstick: "dung-hen" } }),
        leaf("ty-le", { kind: "ratio" }),
        leaf("it-so-lieu", { kind: "ratio", measured_by: { yardstick: "xin-loi" } }),
      ],
    },
    { id: "hai", title: "Hai", points: 2, criteria: [leaf("chua-co", { kind: "yes-no" })] },
  ],
});
const entered = (points: number | null): EnteredLeaf => ({ points, value: points, note: null, enteredAt: new Date(0) });
const appraised = (points: number, reason: string | null): AppraisedLeaf => ({
  points,
  reason,
  appraisedAt: new Date(0),
});
const tally = (met: number, missed: number) => ({ met, missed, pending: 0, notApplicable: 0 });

function rowsOf(open: string | null): Map<string, string> {
  const assessment = assessUnit(frame, compileFrame(frame), {
    entries: new Map([
      ["so-lieu", entered(null)],
      ["ty-le", entered(2)],
    ]),
    tallies: new Map([
      ["dung-hen", tally(9, 3)],
      ["xin-loi", tally(1, 2)],
    ]),
    appraisals: new Map([
      ["ty-le", appraised(0.5, "Thiếu tài liệu")],
      ["so-lieu", appraised(2, null)],
    ]),
  });
  const html = renderToStaticMarkup(
    <TranslationProvider language="vi">
      <UnitTree page={{ assessment, total: 8 }} open={open} hrefOf={(field) => `?open=${field ?? ""}`} />
    </TranslationProvider>,
  );
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    (row ?? "")
      .replace(/<div class="pair.*?<\/div>/gs, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return new Map(rows.map((row) => [row.split(/[ .]/)[0] ?? "", row]));
}

test("closed fields say how many leaves differ; what is not known is a dash, not zero", () => {
  const rows = rowsOf(null);
  expect([...rows.keys()]).toEqual(["Lĩnh", "Một", "Hai", "Tổng"]);
  expect(rows.get("Một")).toMatch(/6,00 3,50 2,50 −1,00 2 tiêu chí khác điểm tự chấm$/);
  expect(rows.get("Hai")).toMatch(/2,00 – –$/);
});

test("an open field shows figures, too few of them, and each difference with its reason", () => {
  const rows = rowsOf("mot");
  expect(rows.get("ty-le")).toMatch(/2,00 2,00 0,50 −1,50 Thiếu tài liệu$/);
  expect(rows.get("so-lieu")).toContain("9 trên 12 (75,0%)");
  expect(rows.get("so-lieu")).toContain("Số liệu cho thấy có phát sinh: 12 hồ sơ");
  expect(rows.get("so-lieu")).toMatch(/1,50 2,00 \+0,50 Số liệu thay đổi sau khi thẩm định$/);
  expect(rows.get("it-so-lieu")).toContain("Chưa đủ dữ liệu: 3 lượt, cần từ 10");
  expect(rows.get("it-so-lieu")).toMatch(/2,00 – –$/);
  expect(rows.has("chua-co")).toBe(false);
});
