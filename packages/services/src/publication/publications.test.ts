import { createHash } from "node:crypto";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { canonicalText } from "@gandan/model/publication/publication-snapshot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { personOf } from "../letter/letter-test-unit";
import { countAnswers, surveyedUnit } from "../officer-result/officer-test-unit";
import { readScore } from "../score/read-score";
import type { RequestCtx } from "../session/request-ctx";
import {
  changePublication,
  correctPublication,
  draftPublication,
  dropPublication,
  recountPublication,
} from "./draft-publication";
import { listPublications } from "./list-publications";
import { listPublished, printPublication, printPublished, readPublication, readPublished } from "./read-publication";
import { remindPublications } from "./remind-publications";
import { signPublication, standPublication } from "./sign-publication";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const SLUG = "ket-qua-khao-sat";
const NOW = "2026-11-05T09:00";
const draft = { slug: SLUG, span: "since-last" } as const;

/** A unit whose form was answered 40 times from May to October, and who keeps its model. */
async function answeredUnit() {
  const unit = await surveyedUnit(database, NOW);
  await countAnswers(database, unit, [
    { day: "2026-05-02", counts: [0, 1, 5, 7, 7] },
    { day: "2026-10-21", counts: [5, 0, 0, 8, 7] },
    // Too few to be shown, and of a month that is not over.
    { day: "2026-08-03", question: "thai-do", counts: [1, 1] },
    { day: "2026-11-01", counts: [20] },
  ]);
  const keeper = await personOf(database, unit.unitId, "Hồ Thị Giữ", ["model-keeper"], NOW);
  const [row] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unit.unitId}`;
  return { ...unit, keeper, slug: row!.slug };
}

const anyone = (now = NOW) => ({ db: database, now: moment(now), language: "vi" }) as unknown as RequestCtx;

describe("a draft", () => {
  it("is made of what results show of the whole months since the last one", async () => {
    const { keeper } = await answeredUnit();
    const { publicationId } = await draftPublication(keeper, draft);
    const made = await readPublication(keeper, { publicationId });
    expect(made).toMatchObject({
      title: "Kết quả khảo sát sự hài lòng",
      from: "2026-05-01",
      to: "2026-10-31",
      dueOn: "2026-11-09",
      state: "draft",
      may: { edit: true, sign: false },
    });
    expect(made.snapshot.forms[0]!.questions).toMatchObject([
      {
        ...{ id: "chung", n: 40, satisfied: { low: 29, high: 29, n: 40 } },
        lines: [
          { options: [0, 1, 2], low: 11, high: 11 },
          { options: [3], low: 15, high: 15 },
          { options: [4], low: 14, high: 14 },
        ],
      },
      { id: "thai-do", n: 0, lines: [], satisfied: null },
    ]);
    await expect(draftPublication(keeper, draft)).rejects.toMatchObject({ key: "publication.draftThere" });
  });

  it("is changed as it was seen, counted anew, dropped, and drawn up again", async () => {
    const unit = await answeredUnit();
    const { keeper } = unit;
    const { publicationId } = await draftPublication(keeper, draft);
    await changePublication(keeper, { publicationId, revision: 1, remark: "Đa số hài lòng." });
    const stale = changePublication(keeper, { publicationId, revision: 1, remark: "Khác." });
    await expect(stale).rejects.toMatchObject({ key: "publication.changed" });
    await countAnswers(database, unit, [{ day: "2026-09-01", counts: [0, 0, 0, 0, 10] }]);
    await recountPublication(keeper, { publicationId, revision: 2 });
    const seen = await readPublication(keeper, { publicationId });
    expect([seen.remark, seen.revision, seen.snapshot.forms[0]!.questions[0]!.n]).toEqual(["Đa số hài lòng.", 3, 50]);
    await dropPublication(keeper, { publicationId });
    await expect(readPublication(keeper, { publicationId })).rejects.toMatchObject({ key: "publication.notFound" });
    await draftPublication(keeper, { slug: SLUG, span: "year" });
    expect((await auditLog(database, unit.unitId)).map(({ action }) => action)).toEqual(
      ["draft", "change", "change", "drop", "draft"].map((deed) => `publication.${deed}`),
    );
  });

  it("is refused to who may not, of what the model does not want, and before a month is over", async () => {
    const { unitId, officer, chairman, keeper } = await answeredUnit();
    const elsewhere = await answeredUnit();
    await expect(draftPublication(officer, draft)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(draftPublication({ ...elsewhere.keeper, unitId }, draft)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(draftPublication(chairman, { ...draft, slug: "khac" })).rejects.toMatchObject({
      key: "publication.unknown",
    });
    const { publicationId } = await draftPublication(keeper, draft);
    const theirs = { publicationId, revision: 1 };
    await expect(changePublication(elsewhere.keeper, { ...theirs, remark: "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(recountPublication(elsewhere.keeper, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(dropPublication(elsewhere.keeper, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(signPublication(elsewhere.chairman, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(signPublication(keeper, theirs)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(changePublication(officer, { ...theirs, remark: "" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(dropPublication(officer, theirs)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await signPublication(chairman, theirs);
    await expect(draftPublication(keeper, draft)).rejects.toMatchObject({ key: "publication.nothingOver" });
  });
});

describe("what is signed", () => {
  it("is frozen with its hashes, shown to anyone, and moved by nothing that comes later", async () => {
    const unit = await answeredUnit();
    const { keeper, chairman, slug, unitId } = unit;
    const { publicationId } = await draftPublication(keeper, draft);
    const asked = { slug, publicationId };
    await expect(readPublished(anyone(), asked)).rejects.toMatchObject({ key: "publication.notFound" });
    await expect(printPublished(anyone(), asked)).rejects.toMatchObject({ key: "publication.notFound" });
    expect((await printPublication(keeper, { publicationId })).bytes.byteLength).toBeGreaterThan(5_000);
    await signPublication(chairman, { publicationId, revision: 1 });
    const shown = await readPublished(anyone(), asked);
    expect(shown).toMatchObject({ state: "published", signer: "Lê Văn Chủ, Chủ tịch", correctedBy: null });
    const { title, from, to, snapshot, remark, signer, signedAt } = shown;
    const signed = {
      unitId,
      slug: SLUG,
      title,
      from,
      to,
      snapshot,
      remark,
      corrects: null,
      correction: null,
      signer,
      at: signedAt!.toISOString(),
    };
    expect(createHash("sha256").update(canonicalText(signed)).digest("hex")).toBe(shown.checksum);
    const paper = await printPublished(anyone(), asked);
    expect(createHash("sha256").update(paper.bytes).digest("hex")).toBe(shown.hash);
    await countAnswers(database, unit, [{ day: "2026-10-21", counts: [30] }]);
    expect(await readPublished(anyone(), asked)).toEqual(shown);
    const again = signPublication(chairman, { publicationId, revision: 1 });
    await expect(again).rejects.toMatchObject({ key: "publication.notDraft" });
    await expect(dropPublication(keeper, { publicationId })).rejects.toMatchObject({ key: "publication.notDraft" });
    const change = database.app.sql`update publication_file set hash = ''`;
    await expect(change).rejects.toMatchObject({ code: "42501" });
    const other = await newUnit(database.owner);
    const [face] = await database.root<{ slug: string }[]>`select slug from unit where id = ${other}`;
    await expect(readPublished(anyone(), { ...asked, slug: face!.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not empty without a word", async () => {
    const { chairman } = await surveyedUnit(database, NOW);
    const { publicationId } = await draftPublication(chairman, draft);
    await expect(signPublication(chairman, { publicationId, revision: 1 })).rejects.toMatchObject({
      key: "publication.nothingToShow",
    });
    await changePublication(chairman, { publicationId, revision: 1, remark: "Chưa đủ phiếu." });
    await signPublication(chairman, { publicationId, revision: 2 });
  });

  it("is corrected in the open: both stay, each says so, and once", async () => {
    const unit = await answeredUnit();
    const { keeper, chairman, slug } = unit;
    const { publicationId } = await draftPublication(keeper, draft);
    const correction = "Thiếu phiếu giấy của thôn 3 nhập muộn.";
    const early = correctPublication(keeper, { publicationId, correction });
    await expect(early).rejects.toMatchObject({ key: "publication.notPublished" });
    await signPublication(chairman, { publicationId, revision: 1 });
    const elsewhere = await answeredUnit();
    const theirs = correctPublication(elsewhere.keeper, { publicationId, correction });
    await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(correctPublication(unit.officer, { publicationId, correction })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const corrected = await correctPublication(keeper, { publicationId, correction });
    expect((await readPublished(anyone(), { slug, publicationId })).correctedBy).toBeNull();
    await signPublication(chairman, { publicationId: corrected.publicationId, revision: 1 });
    const old = await readPublished(anyone(), { slug, publicationId });
    expect(old.correctedBy).toMatchObject({ id: corrected.publicationId, reason: correction });
    const fresh = await readPublished(anyone(), { slug, publicationId: corrected.publicationId });
    expect(fresh.corrects).toMatchObject({ id: publicationId, reason: correction });
    const again = correctPublication(keeper, { publicationId, correction });
    await expect(again).rejects.toMatchObject({ key: "publication.corrected" });
    const { publications } = await listPublished(anyone(), { slug });
    expect(publications.map(({ corrects, corrected: by }) => [corrects, by])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe("dates", () => {
  it("are reminded of a fortnight and three days before, until it is published", async () => {
    const { unitId, keeper, chairman } = await answeredUnit();
    const scope = { db: database, unitId };
    expect(await remindPublications(scope, moment("2026-10-25T08:00"))).toBe(0);
    expect(await remindPublications(scope, moment("2026-10-26T08:00"))).toBe(2);
    expect(await remindPublications(scope, moment("2026-10-27T08:00"))).toBe(0);
    expect(await remindPublications(scope, moment("2026-11-06T08:00"))).toBe(2);
    const { publicationId } = await draftPublication(keeper, draft);
    await signPublication(chairman, { publicationId, revision: 1 });
    const rows = await database.root`
      select kind, audience, code, staff_id as "staffId", withdrawn_at is null as live from notice
      where unit_id = ${unitId} order by at, audience`;
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      kind: "publication-due",
      audience: "chairman",
      code: "Kết quả khảo sát sự hài lòng",
      staffId: null,
      live: false,
    });
    expect(rows[1]).toMatchObject({ audience: "officer", staffId: keeper.actor.staffId, live: false });
    expect(await remindPublications(scope, moment("2026-11-08T08:00"))).toBe(0);
  });

  it("and standing publication make points, as far as they were kept", async () => {
    const { unitId, keeper, chairman, officer } = await answeredUnit();
    await expect(standPublication(keeper, { slug: SLUG, on: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(standPublication(officer, { slug: SLUG, on: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await standPublication(chairman, { slug: SLUG, on: true });
    await expect(standPublication(chairman, { slug: SLUG, on: true })).rejects.toMatchObject({
      key: "publication.standing",
    });
    await expect(standPublication(chairman, { slug: "khac", on: true })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const before = await listPublications(keeper, { page: 1 });
    expect(before.wanted).toMatchObject([
      { slug: SLUG, dueOn: "2026-11-09", missedOn: "2026-06-09", continuous: true },
    ]);
    const { publicationId } = await draftPublication(keeper, draft);
    await signPublication(chairman, { publicationId, revision: 1 });
    const period = { from: "2026-11-06", to: "2026-12-31" };
    const [card] = await readScore({ ...chairman, now: moment("2027-01-04T08:00") }, period);
    const rule = card!.explanation.lines[0]!.rules.find(({ id }) => id === "cong-bo");
    expect(rule!.tally).toMatchObject({ met: 2, missed: 0 });
    await standPublication({ ...chairman, now: moment("2026-12-01T08:00") }, { slug: SLUG, on: false });
    const [gone] = await readScore({ ...chairman, now: moment("2027-01-04T08:00") }, period);
    expect(gone!.explanation.lines[0]!.rules.find(({ id }) => id === "cong-bo")!.tally).toMatchObject({
      met: 1,
      missed: 1,
    });
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toEqual([
      "publication.stand",
      "publication.draft",
      "publication.sign",
      "publication.end",
    ]);
  });
});
