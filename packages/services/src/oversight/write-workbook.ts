import ExcelJS from "exceljs";

type SheetValue = string | number | Date | null;

export interface SheetColumn {
  header: string;
  /** Characters. */
  width: number;
  /** Excel's number format, e.g. "0.0%". */
  format?: string | undefined;
}

export interface Sheet {
  /** At most 31 characters; signs that Excel refuses are left out. */
  name: string;
  /** Lines above the table: what it is, of when. */
  lead: readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetValue[])[];
}

/** A workbook (.xlsx) of plain tables: header in bold, first column and header fixed, printed across A4. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const { name, lead, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name.replace(/[*?:\\/[\]]/g, " ").slice(0, 31), {
      views: [{ state: "frozen", xSplit: 1, ySplit: lead.length + 1 }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    for (const line of lead) sheet.addRow([line]);
    sheet.addRow(columns.map(({ header }) => header)).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
    columns.forEach(({ width, format }, i) => {
      const column = sheet.getColumn(i + 1);
      column.width = width;
      if (format) column.numFmt = format;
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
