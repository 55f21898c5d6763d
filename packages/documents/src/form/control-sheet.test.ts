import { expect, it } from "vitest";
import { type ControlSheet, controlSheet } from "./control-sheet";

const at = (time: string) => new Date(`2026-11-20T${time}:00+07:00`);
const noted = new Date("2026-11-22T08:00:00+07:00");

it("says of a corrected step both times, and the result of the one that counts alone", () => {
  const finished = { at: at("16:42"), recordedAt: at("16:42"), actor: "Lê Văn L", source: "desk" } as const;
  const sheet: ControlSheet = {
    title: "Phiếu kiểm soát",
    date: "2026-11-23",
    unitName: "UBND xã Thử",
    place: "Thử",
    deskName: "Bộ phận Một cửa",
    deskPhone: null,
    externalCode: "H1",
    procedureName: "Chứng thực bản sao",
    procedureCode: "2.000815",
    applicantName: "Nguyễn Văn A",
    phone: null,
    officer: null,
    dueAt: at("16:00"),
    asOf: noted,
    steps: [
      {
        at: at("15:30"),
        recordedAt: noted,
        actor: "Lê Văn L",
        source: "import",
        fact: {
          type: "corrected",
          of: "finished",
          was: finished.at.toISOString(),
          notedAt: finished.recordedAt.toISOString(),
          is: { type: "finished" },
        },
      },
      { ...finished, fact: { type: "finished" } },
    ],
  };
  const table = controlSheet(sheet).parts.find((part) => part.type === "table");
  const rows = table?.type === "table" ? table.rows.map((row) => row.slice(3)) : [];
  expect(rows).toEqual([
    [
      expect.stringMatching(/^Giải quyết xong \(sửa lại, trước ghi .*16.*42.*\)$/),
      "Đúng hạn",
      expect.stringContaining("Theo hệ thống của tỉnh"),
    ],
    ["Giải quyết xong", "", "Đã sửa, không còn tính"],
  ]);
});
