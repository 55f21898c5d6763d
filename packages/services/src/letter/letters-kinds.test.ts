import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { SaveKind } from "@gandan/model/letter/kind-inputs";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  auditLog,
  BIRTH,
  COPY,
  fillProcedures,
  happened,
  moment,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { readDossier } from "../dossier/read-dossier";
import { deliverLetter } from "./deliver-letter";
import { draftLetter } from "./draft-letter";
import { endCause, listCauses, moveCause, saveCause } from "./keep-causes";
import { endKind, listKinds, saveKind, setDrafting } from "./keep-kinds";
import { keepLetters } from "./keep-letters";
import { listLetters } from "./list-letters";
import { makeLetterFiles } from "./make-letter-files";
import { printLetter } from "./print-letter";
import { beginLetter, readLetter } from "./read-letter";
import { signLetters } from "./sign-letters";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const NOW = "2026-11-20T09:00";
const ORIGIN = "https://xa.example";

async function unit() {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const desk = actingAt(database, unitId, NOW);
  const keeper = actingAt(database, unitId, NOW, ["model-keeper"]);
  const chairman = actingAt(database, unitId, "2026-11-20T10:00", ["chairman"]);
  const take = async (code: string, procedure = COPY, ...after: Parameters<typeof takenIn>[3] & object) => {
    await recordAll(desk, [
      takenIn(code, "2026-11-17T08:00", "2026-11-20T17:00", after, { procedure, applicantName: "Nguyễn Thị A" }),
    ]);
    const [row] = await database.root<{ id: string }[]>`
      select id from dossier where unit_id = ${unitId} and external_code = ${code}`;
    return row!.id;
  };
  const actions = async () => (await auditLog(database, unitId)).map(({ action }) => action);
  return { unitId, desk, keeper, chairman, take, actions };
}

const finished = happened("2026-11-20T08:30", { type: "finished" });
const content = (changes: Partial<LetterContent> = {}): LetterContent => ({
  honorific: "Bà",
  addressee: "Nguyễn Thị A",
  ...changes,
});
const apology = (changes: Partial<LetterContent> = {}) =>
  content({
    cause: "Kết quả xác minh về chậm",
    newDueAt: moment("2026-11-26T16:00").toISOString(),
    responsible: "Nguyễn Văn B",
    ...changes,
  });

describe("a letter with the result", () => {
  it("is refused with the datum it lacks, signed when it is there, and reaches the facts when it goes out", async () => {
    const { unitId, desk, chairman, take } = await unit();
    await setDrafting(chairman, { kind: "birth", drafting: "always", lead: null });
    const dossierId = await take("KS-1", BIRTH, finished);
    await keepLetters(desk, moment(NOW));
    const [letter] = (await listLetters(desk, { state: "drafted", page: 1 })).letters;
    expect(letter).toMatchObject({
      kind: "birth",
      missing: ["child"],
      drafter: "system",
      addressee: "ông/bà Nguyễn Thị A",
    });
    const sign = (revision: number) => signLetters(chairman, { letters: [{ letterId: letter!.id, revision }] }, ORIGIN);
    await expect(sign(1)).rejects.toMatchObject({
      key: "letter.missing",
      details: { data: "tên bé", letter: "KS-1" },
    });
    const page = await readLetter(desk, { letterId: letter!.id });
    expect(page.fields.map(({ datum, needed }) => [datum, needed])).toEqual([
      ["child", true],
      ["bornOn", false],
      ["words", false],
    ]);
    const filled = { ...page.content, child: "Nguyễn Minh Anh", bornOn: "2026-11-12" };
    await draftLetter(desk, { letterId: letter!.id, revision: 1, content: filled });
    const reads = await readLetter(desk, { letterId: letter!.id });
    expect(reads.preview.missing).toEqual([]);
    expect(reads.preview.paragraphs[0]?.map(({ text }) => text).join("")).toContain(
      "Nguyễn Minh Anh, sinh ngày 12/11/2026",
    );
    await sign(2);
    const sent = async () =>
      (await readDossier(desk, { dossierId })).events.filter(({ fact }) => fact.type === "letter-sent");
    expect(await sent()).toEqual([]);
    await makeLetterFiles(desk, () => moment(NOW));
    await deliverLetter(actingAt(database, unitId, "2026-11-20T11:00"), {
      letterId: letter!.id,
      how: "hand",
      note: "",
    });
    expect((await sent()).map(({ fact }) => fact)).toEqual([{ type: "letter-sent", letter: "congratulation" }]);
    const [row] = await database.root`select template, letters from letter_file f
      join dossier d on d.unit_id = f.unit_id where f.unit_id = ${unitId}`;
    expect(row).toMatchObject({ template: "birth/delivered-2", letters: [{ letter: "congratulation" }] });
  });

  it("about no dossier is one letter however often its form is sent, and tells no rule anything", async () => {
    const { unitId, desk, chairman } = await unit();
    const begun = await beginLetter(desk, { kind: "thanks", dossierId: null });
    expect(begun).toMatchObject({ letter: null, dossier: null });
    const letterId = crypto.randomUUID();
    const draft = () =>
      draftLetter(desk, { letterId, kind: "thanks", revision: 0, content: content({ deed: "góp ý về giờ làm việc" }) });
    await draft();
    await expect(draft()).rejects.toMatchObject({ key: "letter.changed" });
    await signLetters(chairman, { letters: [{ letterId, revision: 1 }] }, ORIGIN);
    const { fileName, bytes } = await printLetter(desk, { letterId });
    expect(fileName).toBe(`thu-cam-on-${letterId}.pdf`);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    const [events] = await database.root`select count(*)::int as n from dossier_event where unit_id = ${unitId}`;
    expect(events?.n).toBe(0);
  });
});

describe("the list", () => {
  it("is filtered by kind and state, searched without accents, with counts of what is left", async () => {
    const { desk, take } = await unit();
    const one = await take("H-1");
    const two = await take("H-2");
    await draftLetter(desk, { dossierId: one, revision: 0, content: apology({ addressee: "Trần Văn Đức" }) });
    await draftLetter(desk, { dossierId: two, revision: 0, content: apology() });
    const thanks = {
      letterId: crypto.randomUUID(),
      kind: "thanks",
      revision: 0,
      content: content({ addressee: "Lê Đức" }),
    };
    await draftLetter(desk, thanks);
    const found = async (asked: Partial<Parameters<typeof listLetters>[1]>) => {
      const { letters, counts, kinds } = await listLetters(desk, { page: 1, ...asked });
      return [
        letters.map(({ addressee }) => addressee).sort(),
        counts,
        kinds.filter(({ n }) => n > 0).map(({ kind }) => kind),
      ];
    };
    expect(await found({ q: "duc" })).toEqual([["Lê Đức", "Trần Văn Đức"], { drafted: 2 }, ["apology", "thanks"]]);
    expect(await found({ q: "duc", kind: "thanks" })).toEqual([["Lê Đức"], { drafted: 1 }, ["apology", "thanks"]]);
    expect(await found({ q: "h 2" })).toEqual([["Nguyễn Thị A"], { drafted: 1 }, ["apology"]]);
    expect(await found({ q: "100%_" })).toEqual([[], {}, []]);
    expect(await found({ state: "signed" })).toEqual([[], { drafted: 3 }, []]);
  });
});

describe("the new date of an apology", () => {
  it.each([
    ["2026-11-21T10:00", "letter.newDueRest", { date: "21/11/2026", next: "23/11/2026" }],
    ["2026-11-24T10:00", "letter.newDueRest", { date: "24/11/2026", next: "25/11/2026" }],
    ["2026-11-25T19:00", "letter.newDueHours", { from: "07:00", to: "17:00" }],
    ["2026-11-20T17:00", "letter.newDuePast", {}],
    ["2031-11-20T10:00", "letter.newDueFar", {}],
  ])("is refused for %s: %s", async (at, key, details) => {
    const { desk, take } = await unit();
    const dossierId = await take("H-1");
    const drafting = draftLetter(desk, {
      dossierId,
      revision: 0,
      content: apology({ newDueAt: moment(at).toISOString() }),
    });
    await expect(drafting).rejects.toMatchObject({ key, details });
  });

  it("is the only one, unless a leader decides otherwise", async () => {
    const { desk, chairman, take } = await unit();
    const again = happened("2026-11-18T08:30", {
      type: "reappointed",
      dueAt: moment("2026-11-23T17:00").toISOString(),
    });
    const dossierId = await take("H-1", COPY, again);
    const input = { dossierId, revision: 0, content: apology() };
    await expect(draftLetter(desk, input)).rejects.toMatchObject({ key: "letter.newDueAgain", details: { most: 1 } });
    await draftLetter(chairman, input);
  });
});

describe("causes of delay", () => {
  it("come with the system, are added, reworded, moved, ended and taken up again; letters keep their words", async () => {
    const { desk, keeper, take, actions } = await unit();
    const titles = async () =>
      (await listCauses(desk)).causes.map(({ title, ended }) => (ended ? `(${title})` : title));
    const first = await titles();
    expect(first).toHaveLength(8);
    const { cause } = await saveCause(keeper, { cause: null, title: "Mất điện cả ngày ở trụ sở" });
    const dossierId = await take("H-1");
    const { letterId } = await draftLetter(desk, {
      dossierId,
      revision: 0,
      content: apology({ causeId: cause, cause: "" }),
    });
    await saveCause(keeper, { cause, title: "Trụ sở mất điện cả ngày" });
    for (let i = 0; i < 9; i++) await moveCause(keeper, { cause, up: true });
    expect((await titles())[0]).toBe("Trụ sở mất điện cả ngày");
    await moveCause(keeper, { cause, up: false });
    expect((await titles()).slice(0, 2)).toEqual([first[0], "Trụ sở mất điện cả ngày"]);
    await endCause(keeper, { cause, ended: true });
    expect((await titles()).at(-1)).toBe("(Trụ sở mất điện cả ngày)");
    const page = await readLetter(desk, { letterId });
    expect(page.preview.paragraphs.flat().map(({ text }) => text)).toContain(" Mất điện cả ngày ở trụ sở.");
    expect(page.causes.some((each) => each.cause === cause)).toBe(true);
    const other = await take("H-2");
    const drafting = draftLetter(desk, { dossierId: other, revision: 0, content: apology({ causeId: cause }) });
    await expect(drafting).rejects.toMatchObject({ key: "letter.causeUnknown" });
    await endCause(keeper, { cause, ended: false });
    expect((await actions()).filter((action) => action.startsWith("cause."))).toEqual([
      "cause.add",
      "cause.change",
      ...Array(10).fill("cause.move"),
      "cause.end",
      "cause.resume",
    ]);
  });

  it("are not doubled, nor ended to the last, nor changed by the desk or from another unit", async () => {
    const { desk, keeper } = await unit();
    const { causes } = await listCauses(desk);
    const [one, ...others] = causes;
    await expect(saveCause(keeper, { cause: null, title: one!.title.toUpperCase() })).rejects.toMatchObject({
      key: "letter.causeExists",
    });
    for (const { cause } of others) await endCause(keeper, { cause, ended: true });
    await expect(endCause(keeper, { cause: one!.cause, ended: true })).rejects.toMatchObject({
      key: "letter.causeLast",
    });
    await expect(saveCause(desk, { cause: null, title: "Một nguyên nhân khác" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { cause } = await saveCause(keeper, { cause: null, title: "Một nguyên nhân khác" });
    const elsewhere = await unit();
    await expect(endCause(elsewhere.keeper, { cause, ended: true })).rejects.toMatchObject({
      key: "letter.causeUnknown",
    });
    expect((await listCauses(elsewhere.desk)).causes).toHaveLength(8);
  });
});

describe("kinds of a unit", () => {
  const own: SaveKind = {
    kind: null,
    title: "Thư mừng thọ",
    tone: "congratulation",
    occasion: "hand",
    groups: [],
    drafting: "never",
  };

  it("are added, changed, ended and taken up again, with audit; delivered ones stay", async () => {
    const { desk, keeper, actions } = await unit();
    const { kind } = await saveKind(keeper, own);
    expect(kind).toBe("thu-mung-tho");
    await saveKind(keeper, {
      ...own,
      kind,
      title: "Thư mừng thọ 90 tuổi",
      occasion: "finished",
      groups: ["social"],
      drafting: "always",
    });
    const listed = (await listKinds(desk)).kinds.find((each) => each.kind === kind);
    expect(listed).toMatchObject({
      title: "Thư mừng thọ 90 tuổi",
      groups: ["social"],
      drafting: "always",
      delivered: false,
    });
    await endKind(keeper, { kind, ended: true });
    const draft = { letterId: crypto.randomUUID(), kind, revision: 0, content: content() };
    await expect(draftLetter(desk, draft)).rejects.toMatchObject({ key: "letter.kindEnded" });
    await endKind(keeper, { kind, ended: false });
    await draftLetter(desk, draft);
    await expect(saveKind(keeper, { ...own, title: "thư mừng thọ 90 TUỔI" })).rejects.toMatchObject({
      key: "letter.kindExists",
    });
    await expect(saveKind(keeper, { ...own, kind: "birth" })).rejects.toMatchObject({ key: "letter.kindDelivered" });
    await expect(endKind(keeper, { kind: "birth", ended: true })).rejects.toMatchObject({
      key: "letter.kindDelivered",
    });
    await expect(saveKind(desk, { ...own, title: "Thư khác hẳn" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const elsewhere = await unit();
    await expect(endKind(elsewhere.keeper, { kind, ended: true })).rejects.toMatchObject({ key: "letter.kindUnknown" });
    expect(await actions()).toEqual([
      "letterKind.add",
      "letterKind.change",
      "letterKind.end",
      "letterKind.resume",
      "letter.draft",
    ]);
  });

  it("of the unit's own are drafted with the result, and how an apology is drafted is looked at anew", async () => {
    const { desk, keeper, take } = await unit();
    await saveKind(keeper, { ...own, occasion: "finished", groups: ["certification"], drafting: "always" });
    await take("H-1", COPY, finished);
    await take("H-2");
    await keepLetters(desk, moment(NOW));
    const drafted = async () =>
      (await listLetters(desk, { state: "drafted", page: 1 })).letters.map(({ kind }) => kind);
    expect(await drafted()).toEqual(["thu-mung-tho"]);
    await setDrafting(keeper, { kind: "apology", drafting: "always", lead: "2 working-days" });
    await keepLetters(desk, moment("2026-11-20T10:00"));
    expect(await drafted()).toEqual(["thu-mung-tho", "apology"]);
    await setDrafting(keeper, { kind: "apology", drafting: "never", lead: null });
    await keepLetters(desk, moment("2026-11-20T10:30"));
    expect(await drafted()).toEqual(["thu-mung-tho"]);
  });
});
