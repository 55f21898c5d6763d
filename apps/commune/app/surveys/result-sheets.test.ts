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
      answered: { counts: [2, 0, 0, 6, 8], n: 16, satisfied: { n: 14, share: 0.875, interval: wilson(14, 16) } },
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
        answered: { counts: [1, 0, 0, 4, 5], n: 10, satisfied: { n: 9, share: 0.9, interval: wilson(9, 10) } },
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
    ["Nhìn chung?", "Rất không hài lòng", 2, 2 / 16],
    ["Nhìn chung?", "Không hài lòng", 0, 0],
    ["Nhìn chung?", "Bình thường", 0, 0],
    ["Nhìn chung?", "Hài lòng", 6, 6 / 16],
    ["Nhìn chung?", "Rất hài lòng", 8, 8 / 16],
    ["Phiền hà?", "Chưa đủ câu trả lời", null, null],
  ]);
  expect(places!.rows).toEqual([["Chứng thực bản sao", 1, 0, 0, 4, 5, 10, 0.9]]);
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
  expect(rows).toContainEqual(["Nhìn chung?", "Hài lòng", "6", "0.3750"]);
  expect(rows).toContainEqual(["Ý kiến khác", "tháng 8/2026", SCRIPT]);
});
