import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { readDocxText } from "@gandan/documents/official/read-docx";
import { readPdf } from "@gandan/documents/official/read-pdf";
import { printRegister as inputOf } from "@gandan/model/oversight/oversight-inputs";
import { register } from "@gandan/rulesets/library";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installCatalogues } from "../demo/install-catalogues";
import { printRegister } from "./print-register";

const NOW = new Date("2025-06-30T10:00:00+07:00");
const source = register()!;
const day = (date: string) => date.split("-").reverse().join("/");
const flat = (text: string) => text.replace(/\s+/g, " ");
/** A number may break at its hyphen. */
const tight = (text: string) => text.replaceAll(" ", "");

let database: TestDatabase;
let town = "";

/** Phước Long with the ten offices and seven communes of its plan, each with its answer. */
beforeAll(async () => {
  database = await createTestDatabase();
  const { root, owner } = database;
  await installCatalogues({ owner, app: database.app }, NOW);
  town = await newUnit(owner, { level: "district", type: "thị xã", name: "Thị xã Phước Long" });
  for (const { kind, no, unit, unit_code, model, own_name, declined, reply, procedures } of source.entries) {
    const unitId = await newUnit(owner, {
      level: kind,
      type: kind === "office" ? "phòng" : "phường",
      code: unit_code ?? `688-${no}`,
      name: unit,
      parentId: town,
    });
    const reference = reply ? `${reply.type} số ${reply.number} ngày ${day(reply.date)}` : null;
    const [row] = await root<{ id: string }[]>`
      insert into adoption (unit_id, model_unit_id, model_id, own_name, valid_from, reference, declined_reason)
      select ${unitId}, m.unit_id, m.id, ${own_name ?? null}, ${source.effective.from}, ${reference}, ${declined ?? null}
      from (select 1) one left join model m on m.slug = ${model} returning id`;
    await root`
      insert into registration (unit_id, adoption_id, procedure_code, mode)
      select ${unitId}, ${row!.id}, code, mode
      from unnest(${procedures.map(({ code }) => code)}::text[]) code
      cross join unnest(${[...source.modes]}::text[]) mode`;
  }
});
afterAll(() => database.drop());

const ctxOf = (unitId: string, role: Role | null = "oversight-officer"): UnitCtx => ({
  db: { app: database.app, oversight: database.oversight },
  actor: { staffId: crypto.randomUUID(), name: "Người thử", roles: role ? [{ unitId, role }] : [] },
  unitId,
  now: NOW,
  language: "vi",
});
const print = (ctx: UnitCtx, input: object = {}) =>
  printRegister(ctx, inputOf.parse({ on: "2025-06-30", format: "pdf", ...input }));
const log = (unitId: string) =>
  database.root<{ action: string; details: unknown }[]>`
    select action, details from audit_log where unit_id = ${unitId} order by seq`;

test("the register of plan 190/KH-UBND is known again: ten offices, seven communes, three offices without a model", async () => {
  const file = await print(ctxOf(town));
  expect(file.fileName).toMatch(/^so-dang-ky-thi-xa-phuoc-long-.*-2025-06-30\.pdf$/);
  const { texts, info } = await readPdf(file.bytes);
  const text = flat(texts.map((one) => one.text).join(" "));
  expect(info).toMatchObject({ Title: "Sổ đăng ký mô hình, UBND thị xã Phước Long, ngày 30/6/2025", Language: "vi" });
  expect(text).toContain("Tổng số 17 cơ quan, đơn vị: 14 đã đăng ký, 03 không đăng ký, 00 chưa đăng ký.");
  expect(text).toContain("I. CÁC CƠ QUAN CHUYÊN MÔN");
  expect(text).toContain("II. ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG, ĐẶC KHU");
  for (const { unit, own_name, declined, reply } of source.entries) {
    expect(text).toContain(unit);
    expect(text).toContain(own_name ? `Chọn mô hình “${own_name}”` : declined);
    if (reply) expect(tight(text)).toContain(tight(`(theo ${reply.type} số ${reply.number} ngày ${day(reply.date)})`));
  }
  expect(text).toContain("- Giải quyết chế độ mai táng phí");
  expect(text).toContain(
    "- Chứng thực bản sao từ bản chính - Cấp Giấy xác nhận tình trạng hôn nhân - Đăng ký khai sinh",
  );
  const note = /Lưu ý: Có 03 cơ quan không đăng ký mô hình \((.*?)\)\./.exec(text)?.[1];
  expect(note?.split("; ").sort()).toEqual(["Phòng Kinh tế", "Phòng Văn hóa và Thông tin", "Thanh tra thị xã"]);
  const docx = flat(readDocxText((await print(ctxOf(town), { format: "docx" })).bytes));
  expect(docx).toContain("14 đã đăng ký, 03 không đăng ký");
  expect(docx).toContain("Chọn mô hình “Bốn tại chỗ”");
});

test("a part of the register says that it is one", async () => {
  const { bytes } = await print(ctxOf(town), { state: "declined" });
  const text = flat((await readPdf(bytes)).texts.map((one) => one.text).join(" "));
  expect(text).toContain("chỉ gồm một phần theo bộ lọc đã chọn");
  expect(text).toContain("Tổng số 17");
  expect(text).not.toContain("Bốn tại chỗ");
});

test("on a day before anyone answered all are silent", async () => {
  const { bytes } = await print(ctxOf(town), { on: "2023-01-31" });
  const text = flat((await readPdf(bytes)).texts.map((one) => one.text).join(" "));
  expect(text).toContain("Có 07 xã, phường, đặc khu chưa đăng ký");
  expect(text).toContain("Phước Long, ngày 31 tháng 01 năm 2023");
});

test("it is in the log of the unit that downloads it; others see nothing of it, and without a role there is none", async () => {
  const other = await newUnit(database.owner, { level: "district", type: "huyện", name: "Huyện Khác" });
  const text = flat((await readPdf((await print(ctxOf(other))).bytes)).texts.map((one) => one.text).join(" "));
  expect(text).toContain("Tổng số 00");
  expect(text).not.toContain("Long Thủy");
  expect(await log(other)).toEqual([{ action: "register.print", details: { on: "2025-06-30", format: "pdf" } }]);
  await expect(print(ctxOf(town, "desk-officer"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(print(ctxOf(town, null))).rejects.toMatchObject({ code: "FORBIDDEN" });
});
