import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDraft, importYaml } from "../model/create-draft";
import { audited, ctxOf, dossierOf, fillCatalogues, record, unitWith } from "../model/model-test-unit";
import { adoptModel, declineModel, registerProcedures } from "./adopt-model";
import { readAdoption } from "./read-adoption";

let database: TestDatabase;
const ids = new Map<string, string>();
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
  const rows = await database.root<{ slug: string; id: string }[]>`
    select slug, id from model where unit_id = ${OPERATOR_UNIT_ID}`;
  for (const { slug, id } of rows) ids.set(slug, id);
});
afterAll(() => database.drop());

const model = (slug: string) => ids.get(slug)!;
const sameDay = (code: string) => ({ code, mode: "same-day" }) as const;

it("a unit adopts a library model, registers procedures and changes to another", async () => {
  const ctx = await unitWith(database, ["model-keeper"]);
  const basis = "Kế hoạch số 12/KH-UBND";
  await adoptModel(ctx, { modelId: model("dong-thanh-2024"), from: "2026-11-01", basis, reference: "35/BC-UBND" });
  await registerProcedures(ctx, { from: "2026-11-23", registrations: [sameDay("2.000815")] });
  const first = await readAdoption(ctx);
  expect(first.current).toMatchObject({ modelId: model("dong-thanh-2024"), basis, from: "2026-11-01" });
  expect(first.current?.registrations).toEqual([sameDay("2.000815")]);
  expect(first.procedures.map(({ code }) => code).sort()).toEqual(["1.001193", "2.000815"]);
  await adoptModel(ctx, { modelId: model("nam-dong-2024"), from: "2026-11-23", ownName: "Vì dân" });
  const second = await readAdoption(ctx);
  expect(second.current).toMatchObject({ ownName: "Vì dân", registrations: [sameDay("2.000815")] });
  expect(second.history.map(({ from, to }) => [from, to])).toEqual([
    ["2026-11-23", null],
    ["2026-11-01", "2026-11-23"],
  ]);
  expect(await audited(ctx)).toEqual(["adoption.adopt", "adoption.register", "adoption.adopt"]);
});

it("keeps the list under which dossiers were judged", async () => {
  const ctx = await unitWith(database, ["model-keeper"]);
  await adoptModel(ctx, {
    modelId: model("dong-thanh-2024"),
    from: "2026-11-01",
    registrations: [sameDay("2.000815")],
  });
  await record(ctx, [dossierOf("K-1", "2026-11-23", "2026-11-24")]);
  const registrations = [sameDay("1.001193")];
  const judged = { code: "INVALID", key: "adoption.judged", details: { next: "24/11/2026" } };
  await expect(registerProcedures(ctx, { from: "2026-11-23", registrations })).rejects.toMatchObject(judged);
  await expect(adoptModel(ctx, { modelId: model("nam-dong-2024"), from: "2026-11-10" })).rejects.toMatchObject(judged);
  await expect(declineModel(ctx, { from: "2026-11-23", reason: "Chưa đủ người" })).rejects.toMatchObject(judged);
  expect((await readAdoption(ctx)).firstFreeDay).toBe("2026-11-24");
  await registerProcedures(ctx, { from: "2026-11-24", registrations });
  const { current, next } = await readAdoption(ctx);
  expect(current).toMatchObject({ to: "2026-11-24", registrations: [sameDay("2.000815")] });
  expect(next).toMatchObject({ from: "2026-11-24", registrations });
  await expect(adoptModel(ctx, { modelId: model("nam-dong-2024"), from: "2026-11-23" })).rejects.toMatchObject({
    code: "CONFLICT",
    key: "adoption.overlap",
  });
});

it("declines with a reason", async () => {
  const ctx = await unitWith(database, ["chairman"]);
  await declineModel(ctx, { from: "2026-11-23", reason: "Không đăng ký", reference: "240/PKT" });
  expect((await readAdoption(ctx)).current).toMatchObject({ modelId: null, declinedReason: "Không đăng ký" });
  await expect(registerProcedures(ctx, { from: "2026-11-23", registrations: [] })).rejects.toMatchObject({
    key: "adoption.none",
  });
  expect(await audited(ctx)).toEqual(["adoption.decline"]);
});

it("leaves a unit that has ended as it was", async () => {
  const ctx = await unitWith(database, ["model-keeper"]);
  await database.root`update unit set valid_to = '2025-07-01' where id = ${ctx.unitId}`;
  const from = "2026-11-23";
  const ended = { code: "INVALID", key: "unit.ended", details: { date: "01/07/2025" } };
  await expect(adoptModel(ctx, { modelId: model("dong-thanh-2024"), from })).rejects.toMatchObject(ended);
  await expect(declineModel(ctx, { from, reason: "Không" })).rejects.toMatchObject(ended);
  await expect(registerProcedures(ctx, { from, registrations: [] })).rejects.toMatchObject(ended);
  await expect(createDraft(ctx, { modelId: model("dong-thanh-2024") })).rejects.toMatchObject(ended);
  await expect(importYaml(ctx, { yaml: "schema: 1" })).rejects.toMatchObject(ended);
  expect(await audited(ctx)).toEqual([]);
});

it("refuses yardsticks, unknown procedures, models of strangers, and those who only read", async () => {
  const ctx = await unitWith(database, ["model-keeper"]);
  const from = "2026-11-23";
  await expect(adoptModel(ctx, { modelId: model("yardstick-2024"), from })).rejects.toMatchObject({
    key: "adoption.notPublished",
  });
  await adoptModel(ctx, { modelId: model("dong-thanh-2024"), from });
  await expect(registerProcedures(ctx, { from, registrations: [sameDay("9.999999")] })).rejects.toMatchObject({
    key: "procedure.notFound",
  });
  await expect(adoptModel(ctx, { modelId: crypto.randomUUID(), from })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const reader = ctxOf(database, ctx.unitId, ["mttq"]);
  const forbidden = { code: "FORBIDDEN" };
  await expect(adoptModel(reader, { modelId: model("dong-thanh-2024"), from })).rejects.toMatchObject(forbidden);
  await expect(declineModel(reader, { from, reason: "Không" })).rejects.toMatchObject(forbidden);
  await expect(registerProcedures(reader, { from, registrations: [] })).rejects.toMatchObject(forbidden);
  const other = await unitWith(database, ["model-keeper"]);
  expect((await readAdoption(other)).history).toEqual([]);
  await expect(readAdoption({ ...other, unitId: ctx.unitId })).rejects.toMatchObject(forbidden);
});
