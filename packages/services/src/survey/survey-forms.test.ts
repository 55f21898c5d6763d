import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { readCode } from "@gandan/documents/official/read-code";
import { readPdf } from "@gandan/documents/official/read-pdf";
import { codesBelow } from "@gandan/model/survey/survey-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, adoptOwn, auditLog, fillProcedures } from "../dossier/dossier-test-unit";
import { listCodesBelow, printCodesBelow } from "./codes-below";
import { modelWith, NOON, ORIGIN, openOffered, refused, unitWithModel } from "./form-test-unit";
import { addPoint, changePoint, listPoints, retirePoint } from "./keep-points";
import { listForms, readForm, readOffer } from "./list-forms";
import { closeForm, openForm, reopenForm } from "./open-form";
import { printSheets } from "./print-sheets";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

/** The unit's model says something else from a day on. */
async function changeModel({ unitId }: UnitCtx, text: string) {
  await database.root`update adoption set valid_to = '2026-11-21' where unit_id = ${unitId}`;
  await adoptOwn(database, unitId, "2026-11-21", null, modelWith(text));
}

const as = (ctx: UnitCtx, role: Parameters<typeof actingAt>[3], time = NOON) =>
  actingAt(database, ctx.unitId, time, role);
const acts = async ({ unitId }: UnitCtx) => (await auditLog(database, unitId)).map(({ action }) => action);

describe("opening a form", () => {
  it("freezes what the model asks, and makes it the form of dossiers when it is the first", async () => {
    const ctx = await unitWithModel(database);
    expect((await listForms(ctx)).offered.map(({ slug, state, origin }) => [slug, state, origin])).toEqual([
      ["phieu", "new", "model"],
      ["loi-hua", "new", "commitments"],
    ]);
    const { formId, version } = await openOffered(ctx);
    expect(version).toBe(1);
    const list = await listForms(ctx);
    expect(list.open).toMatchObject([
      { formId, slug: "phieu", code: "Mẫu số 2", questions: 1, languages: ["vi", "en"], minCell: 5, closedOn: null },
    ]);
    expect(list.invitation).toEqual({ formSlug: "phieu", revision: 1 });
    expect(list.offered.map(({ slug }) => slug)).toEqual(["loi-hua"]);
    await changeModel(ctx, "Còn hôm nay?");
    const later = as(ctx, ["model-keeper"], "2026-11-22T09:00");
    expect((await readForm(later, { formId })).source.questions[0]?.text).toBe("Nhìn chung?");
    expect((await listForms(later)).offered.map(({ slug, state }) => [slug, state])).toContainEqual([
      "phieu",
      "changed",
    ]);
    const offer = await readOffer(later, { slug: "phieu" });
    expect(offer.instead?.source.questions[0]?.text).toBe("Nhìn chung?");
    expect(await openForm(later, { slug: "phieu", checksum: offer.checksum, minCell: 10 })).toMatchObject({
      version: 2,
    });
    const after = await listForms(later);
    expect([after.open, after.closed].map((forms) => forms.map((form) => form.version))).toEqual([[2], [1]]);
    expect(await acts(ctx)).toEqual(["survey.open-form", "settings.change", "survey.open-form"]);
  });

  it("refuses a form that is no longer what was seen, one that is open, and one that is nowhere", async () => {
    const ctx = await unitWithModel(database);
    const { checksum } = await readOffer(ctx, { slug: "phieu" });
    await openForm(ctx, { slug: "phieu", checksum, minCell: 5 });
    await expect(openForm(ctx, { slug: "phieu", checksum, minCell: 5 })).rejects.toMatchObject(
      refused("survey.alreadyOpen"),
    );
    await expect(openForm(ctx, { slug: "phieu", checksum: "0".repeat(64), minCell: 5 })).rejects.toMatchObject(
      refused("survey.offerChanged"),
    );
    await expect(readOffer(ctx, { slug: "khong-co" })).rejects.toMatchObject(refused("survey.noOffer"));
  });

  it("opens one version only when two people press at once", async () => {
    const ctx = await unitWithModel(database);
    const { checksum } = await readOffer(ctx, { slug: "phieu" });
    const tries = await Promise.allSettled([1, 2, 3].map(() => openForm(ctx, { slug: "phieu", checksum, minCell: 5 })));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect((await listForms(ctx)).open).toHaveLength(1);
  });

  it.each(["desk-officer", "mttq", "inspector"] as const)("is not for a %s, who may look", async (role) => {
    const ctx = await unitWithModel(database);
    const { checksum } = await readOffer(as(ctx, [role]), { slug: "phieu" });
    await expect(openForm(as(ctx, [role]), { slug: "phieu", checksum, minCell: 5 })).rejects.toMatchObject(
      refused("session.forbidden"),
    );
    await expect(listForms(as(ctx, ["administrator"]))).rejects.toMatchObject(refused("session.forbidden"));
  });

  it("keeps its questions from the application itself", async () => {
    const ctx = await unitWithModel(database);
    const { formId } = await openOffered(ctx);
    for (const column of ["source", "checksum", "min_cell", "version"]) {
      const attempt = inUnit(ctx, (_tx, sql) =>
        sql.unsafe(`update survey_form set ${column} = ${column} where id = '${formId}'`),
      );
      await expect(attempt, column).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("closing a form", () => {
  it("can be taken back, until a later version is open", async () => {
    const ctx = await unitWithModel(database);
    const { formId } = await openOffered(ctx);
    await closeForm(ctx, { formId });
    await expect(closeForm(ctx, { formId })).rejects.toMatchObject(refused("survey.alreadyClosed"));
    expect((await listForms(ctx)).offered).toContainEqual(expect.objectContaining({ slug: "phieu", state: "closed" }));
    await reopenForm(ctx, { formId });
    expect((await listForms(ctx)).open).toMatchObject([{ formId, version: 1, closedBy: null }]);
    await closeForm(ctx, { formId });
    await openOffered(ctx);
    await expect(reopenForm(ctx, { formId })).rejects.toMatchObject(refused("survey.superseded"));
    expect((await acts(ctx)).filter((action) => action.endsWith("close-form"))).toHaveLength(2);
  });

  it("neither reaches nor shows a form of another unit", async () => {
    const [one, other] = [await unitWithModel(database), await unitWithModel(database)];
    const { formId } = await openOffered(one);
    const before = await acts(one);
    for (const attempt of [closeForm, reopenForm, readForm]) {
      await expect(attempt(other, { formId })).rejects.toMatchObject(refused("survey.formNotFound"));
    }
    for (const attempt of [closeForm, reopenForm]) {
      await expect(attempt(as(one, ["mttq"]), { formId })).rejects.toMatchObject(refused("session.forbidden"));
    }
    expect(await acts(one)).toEqual(before);
    expect((await listForms(one)).open).toHaveLength(1);
  });
});

describe("points", () => {
  const point = { formSlug: "phieu", label: "Quầy số 2", kind: "desk" as const };

  it("have codes of their own, and are named anew, retired and taken up again without another code", async () => {
    const ctx = await unitWithModel(database);
    await expect(addPoint(ctx, point)).rejects.toMatchObject(refused("survey.formNotOpen"));
    await openOffered(ctx);
    const added = await Promise.all(Array.from({ length: 20 }, () => addPoint(ctx, point)));
    expect(new Set(added.map(({ code }) => code)).size).toBe(20);
    const [{ pointId, code } = { pointId: "", code: "" }] = added;
    expect(code).toMatch(/^[a-z2-9]{8}$/);
    await changePoint(ctx, { pointId, formSlug: "phieu", label: "Quầy số 3" });
    await retirePoint(ctx, { pointId });
    const find = async () => (await listPoints(ctx)).points.find((one) => one.pointId === pointId);
    expect(await find()).toMatchObject({ label: "Quầy số 3", code, retiredAt: ctx.now, formTitle: "Phiếu hỏi" });
    await retirePoint(ctx, { pointId }, true);
    expect(await find()).toMatchObject({ code, retiredAt: null });
    expect((await acts(ctx)).slice(-3)).toEqual(["survey.change-point", "survey.retire-point", "survey.restore-point"]);
  });

  it("are nobody else's to change", async () => {
    const [one, other] = [await unitWithModel(database), await unitWithModel(database)];
    await openOffered(one);
    await openOffered(other);
    const { pointId } = await addPoint(one, point);
    const before = await acts(one);
    for (const attempt of [changePoint, retirePoint]) {
      await expect(attempt(other, { pointId, ...point })).rejects.toMatchObject(refused("survey.pointNotFound"));
    }
    const officer = as(one, ["desk-officer"]);
    for (const attempt of [changePoint, retirePoint]) {
      await expect(attempt(officer, { pointId, ...point })).rejects.toMatchObject(refused("session.forbidden"));
    }
    await expect(addPoint(officer, point)).rejects.toMatchObject(refused("session.forbidden"));
    await expect(printSheets(other, { pointIds: [pointId], size: "a4" }, ORIGIN)).rejects.toMatchObject(
      refused("survey.noPoints"),
    );
    expect(await acts(one)).toEqual(before);
  });

  it("print as sheets whose codes open the unit's public page, all but tablets at once", async () => {
    const ctx = await unitWithModel(database);
    const { formId } = await openOffered(ctx);
    const { pointId, code } = await addPoint(ctx, point);
    await addPoint(ctx, { ...point, label: "Máy ở sảnh", kind: "tablet" });
    const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${ctx.unitId}`;
    const officer = as(ctx, ["desk-officer"]);
    for (const pointIds of [[], [pointId]]) {
      const file = await printSheets(officer, { pointIds, size: "a5" }, ORIGIN);
      expect(file).toMatchObject({ fileName: `ma-khao-sat-${unit!.slug}-a5.pdf`, contentType: "application/pdf" });
      expect(await readCode(file.bytes)).toBe(`${ORIGIN}/p/${unit!.slug}/s/${code}`);
    }
    expect((await acts(ctx)).slice(-2)).toEqual(["survey.print-sheets", "survey.print-sheets"]);
    await closeForm(ctx, { formId });
    await expect(printSheets(officer, { pointIds: [], size: "a5" }, ORIGIN)).rejects.toMatchObject(
      refused("survey.noPoints"),
    );
  });
});

describe("a unit without a model", () => {
  it("has no form to open", async () => {
    const ctx = actingAt(database, await newUnit(database.owner), NOON, ["model-keeper"]);
    expect(await listForms(ctx)).toMatchObject({ open: [], offered: [], closed: [], mayEdit: true });
  });
});

describe("an office above", () => {
  async function province() {
    const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
    const below = await Promise.all(
      ["Xã Một", "Xã Hai"].map(async (name) => {
        const unitId = await newUnit(database.owner, { parentId: provinceId, name });
        // One of them asks in Vietnamese alone.
        await adoptOwn(database, unitId, "2026-01-01", null, modelWith("Nhìn chung?", name === "Xã Một"));
        const ctx = actingAt(database, unitId, NOON, ["model-keeper"]);
        await openOffered(ctx);
        return ctx;
      }),
    );
    const ctx = actingAt(database, provinceId, NOON, ["oversight-officer"]);
    return { ctx, below, all: codesBelow.parse({}) };
  }

  it("prints the codes of its units at once, of one of them, and of none that is not its own", async () => {
    const { ctx, below, all } = await province();
    const [one, two] = below;
    const { code } = await addPoint(one!, { formSlug: "phieu", label: "Quầy số 1", kind: "desk" });
    await addPoint(one!, { formSlug: "phieu", label: "Máy", kind: "tablet" });
    const { pointId } = await addPoint(two!, { formSlug: "phieu", label: "Sảnh", kind: "page" });
    const other = await unitWithModel(database);
    await openOffered(other);
    await addPoint(other, { formSlug: "phieu", label: "Nơi khác", kind: "desk" });
    const list = await listCodesBelow(ctx, all);
    expect(list).toMatchObject({ total: 2, codes: 2 });
    expect(list.rows.map(({ unit, forms, points, tablets }) => [unit.name, forms, points, tablets])).toEqual([
      ["Xã Hai", ["Phiếu hỏi"], 1, 0],
      ["Xã Một", ["Phiếu hỏi"], 1, 1],
    ]);
    expect((await listCodesBelow(ctx, { ...all, words: "xa mot" })).total).toBe(1);
    const slug = list.rows[1]!.unit.slug;
    const file = await printCodesBelow(ctx, { words: "", size: "a5", unit: slug }, ORIGIN);
    expect(await readCode(file.bytes)).toBe(`${ORIGIN}/p/${slug}/s/${code}`);
    const both = await printCodesBelow(ctx, { words: "", size: "a5" }, ORIGIN);
    expect((await readPdf(both.bytes)).pages).toBe(2);
    expect(await acts(ctx)).toEqual(["survey.print-sheets-below", "survey.print-sheets-below"]);
    await retirePoint(two!, { pointId });
    expect((await listCodesBelow(ctx, all)).codes).toBe(1);
  });

  it("needs the right to, and something to print", async () => {
    const { ctx, all } = await province();
    await expect(printCodesBelow(ctx, { words: "", size: "a4" }, ORIGIN)).rejects.toMatchObject(
      refused("survey.noPoints"),
    );
    const operator = as(ctx, ["operator"]);
    await expect(listCodesBelow(operator, all)).rejects.toMatchObject(refused("session.forbidden"));
    await expect(printCodesBelow(operator, { words: "", size: "a4" }, ORIGIN)).rejects.toMatchObject(
      refused("session.forbidden"),
    );
    expect(await acts(ctx)).toEqual([]);
  });
});
