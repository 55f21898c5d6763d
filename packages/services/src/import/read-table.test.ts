import { readFileSync } from "node:fs";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { guessMapping } from "@gandan/model/import/guess-mapping";
import type { RowIntake } from "@gandan/model/import/read-row";
import type { Cell } from "@gandan/model/import/read-value";
import { procedures } from "@gandan/rulesets/library";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { Judge } from "../outcome/judge";
import { checkFile, rowEnvOf } from "./check-file";
import { readTable } from "./read-table";

const sample = (name: string) => readFileSync(new URL(`../../../../apps/commune/samples/${name}`, import.meta.url));

async function tableOf(bytes: Uint8Array) {
  let headers: string[] = [];
  const rows: [number, Cell[]][] = [];
  await readTable(bytes, {
    headers: (found) => {
      headers = found;
    },
    row: (line, cells) => rows.push([line, cells]),
  });
  return { headers, rows };
}

const EXPECTED = {
  headers: ["Mã hồ sơ", "Chủ hồ sơ", "Ngày nộp"],
  rows: [
    [2, ["H1", "Nguyễn Văn A; anh", "12/11/2026"]],
    [4, ["H2", 'Trần "Thị"\nB', ""]],
  ],
};
const text = (mark: string) =>
  `Mã hồ sơ${mark}Chủ hồ sơ${mark}Ngày nộp\r\nH1${mark}"Nguyễn Văn A; anh"${mark}12/11/2026\r\n\r\nH2${mark}"Trần ""Thị""\nB"${mark}\r\n`;
const utf16 = (content: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, "utf16le")]);

describe("readTable", () => {
  it.each([
    ["commas", Buffer.from(text(","))],
    ["semicolons after a byte order mark", Buffer.from(`\uFEFF${text(";")}`)],
    ["tabs", Buffer.from(text("\t"))],
    ["tabs in UTF-16, as spreadsheets save", utf16(text("\t"))],
  ])("reads %s", async (_name, bytes) => {
    expect(await tableOf(bytes)).toEqual(EXPECTED);
  });

  it("keeps records whole in a file of many portions", async () => {
    const record = (n: number) => `H${n},"dòng một\n""dòng"" hai, ${"x".repeat(n % 90)}",${n}`;
    const count = 20_000;
    const lines = Array.from({ length: count }, (_, n) => record(n));
    const { rows } = await tableOf(Buffer.from(["Mã hồ sơ,Chủ hồ sơ,Ngày nộp", ...lines].join("\r\n")));
    expect(rows).toHaveLength(count);
    expect(rows.at(-1)).toEqual([count + 1, ["H19999", `dòng một\n"dòng" hai, ${"x".repeat(19_999 % 90)}`, "19999"]]);
    expect(rows.every(([line, cells]) => cells.length === 3 && cells[2] === String(line - 2))).toBe(true);
  });

  it("takes lines that end in different ways, and waits between its portions", async () => {
    const lines = Array.from({ length: 9000 }, (_, n) => `H${n};Nguyễn Văn ${n};x${n % 2 ? "\r" : ""}\n`);
    let rows = 0;
    const between: number[] = [];
    await readTable(Buffer.from(`Mã hồ sơ;Chủ hồ sơ;Ngày nộp\n${lines.join("")}`), {
      headers: () => {},
      row: (line, cells) => {
        expect(cells).toEqual([`H${line - 2}`, `Nguyễn Văn ${line - 2}`, "x"]);
        rows++;
      },
      portion: async () => {
        const before = rows;
        await new Promise((resolve) => setTimeout(resolve));
        expect(rows).toBe(before);
        between.push(before);
      },
    });
    expect(rows).toBe(9000);
    expect(between.length).toBeGreaterThan(1);
    expect(between.at(-1)).toBe(9000);
  });

  it("passes titles above the headers over", async () => {
    const { headers, rows } = await tableOf(Buffer.from(`DANH SÁCH HỒ SƠ,,\nTháng 11,,\n\n${text(",")}`));
    expect(headers).toEqual(EXPECTED.headers);
    expect(rows.map(([line]) => line)).toEqual([5, 7]);
  });

  it("takes the first row for the headers when none is known", async () => {
    expect(await tableOf(Buffer.from("a,b\n1,2\n"))).toEqual({ headers: ["a", "b"], rows: [[2, ["1", "2"]]] });
  });

  it("reads a workbook: dates, numbers, formulas, rich texts, links and gaps", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Hồ sơ");
    sheet.addRow(["Mã hồ sơ", "Ngày nộp", "Số", "Kết quả", "Chữ", "Liên kết"]);
    const row = sheet.addRow(["H1", new Date("2026-11-12T08:20:00Z"), 5]);
    row.getCell(2).numFmt = "dd/mm/yyyy hh:mm";
    row.getCell(4).value = { formula: "1+1", result: 2 };
    row.getCell(5).value = { richText: [{ text: "Nguyễn " }, { text: "A" }] };
    row.getCell(6).value = { text: "xem", hyperlink: "https://example.org" };
    sheet.getCell("A4").value = "H2";
    const { headers, rows } = await tableOf(Buffer.from(await book.xlsx.writeBuffer()));
    expect(headers).toHaveLength(6);
    expect(rows).toEqual([
      [2, ["H1", new Date("2026-11-12T08:20:00Z"), 5, 2, "Nguyễn A", "xem"]],
      [4, ["H2"]],
    ]);
  });
});

describe("the sample exports", () => {
  const judge = new Judge({
    calendar: compileCalendar([vietNamCalendar], { from: "2024-01-01", to: "2026-12-31" }),
    procedures: procedures().map(({ code, name, group, term }) => ({
      code,
      name,
      group,
      term: term ?? null,
      from: "2020-01-01",
    })),
    adoptions: [],
    registered: new Map(),
    versions: [],
  });
  const env = rowEnvOf(judge, new Date("2026-11-23T05:00:00Z"));
  const check = async (name: string) => {
    const intakes: RowIntake[] = [];
    const take = async (rows: RowIntake[]) => {
      intakes.push(...rows);
    };
    return { ...(await checkFile(sample(name), guessMapping, env, { take })), intakes };
  };

  it("tell the same 200 dossiers as CSV and as XLSX", async () => {
    const csv = await check("ho-so-mau.csv");
    const xlsx = await check("ho-so-mau.xlsx");
    expect(csv).toMatchObject({ rowsTotal: 200, rowsInError: 0, errors: [] });
    expect(xlsx.intakes).toEqual(csv.intakes);
    const types = new Set(csv.intakes.flatMap(({ events }) => events.map(({ fact }) => fact.type)));
    expect([...types].sort()).toEqual([
      "accepted",
      "apologised",
      "closed",
      "finished",
      "handed-over",
      "reappointed",
      "received",
      "supplement-requested",
      "supplemented",
      "withdrawn",
    ]);
  });

  it("hold every kind of error in the faulty one", async () => {
    const { rowsTotal, rowsInError, errors } = await check("ho-so-loi.csv");
    expect([rowsTotal, rowsInError]).toEqual([18, 16]);
    expect([...new Set(errors.map(({ key }) => key))].sort()).toEqual([
      "badDate",
      "dueBefore",
      "future",
      "missing",
      "missingDue",
      "order",
      "stateWithoutDate",
      "tooLong",
      "twice",
      "unknownChannel",
      "unknownProcedure",
      "unknownSigner",
      "unknownState",
    ]);
  });
});
