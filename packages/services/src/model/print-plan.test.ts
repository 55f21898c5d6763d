import type { Role } from "@gandan/auth/roles";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { readPdf } from "@gandan/documents/official/read-pdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDraft } from "./create-draft";
import { replaceYaml } from "./edit-draft";
import { audited, ctxOf, fillCatalogues, unitWith } from "./model-test-unit";
import { printPlan } from "./print-plan";
import { readDraft } from "./read-draft";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const libraryId = async (slug: string) => {
  const [row] = await database.root<{ id: string }[]>`select id from model where slug = ${slug}`;
  return row!.id;
};
const textOf = async (bytes: Uint8Array) => (await readPdf(bytes)).texts.map(({ text }) => text).join(" ");

test("a published plan comes as PDF and DOCX, with the procedures registered under it, and is in the log", async () => {
  const ctx = await unitWith(database);
  const modelId = await libraryId("dong-thanh-2024");
  const before = await textOf((await printPlan(ctx, { modelId, format: "pdf" })).bytes);
  expect(before).not.toContain("Đăng ký khai sinh");
  await database.root`
    with own as (insert into adoption (unit_id, model_unit_id, model_id, valid_from)
      select ${ctx.unitId}, unit_id, id, '2026-01-01' from model where id = ${modelId} returning id)
    insert into registration (unit_id, adoption_id, procedure_code, mode)
    select ${ctx.unitId}, id, '1.001193', 'same-day' from own`;
  const pdf = await printPlan(ctx, { modelId, format: "pdf" });
  expect(pdf).toMatchObject({ fileName: "ke-hoach-dong-thanh-2024-v1.pdf", contentType: "application/pdf" });
  const text = await textOf(pdf.bytes);
  expect(text).toContain("1.001193 Đăng ký khai sinh Trả kết quả trong ngày");
  expect(text).toMatch(/DANH MỤC THỦ TỤC HÀNH CHÍNH XÃ THỬ \d+ ĐĂNG KÝ THỰC HIỆN/);
  expect(text).not.toContain("DỰ THẢO");
  const docx = await printPlan(ctx, { modelId, format: "docx" });
  expect(docx.fileName).toBe("ke-hoach-dong-thanh-2024-v1.docx");
  expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe("PK");
  expect(await audited(ctx)).toEqual(["model.print", "model.print", "model.print"]);
});

test("a draft is marked on every page; one with mistakes says how many", async () => {
  const ctx = await unitWith(database);
  const modelId = await libraryId("quang-trung-2023");
  const draft = await createDraft(ctx, { modelId, id: "cua-xa", title: "Chính quyền thân thiện của xã" });
  const own = { modelId: draft.modelId, versionId: draft.versionId };
  const read = await readPdf((await printPlan(ctx, { ...own, format: "pdf" })).bytes);
  const text = read.texts.map((one) => one.text).join(" ");
  expect(text).toContain("DỰ THẢO");
  expect(text).toContain("(dự thảo, chưa ký)");
  // What the model above says of aims holds for this one, who received its plan does not.
  expect(text).toContain("1. Mục đích");
  expect(text).not.toContain("Ban chỉ đạo thị xã (B/c)");
  const marked = read.texts.filter((one) => one.text === "Dự thảo").map(({ page }) => page);
  expect(marked).toEqual(Array.from({ length: read.pages - 1 }, (_, at) => at + 2));
  const { checksum, yaml } = await readDraft(ctx, { modelId: own.modelId });
  await replaceYaml(ctx, { versionId: own.versionId, checksum, yaml: `${yaml}rules:\n  a: { kind: la }\n` });
  await expect(printPlan(ctx, { ...own, format: "pdf" })).rejects.toMatchObject({
    code: "INVALID",
    key: "model.planProblems",
    details: { count: 1 },
  });
});

test("who may not read models gets no plan, nor does another unit that of a draft; nothing is logged", async () => {
  const ctx = await unitWith(database);
  const draft = await createDraft(ctx, { modelId: await libraryId("dong-thanh-2024"), id: "rieng-mot" });
  const input = { modelId: draft.modelId, format: "pdf" as const };
  const nobody = ctxOf(database, ctx.unitId, []);
  await expect(printPlan(nobody, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const other = await unitWith(database, ["model-keeper", "chairman"] satisfies Role[]);
  await expect(printPlan(other, input)).rejects.toMatchObject({ key: "model.notFound" });
  await expect(printPlan(other, { ...input, versionId: draft.versionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await audited(other)).toEqual([]);
});
