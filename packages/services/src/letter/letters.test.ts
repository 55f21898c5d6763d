import { createHash } from "node:crypto";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  auditLog,
  fillProcedures,
  happened,
  moment,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { readDossier } from "../dossier/read-dossier";
import { returnLetter, withdrawLetter } from "./change-letter";
import { deliverLetter } from "./deliver-letter";
import { draftLetter } from "./draft-letter";
import { listLetters } from "./list-letters";
import { makeLetterFiles } from "./make-letter-files";
import { printLetter } from "./print-letter";
import { beginLetter } from "./read-letter";
import { signLetters } from "./sign-letters";
import { verifyLetter } from "./verify-letter";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const NOW = "2026-11-20T09:00";
const ORIGIN = "https://xa.example";
const content: LetterContent = {
  honorific: "Bà",
  addressee: "Nguyễn Thị A",
  cause: "Kết quả xác minh của cơ quan cấp trên về chậm",
  newDueAt: moment("2026-11-26T16:00").toISOString(),
  responsible: "Nguyễn Văn B, công chức Tư pháp – Hộ tịch",
  remedy: "Gửi kết quả qua bưu chính, không thu thêm tiền",
};

/** A unit with `count` open dossiers due at 17:00 of the day, its desk and its chairman. */
async function unitWithOpen(count = 1) {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const desk = actingAt(database, unitId, NOW);
  const chairman = actingAt(database, unitId, "2026-11-20T10:00", ["chairman"]);
  await recordAll(
    desk,
    Array.from({ length: count }, (_, i) => takenIn(`H-${i}`, "2026-11-17T08:00", "2026-11-20T17:00")),
  );
  const rows = await database.root<{ id: string }[]>`
    select id from dossier where unit_id = ${unitId} order by external_code`;
  return { unitId, desk, chairman, dossiers: rows.map(({ id }) => id) };
}

async function drafted() {
  const unit = await unitWithOpen();
  const dossierId = unit.dossiers[0]!;
  const { letterId } = await draftLetter(unit.desk, { dossierId, revision: 0, content });
  return { ...unit, dossierId, letterId };
}

describe("from the draft to the citizen", () => {
  it("is drafted, signed with number, hash and event, delivered, and each step is audited", async () => {
    const { unitId, desk, chairman, dossierId, letterId } = await drafted();
    const later = actingAt(database, unitId, "2026-11-20T11:00");
    const { signed } = await signLetters(chairman, { letters: [{ letterId, revision: 1 }] }, ORIGIN);
    expect(signed).toEqual([{ letterId, number: "01" }]);
    await makeLetterFiles(chairman, () => chairman.now);
    await deliverLetter(later, { letterId, how: "hand", note: "" });
    const { letters, counts } = await listLetters(desk, { state: undefined, page: 1 });
    expect(letters).toMatchObject([{ id: letterId, state: "delivered", number: "01/2026", addressee: "Nguyễn Thị A" }]);
    expect(counts).toEqual({ delivered: 1 });

    const view = await readDossier(desk, { dossierId });
    expect(view.events[0]?.fact).toMatchObject({ type: "apologised", signer: "chairman", newDueAt: content.newDueAt });
    expect(view.promisedAt).toEqual(moment("2026-11-26T16:00"));
    expect(view.dueAt).toEqual(moment("2026-11-20T17:00"));
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toEqual([
      "letter.draft",
      "letter.sign",
      "letter.deliver",
      "letter.list",
      "dossier.read",
    ]);
  });

  it("freezes the file: its hash is that of its bytes, and the print is the very file", async () => {
    const { unitId, desk, chairman, letterId } = await drafted();
    const draft = await printLetter(desk, { letterId });
    await signLetters(chairman, { letters: [{ letterId, revision: 1 }] }, ORIGIN);
    await makeLetterFiles(chairman, () => chairman.now);
    const [file] = await database.root<{ pdf: Buffer; hash: string; proof: string }[]>`
      select pdf, hash, proof from letter_file where unit_id = ${unitId}`;
    const printed = await printLetter(actingAt(database, unitId, "2027-03-01T08:00"), { letterId });
    expect(Buffer.from(printed.bytes).equals(file!.pdf)).toBe(true);
    expect(Buffer.from(draft.bytes).equals(file!.pdf)).toBe(false);
    expect(createHash("sha256").update(file!.pdf).digest("hex")).toBe(file!.hash);
    await expect(database.app.sql`update letter_file set hash = ''`.execute()).rejects.toMatchObject({ code: "42501" });
  });

  it("is known as genuine to anyone who has the code, without a word about the citizen", async () => {
    const { unitId, chairman, letterId } = await drafted();
    await signLetters(chairman, { letters: [{ letterId, revision: 1 }] }, ORIGIN);
    await makeLetterFiles(chairman, () => chairman.now);
    const [file] = await database.root<{ proof: string; hash: string; slug: string }[]>`
      select f.proof, f.hash, u.slug from letter_file f join unit u on u.id = f.unit_id where f.unit_id = ${unitId}`;
    const { proof, hash, slug } = file!;
    const policy = { secondFactor: "offered" as const, idleMinutes: 30, key: Buffer.alloc(32) };
    const anyone = {
      ...chairman,
      policy,
      session: null,
      gate: null,
      host: "xa.example",
      userAgent: null,
      address: null,
    };
    const genuine = await verifyLetter(anyone, { slug, proof });
    expect(genuine).toMatchObject({ number: "01/2026", signedAt: moment("2026-11-20T10:00"), hash });
    expect(JSON.stringify(genuine)).not.toMatch(/Nguyễn|H-0/);
    const other = proof.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    await expect(verifyLetter(anyone, { slug, proof: other })).rejects.toMatchObject({ key: "letter.notGenuine" });
    const elsewhere = await drafted();
    const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${elsewhere.unitId}`;
    await expect(verifyLetter(anyone, { slug: unit!.slug, proof })).rejects.toMatchObject({ key: "letter.notGenuine" });
  });

  it("goes back to its writer with a remark, is changed and signed as it was then seen", async () => {
    const { desk, chairman, dossierId, letterId } = await drafted();
    await returnLetter(chairman, { letterId, remark: "Nêu rõ cơ quan nào chậm" });
    expect((await beginLetter(desk, { kind: "apology", dossierId })).letter).toMatchObject({
      state: "returned",
      remark: "Nêu rõ cơ quan nào chậm",
    });
    const sign = (revision: number) => signLetters(chairman, { letters: [{ letterId, revision }] }, ORIGIN);
    await expect(sign(1)).rejects.toMatchObject({ key: "letter.changed" });
    await draftLetter(desk, { dossierId, revision: 1, content: { ...content, cause: "Cơ quan thuế xác nhận chậm" } });
    await expect(sign(1)).rejects.toMatchObject({ key: "letter.changed" });
    await sign(2);
    await expect(draftLetter(desk, { dossierId, revision: 2, content })).rejects.toMatchObject({
      key: "letter.signed",
    });
    await expect(withdrawLetter(desk, { letterId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("can be given up and begun again", async () => {
    const { desk, dossierId, letterId } = await drafted();
    await withdrawLetter(desk, { letterId });
    expect((await beginLetter(desk, { kind: "apology", dossierId })).letter).toBeNull();
    expect((await draftLetter(desk, { dossierId, revision: 0, content })).letterId).not.toBe(letterId);
  });
});

describe("the register", () => {
  it("begins anew each year", async () => {
    const { unitId, desk, chairman, dossiers } = await unitWithOpen(2);
    const [one, two] = dossiers;
    const late = { ...content, newDueAt: moment("2027-01-08T16:00").toISOString() };
    const a = await draftLetter(desk, { dossierId: one!, revision: 0, content: late });
    const b = await draftLetter(desk, { dossierId: two!, revision: 0, content: late });
    await signLetters(chairman, { letters: [{ letterId: a.letterId, revision: 1 }] }, ORIGIN);
    const nextYear = actingAt(database, unitId, "2027-01-04T08:00", ["chairman"]);
    const { signed } = await signLetters(nextYear, { letters: [{ letterId: b.letterId, revision: 1 }] }, ORIGIN);
    expect(signed).toMatchObject([{ number: "01" }]);
  });
});

describe("what is refused", () => {
  it("is a letter for a dossier that is over, a date that is past, a second draft, and a dossier of elsewhere", async () => {
    const { unitId, desk, dossiers } = await unitWithOpen(2);
    const [one, two] = dossiers as [string, string];
    await recordAll(desk, [{ externalCode: "H-1", events: [happened("2026-11-20T08:30", { type: "finished" })] }]);
    const draft = (dossierId: string, changes: Partial<LetterContent> = {}) =>
      draftLetter(desk, { dossierId, revision: 0, content: { ...content, ...changes } });
    await expect(draft(two)).rejects.toMatchObject({ key: "letter.dossierOver" });
    await expect(draft(one, { newDueAt: moment("2026-11-20T17:00").toISOString() })).rejects.toMatchObject({
      key: "letter.newDuePast",
    });
    await draft(one);
    await expect(draft(one)).rejects.toMatchObject({ key: "letter.changed" });
    const elsewhere = await unitWithOpen();
    await expect(draft(elsewhere.dossiers[0]!)).rejects.toMatchObject({ key: "dossier.notFound" });
    const [{ n } = { n: -1 }] = await database.root`select count(*)::int as n from letter where unit_id = ${unitId}`;
    expect(n).toBe(1);
  });

  it("is signing in a unit that is no more", async () => {
    const { unitId, letterId } = await drafted();
    await database.root`update unit set valid_to = '2026-11-21' where id = ${unitId}`;
    const chairman = actingAt(database, unitId, "2026-11-23T08:00", ["chairman"]);
    const signing = signLetters(chairman, { letters: [{ letterId, revision: 1 }] }, ORIGIN);
    await expect(signing).rejects.toMatchObject({ key: "unit.ended" });
  });

  it("is signing by the desk, reading by another unit, and signing another unit's letter", async () => {
    const { desk, letterId } = await drafted();
    const letters = [{ letterId, revision: 1 }];
    await expect(signLetters(desk, { letters }, ORIGIN)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await unitWithOpen();
    await expect(printLetter(other.desk, { letterId })).rejects.toMatchObject({ key: "letter.notFound" });
    await expect(signLetters(other.chairman, { letters }, ORIGIN)).rejects.toMatchObject({
      key: "letter.notFound",
    });
    const changes = await Promise.allSettled([
      returnLetter(other.chairman, { letterId, remark: "Sửa lại thư" }),
      withdrawLetter(other.desk, { letterId }),
      deliverLetter(other.desk, { letterId, how: "post", note: "" }),
    ]);
    for (const change of changes) expect(change).toMatchObject({ reason: { key: "letter.notFound" } });
    const mttq = { ...desk, actor: { ...desk.actor, roles: [{ unitId: desk.unitId, role: "mttq" as const }] } };
    await expect(withdrawLetter(mttq, { letterId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
