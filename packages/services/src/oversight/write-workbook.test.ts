import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { writeWorkbook } from "./write-workbook";

test("what is written can be read back: leads, header, values, formats; a formula stays a text", async () => {
  const bytes = await writeWorkbook([
    {
      name: "So sánh: quý 2/2025",
      lead: ["Thị xã Thử", "Từ 01/04/2025"],
      columns: [
        { header: "Đơn vị", width: 20 },
        { header: "Đúng hẹn", width: 10, format: "0.0%" },
      ],
      rows: [
        ["Phường An", 0.727],
        ["=1+1", null],
      ],
    },
    { name: "Sổ", lead: [], columns: [{ header: "Mã", width: 8 }], rows: [["00123"]] },
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  expect(book.worksheets.map(({ name }) => name)).toEqual(["So sánh  quý 2 2025", "Sổ"]);
  const sheet = book.worksheets[0]!;
  const rows = sheet.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1) : row));
  expect(rows.slice(1)).toEqual([
    ["Thị xã Thử"],
    ["Từ 01/04/2025"],
    ["Đơn vị", "Đúng hẹn"],
    ["Phường An", 0.727],
    ["=1+1"],
  ]);
  expect(sheet.getCell("B4").numFmt).toBe("0.0%");
  expect(sheet.getCell("A5").type).toBe(ExcelJS.ValueType.String);
  expect(book.worksheets[1]!.getCell("A2").value).toBe("00123");
});
