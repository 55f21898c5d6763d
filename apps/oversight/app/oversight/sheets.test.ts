import { formatter } from "@gandan/i18n/format";
import { translator } from "@gandan/i18n/translator";
import type { ComparedUnit, Comparison } from "@gandan/services/oversight/compare-units";
import type { Register } from "@gandan/services/oversight/read-register";
import { expect, test } from "vitest";
import { comparisonSheets, registerSheets } from "./sheets.server";

const words = { t: translator("vi"), format: formatter("vi"), unit: "Thị xã Thử" };
const unit = (name: string): ComparedUnit["unit"] => ({
  id: name,
  slug: name,
  level: "commune",
  type: "phường",
  code: "00123",
  name,
  parentName: "Thị xã Thử",
  validFrom: "2020-01-01",
  validTo: null,
  belowFrom: "2020-01-01",
  belowTo: null,
  predecessors: [],
  successors: [],
});
const blank = { includes: [], own: [], adoption: null };
const comparison: Comparison = {
  period: { from: "2025-04-01", to: "2025-06-30" },
  yardstick: { versionId: "v", title: "Thước đo", version: 2, from: "2024-01-01", to: null },
  indicators: [{ id: "dung-hen", title: "Đúng hẹn", sentence: "", clause: null }],
  minN: 10,
  rankMinN: 100,
  ranked: 0,
  comparedPoints: 100,
  totalPoints: 100,
  rows: [
    {
      ...blank,
      unit: unit("Phường An"),
      dossiers: 120,
      n: 118,
      cells: [{ met: 110, n: 118, share: 110 / 118, interval: { low: 0.87, high: 0.96 } }],
      ranked: { points: 93.2, interval: { low: 87, high: 96 }, rank: { from: 1, to: 2 } },
      months: [0.9, null],
    },
    {
      ...blank,
      unit: unit("Phường Bình"),
      dossiers: 4,
      n: 4,
      cells: [{ met: 3, n: 4, share: null, interval: null }],
      ranked: null,
      months: [null, null],
    },
  ],
  standing: [],
  trend: { indicator: "dung-hen", months: ["2025-05-01", "2025-06-01"], median: [0.9, null] },
  asOf: new Date("2025-07-02T03:00:00Z"),
};

test("a comparison has every figure, and blanks where there is too little", () => {
  const [figures, months] = comparisonSheets(words, comparison, false);
  expect(figures?.name).toBe("So sánh");
  expect(figures?.lead).toEqual(["Thị xã Thử, quý 2/2025", "Thước đo, bản 2", "Tính đến 02/07/2025, 10:00"]);
  expect(figures?.columns.map(({ header }) => header)).toEqual([
    "Đơn vị",
    "Mã",
    "Trực thuộc",
    "Số hồ sơ",
    "Hạng",
    "Điểm",
    "Từ",
    "Đến",
    "Đúng hẹn, tỷ lệ đạt",
    "Đúng hẹn, n",
  ]);
  expect(figures?.rows).toEqual([
    ["Phường An", "00123", "Thị xã Thử", 120, "1–2", 93.2, 87, 96, 110 / 118, 118],
    ["Phường Bình", "00123", "Thị xã Thử", 4, null, null, null, null, null, 4],
  ]);
  expect(months?.columns.map(({ header }) => header)).toEqual(["Đơn vị", "tháng 5/2025", "tháng 6/2025"]);
  expect(months?.rows).toEqual([
    ["Phường An", 0.9, null],
    ["Phường Bình", null, null],
    ["Trung vị", 0.9, null],
  ]);
});

test("a register names models, refusals and silence", () => {
  const { id, slug, name, code, parentName, level } = unit("Phường An");
  const row = { unit: { id, slug, name, code, parentName, level }, modelTitle: null, basis: null };
  const register: Register = {
    on: "2025-06-30",
    total: 2,
    counts: { adopted: 1, declined: 1, silent: 0 },
    rows: [
      {
        ...row,
        state: "adopted",
        adoptionId: "00000000-0000-7000-8000-000000000001",
        title: "4 xin",
        reference: "CV 1",
        declinedReason: null,
        procedures: 5,
        from: "2024-01-01",
      },
      {
        ...row,
        state: "declined",
        adoptionId: "00000000-0000-7000-8000-000000000002",
        title: null,
        reference: "CV 2",
        declinedReason: "Chưa sắp xếp",
        procedures: 0,
        from: "2024-01-01",
      },
    ],
  };
  const [sheet] = registerSheets(words, register);
  expect(sheet?.rows).toEqual([
    ["Phường An", "00123", "Đã đăng ký", "4 xin", "CV 1", 5, "01/01/2024"],
    ["Phường An", "00123", "Không đăng ký", null, "CV 2; Chưa sắp xếp", null, "01/01/2024"],
  ]);
});
