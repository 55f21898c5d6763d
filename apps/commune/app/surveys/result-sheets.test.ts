import { formatter } from "@gandan/i18n/format";
import { translator } from "@gandan/i18n/translator";
import { wilson } from "@gandan/model/score/wilson";
import { expect, it } from "vitest";
import { flatRows, resultSheets } from "./result-sheets.server";
import type { SurveyPage } from "./survey-page";

const SCRIPT = '=HYPERLINK("http://xa.example")<script>alert(1)</script>';

const result: SurveyPage = {
  form: {
    id: "f",
    slug: "phieu",
    version: 2,
    title: "Phiếu thử",
    openedOn: "2026-01-05",
    closedOn: null,
    minCell: 5,
  },
  period: { kind: "quarter", from: "2026-07-01", to: "2026-09-30" },
  upTo: "2026-09-20",
  questions: [
    {
      id: "chung",
      kind: "level5",
      text: "Nhìn chung?",
      options: [],
      answered: {
        n: 66,
        lines: [
          { options: [0, 1, 2, 4], low: 42, high: 42 },
          { options: [3], low: 24, high: 24 },
        ],
        satisfied: { low: 62, high: 66, n: 66, interval: { low: wilson(62, 66).low, high: 1 } },
      },
    },
    { id: "phien-ha", kind: "yes-no", text: "Phiền hà?", options: [], answered: null },
  ],
  places: {
    question: "chung",
    rows: [
      {
        kind: "procedure",
        code: "2.000815",
        name: "Chứng thực bản sao",
        answered: {
          n: 30,
          lines: [
            { options: [0, 1, 2], low: 6, high: 6 },
            { options: [3, 4], low: 24, high: 24 },
          ],
          satisfied: { low: 24, high: 24, n: 30, interval: wilson(24, 30) },
        },
      },
      {
        kind: "point",
        code: null,
        name: "Quầy số 1",
        answered: { n: 20, lines: [{ options: [0, 1, 2, 3, 4], low: 20, high: 20 }], satisfied: null },
      },
    ],
  },
  integrity: {
    sheets: 20,
    bySource: { token: 16, point: 0, tablet: 0, "paper-staff": 3, "paper-mttq": 1 },
    quick: 2,
    burst: 0,
    sameDevice: 0,
    staffEntered: { share: 0.15, interval: wilson(3, 20) },
    invited: 40,
    responseRate: 0.4,
  },
  texts: { total: 1, some: [{ question: "Ý kiến khác", month: "2026-08-01", text: SCRIPT }] },
};

const words = { t: translator("vi"), format: formatter("vi"), unit: "Xã Thử" };

it("holds the figures of the page and no others", () => {
  const sheets = resultSheets(words, result);
  expect(sheets.map(({ name }) => name)).toEqual(["Câu hỏi", "Thủ tục, nơi hỏi", "Mức tin cậy", "Ý kiến"]);
  const [questions, places, integrity] = sheets;
  expect(questions!.rows).toEqual([
    ["Nhìn chung?", "Rất không hài lòng, Không hài lòng, Bình thường, Rất hài lòng", 42, 42 / 66],
    ["Nhìn chung?", "Hài lòng", 24, 24 / 66],
    ["Phiền hà?", "Chưa đủ câu trả lời", null, null],
  ]);
  expect(places!.rows).toEqual([
    ["Chứng thực bản sao", 30, 24, 0.8],
    ["Quầy số 1", 20, null, null],
  ]);
  // Ways by which a few came are not counted out.
  expect(integrity!.rows.slice(0, 6)).toEqual([
    ["Phiếu đã nhận trong kỳ", 20],
    ["Mã của hồ sơ", 16],
    ["Mã QR tại điểm", 0],
    ["Máy tính bảng", 0],
    ["Giấy, MTTQ nhập", "dưới 5"],
    ["Giấy, cán bộ nhập", "dưới 5"],
  ]);
});

it("says the same as plain text, in one table below the other", () => {
  const rows = flatRows(resultSheets(words, result));
  expect(rows[0]).toEqual(["Xã Thử: Phiếu thử – bản 2, Quý 3/2026"]);
  expect(rows).toContainEqual(["Nhìn chung?", "Hài lòng", "24", "0.3636"]);
  expect(rows).toContainEqual(["Ý kiến khác", "tháng 8/2026", SCRIPT]);
});
