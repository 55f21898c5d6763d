import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  auditLog,
  BIRTH,
  fillProcedures,
  happened,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { draftLetter } from "./draft-letter";
import { readLetterText, restoreText, saveText } from "./keep-texts";
import { previewText, printPreview } from "./preview-text";
import { readLetter } from "./read-letter";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const NOW = "2026-11-20T09:00";

async function unit() {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const desk = actingAt(database, unitId, NOW);
  const keeper = actingAt(database, unitId, NOW, ["model-keeper"]);
  const take = async (code: string, procedure: string, ...after: Parameters<typeof takenIn>[3] & object) => {
    await recordAll(desk, [
      takenIn(code, "2026-11-17T08:00", "2026-11-20T17:00", after, { procedure, applicantName: "Nguyễn Thị A" }),
    ]);
    const [row] = await database.root<{ id: string }[]>`
      select id from dossier where unit_id = ${unitId} and external_code = ${code}`;
    return row!.id;
  };
  const actions = async () => (await auditLog(database, unitId)).map(({ action }) => action);
  return { unitId, desk, keeper, take, actions };
}

const finished = happened("2026-11-20T08:30", { type: "finished" });
const content = (changes: Partial<LetterContent> = {}): LetterContent => ({
  honorific: "Bà",
  addressee: "Nguyễn Thị A",
  ...changes,
});

describe("texts", () => {
  const text = (words: string) => `# Thư chúc mừng\n\n${words} {tên bé}.\n`;

  it("have versions that are taken up again, back to the delivered one; a letter keeps the one it was begun with", async () => {
    const { desk, keeper, take, actions } = await unit();
    const at = { kind: "birth" };
    expect(await saveText(keeper, { ...at, seen: 0, source: text("Mừng bé") })).toMatchObject({ version: 1 });
    const dossierId = await take("KS-1", BIRTH, finished);
    const { letterId } = await draftLetter(desk, {
      kind: "birth",
      dossierId,
      revision: 0,
      content: content({ child: "An" }),
    });
    expect(await saveText(keeper, { ...at, seen: 1, source: text("Chào bé") })).toMatchObject({ version: 2 });
    const words = async () =>
      (await readLetter(desk, { letterId })).preview.paragraphs
        .flat()
        .map((run) => run.text)
        .join("");
    expect(await words()).toBe("Mừng bé An.");
    expect((await readLetter(desk, { letterId })).newerText).toBe(true);
    await draftLetter(desk, { letterId, revision: 1, content: content({ child: "An" }), newest: true });
    expect(await words()).toBe("Chào bé An.");
    expect(await restoreText(keeper, { ...at, seen: 2, version: 1 })).toEqual({ version: 3 });
    expect(await restoreText(keeper, { ...at, seen: 3, version: 0 })).toEqual({ version: 4 });
    const page = await readLetterText(desk, at);
    expect(page.source).toBe(page.delivered);
    expect(page.history.map(({ version, takenFrom, delivered }) => [version, takenFrom, delivered])).toEqual([
      [4, 0, true],
      [3, 1, false],
      [2, null, false],
      [1, null, false],
    ]);
    expect(await saveText(keeper, { ...at, seen: 4, source: page.delivered })).toMatchObject({ version: 4 });
    expect((await actions()).filter((action) => action.startsWith("letterText"))).toEqual([
      "letterText.save",
      "letterText.save",
      "letterText.restore",
      "letterText.restore",
    ]);
  });

  it("are not saved with a mistake, over another's version, by the desk or from another unit", async () => {
    const { desk, keeper } = await unit();
    const wrong = await saveText(keeper, { kind: "birth", seen: 0, source: text("Mừng {tên béo}") });
    expect(wrong).toMatchObject({
      version: null,
      problems: [{ problem: "unknown", line: 3, column: 6, closest: "tên bé" }],
    });
    await saveText(keeper, { kind: "birth", seen: 0, source: text("Mừng bé") });
    await expect(saveText(keeper, { kind: "birth", seen: 0, source: text("Chào bé") })).rejects.toMatchObject({
      key: "letter.textChanged",
    });
    await expect(saveText(desk, { kind: "birth", seen: 1, source: text("Chào") })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(restoreText(keeper, { kind: "birth", seen: 1, version: 7 })).rejects.toMatchObject({
      key: "letter.textUnknown",
    });
    const elsewhere = await unit();
    expect(await readLetterText(elsewhere.desk, { kind: "birth" })).toMatchObject({ version: 0, history: [] });
  });

  it("are tried with a real dossier before they are saved, on the page and as a file, and the reading is logged", async () => {
    const { desk, keeper, take, actions } = await unit();
    await take("KS-1", BIRTH, finished);
    const source = "# Thư\n\nGửi {người nhận}, hồ sơ {mã hồ sơ}, bé {tên bé}.";
    const tried = await previewText(keeper, { kind: "birth", source, externalCode: "" });
    expect(tried).toMatchObject({ externalCode: "KS-1", preview: { missing: ["child"] } });
    expect(tried.preview?.paragraphs[0]?.[0]?.text).toMatch(/^Gửi Gia đình ông\/bà Nguyễn Thị A, hồ sơ KS-1, bé …+$/);
    const { bytes } = await printPreview(keeper, { kind: "birth", source, externalCode: "KS-1" });
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(await actions()).toEqual(["dossier.read", "dossier.read"]);
    await expect(previewText(keeper, { kind: "birth", source, externalCode: "KS-9" })).rejects.toMatchObject({
      key: "dossier.notFound",
    });
    const elsewhere = await unit();
    await expect(previewText(elsewhere.keeper, { kind: "birth", source, externalCode: "KS-1" })).rejects.toMatchObject({
      key: "dossier.notFound",
    });
    await expect(printPreview(desk, { kind: "birth", source: "x", externalCode: "" })).rejects.toMatchObject({
      key: "letter.textWrong",
    });
  });
});
