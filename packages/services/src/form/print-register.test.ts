import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { readPdf } from "@gandan/documents/official/read-pdf";
import { type PrintRegister, printRegister as registerInput } from "@gandan/model/form/form-inputs";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, BIRTH, fillProcedures, happened, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { printRegister } from "./print-register";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

/** A unit with four dossiers: finished in time and handed over, finished late, stopped, and of the month before. */
async function unitWithFour() {
  const unitId = await newUnit(database.owner);
  const ctx = actingAt(database, unitId, "2026-11-20T10:00");
  const done = (time: string, more: string) => [
    happened(time, { type: "finished" }),
    happened(more, { type: "handed-over" }),
  ];
  const person = { applicantName: "Nguyễn Văn A", phone: "0912345678", officer: "Lê Thị C" };
  await recordAll(ctx, [
    takenIn("H-2", "2026-11-03T08:00", "2026-11-06T08:00", done("2026-11-09T09:00", "2026-11-09T10:00"), {
      applicantName: "Trần Thị B",
      procedure: BIRTH,
    }),
    takenIn("H-1", "2026-11-02T08:00", "2026-11-05T08:00", done("2026-11-04T09:00", "2026-11-04T10:00"), person),
    takenIn("H-3", "2026-11-04T08:00", "2026-11-09T08:00", [
      happened("2026-11-05T09:00", { type: "stopped", reason: "Có tranh chấp" }),
    ]),
    takenIn("H-0", "2026-10-02T08:00", "2026-10-07T08:00", [], person),
  ]);
  return { unitId, ctx };
}
const asked = (input: Partial<PrintRegister>) =>
  registerInput.parse({ from: "2026-11-01", to: "2026-11-30", ...input });

describe("printRegister", () => {
  it("is a sheet of the period in the order of receipt, with times as the clock of Viet Nam showed them", async () => {
    const { ctx, unitId } = await unitWithFour();
    const { fileName, bytes } = await printRegister(ctx, asked({}));
    expect(fileName).toMatch(/^so-theo-doi-.+-2026-11-20\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const rows = (book.worksheets[0]!.getSheetValues() as unknown[][]).slice(1).map((row) => row.slice(1));
    expect(rows[0]![0]).toBe("Sổ theo dõi hồ sơ từ 01/11/2026 đến 30/11/2026");
    expect(rows[2]![0]).toContain("Tổng số 3 hồ sơ: đã giải quyết 2 (quá hạn 1)");
    const lines = rows.slice(4);
    expect(lines.map((line) => [line[1], line[11], line[14]])).toEqual([
      ["H-1", "Trước hạn", ""],
      ["H-2", "Quá hạn", ""],
      ["H-3", "", "Dừng giải quyết"],
    ]);
    expect(lines[0]!.slice(3, 7)).toEqual(["Chứng thực bản sao", "Nguyễn Văn A", "0912345678", "Trực tiếp"]);
    expect(lines[0]![7]).toEqual(new Date("2026-11-02T08:00:00Z"));
    const log = await database.root<{ action: string; details: unknown }[]>`
      select action, details from audit_log where unit_id = ${unitId} order by seq desc limit 1`;
    expect(log[0]).toMatchObject({ action: "dossier.print-register", details: { as: "xlsx", rows: 3 } });
  });

  it("is a paper to be printed, on its side, that says by which filters it was made", async () => {
    const { ctx } = await unitWithFour();
    const { bytes } = await printRegister(
      ctx,
      asked({ as: "pdf", group: "birth", filterWords: ["Lĩnh vực: khai sinh"] }),
    );
    const { texts, pictures } = await readPdf(bytes);
    const text = texts.map((one) => one.text).join(" ");
    expect(text).toContain("Từ 01/11/2026 đến 30/11/2026; Lĩnh vực: khai sinh");
    expect(text).toContain("H-2");
    expect(text).not.toContain("H-1");
    expect(pictures).toHaveLength(1);
  });

  it("finds by code and by name as the list does", async () => {
    const { ctx } = await unitWithFour();
    for (const [q, code] of [
      ["H-2", "H-2"],
      ["tran thi b", "H-2"],
      ["Nguyễn Văn A", "H-1"],
    ] as const) {
      const { texts } = await readPdf((await printRegister(ctx, asked({ as: "pdf", q }))).bytes);
      const text = texts.map((one) => one.text).join(" ");
      expect([q, text.includes(code), text.includes("H-3")]).toEqual([q, true, false]);
    }
  });

  it("is given to those alone who may read dossiers, and holds nothing of another unit", async () => {
    const { ctx, unitId } = await unitWithFour();
    const nobody = { ...ctx, actor: { ...ctx.actor, roles: [] } };
    await expect(printRegister(nobody, asked({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = actingAt(database, await newUnit(database.owner), "2026-11-20T10:00");
    await expect(printRegister({ ...other, unitId }, asked({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { texts } = await readPdf((await printRegister(other, asked({ as: "pdf" }))).bytes);
    expect(texts.map(({ text }) => text).join(" ")).toContain("Tổng số 0 hồ sơ");
    expect((await auditLog(database, unitId)).filter(({ action }) => action === "dossier.print-register")).toEqual([]);
  });

  it("says how many there are when one file cannot hold them", async () => {
    const unitId = await newUnit(database.owner);
    const ctx = actingAt(database, unitId, "2026-11-20T10:00");
    await recordAll(
      ctx,
      Array.from({ length: 1_001 }, (_, i) => takenIn(`H-${i}`, "2026-11-02T08:00", "2026-11-05T08:00")),
    );
    await expect(printRegister(ctx, asked({ as: "pdf" }))).rejects.toMatchObject({
      code: "INVALID",
      key: "form.tooLong",
      details: { count: 1_001, max: 1_000 },
    });
  });
});
