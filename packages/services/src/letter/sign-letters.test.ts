import { createHash } from "node:crypto";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { returnLetter, uncheckLetter } from "./change-letter";
import { changeSigning, readSigning } from "./change-signing";
import { checkLetters } from "./check-letters";
import { deliverLetter, takeBackLetter } from "./deliver-letter";
import { ORIGIN, personOf, unitWithDrafts } from "./letter-test-unit";
import { listLetters } from "./list-letters";
import { listSignable } from "./list-signable";
import { MOST_TRIES, makeLetterFiles } from "./make-letter-files";
import { printLetter } from "./print-letter";
import { readBatch, readBatchProgress, remakeLetter } from "./read-batch";
import { readLetterHistory } from "./read-letter-history";
import { signLetters } from "./sign-letters";
import { takeNumbers } from "./take-numbers";
import { verifyLetter } from "./verify-letter";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const stateOf = async (letterId: string) => {
  const [row] = await database.root<{ state: string; checkedBy: string | null }[]>`
    select state, checked_by as "checkedBy" from letter where id = ${letterId}`;
  return row;
};

/** A connection each, open before it counts, so that all are under way at the same time. */
async function fiftyConnections() {
  const app = connect({ url: database.url, role: "app", max: 50, name: "signers" });
  await Promise.all(Array.from({ length: 50 }, () => app.sql.begin((sql) => sql`select pg_sleep(0.3)`)));
  return app;
}

describe("the register", () => {
  it("holds its numbers until the transaction ends: none is lost by one that fails, none is given twice", async () => {
    const unitId = await newUnit(database.owner);
    const app = await fiftyConnections();
    const taken: number[] = [];
    const done = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        inUnit({ db: { app }, unitId }, async (_tx, sql) => {
          const count = 1 + (i % 3);
          const first = await takeNumbers(sql, unitId, { year: 2026, register: "letters", count });
          if (i % 5 === 0) throw new Error("given up");
          return Array.from({ length: count }, (_each, at) => first + at);
        }).then((numbers) => taken.push(...numbers)),
      ),
    );
    await app.end();
    expect(done.filter(({ status }) => status === "rejected")).toHaveLength(10);
    expect(taken.sort((a, b) => a - b)).toEqual(taken.map((_, i) => i + 1));
  });
});

describe("a batch", () => {
  it("numbers without gap or double when fifty sign at once; what fails takes no number", async () => {
    const unit = await unitWithDrafts(database, 120);
    const app = await fiftyConnections();
    const signer = { ...unit.chairman, db: { ...unit.chairman.db, app } };
    const portions = Array.from({ length: 50 }, (_, i) => unit.letters.slice(i * 2, i * 2 + 2));
    const stale = unit.letters.slice(100).map(({ letterId }) => ({ letterId, revision: 9 }));
    const done = await Promise.allSettled([
      ...portions.map((letters, i) => signLetters(signer, { letters: [...letters, stale[i % 20]!] }, ORIGIN)),
      ...stale.map((letter) => signLetters(signer, { letters: [letter] }, ORIGIN)),
    ]);
    await app.end();
    expect(done.filter(({ status }) => status === "rejected")).toHaveLength(20);
    const numbers = await database.root<{ number: number; signed: number }[]>`
      select number from letter where unit_id = ${unit.unitId} and number is not null order by number`;
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  }, 60_000);

  it("numbers in the order in which the signer saw the letters, whatever their ids", async () => {
    const { chairman, letters } = await unitWithDrafts(database, 12);
    const seen = [...letters].sort((a, b) => (a.letterId.slice(-4) < b.letterId.slice(-4) ? -1 : 1));
    const { signed, batchId } = await signLetters(chairman, { letters: seen }, ORIGIN);
    expect(signed.map(({ letterId }) => letterId)).toEqual(seen.map(({ letterId }) => letterId));
    expect((await readBatch(chairman, { batchId })).letters.map(({ number }) => number)).toEqual(
      seen.map((_, i) => `${String(i + 1).padStart(2, "0")}/2026`),
    );
  });

  it("numbers each register for itself", async () => {
    const { unitId, chairman, letters } = await unitWithDrafts(database, 4);
    const [a, b] = letters;
    await database.root`update letter set register = 'thanks' where id in ${database.root([a!.letterId, b!.letterId])}`;
    await signLetters(chairman, { letters }, ORIGIN);
    const rows = await database.root`
      select register, number from letter where unit_id = ${unitId} order by register, number`;
    expect(rows.map(({ register, number }) => `${register} ${number}`)).toEqual([
      "letters 1",
      "letters 2",
      "thanks 1",
      "thanks 2",
    ]);
  });

  it("signs the others when one cannot be signed, and names it with its reason", async () => {
    const { unitId, chairman, letters } = await unitWithDrafts(database, 3);
    const [past] = letters;
    await database.root`
      update letter set content = jsonb_set(content, '{newDueAt}', '"2026-11-20T01:00:00.000Z"') where id = ${past!.letterId}`;
    const { batchId, signed, refused } = await signLetters(chairman, { letters }, ORIGIN);
    expect(signed).toHaveLength(2);
    expect(refused).toMatchObject([{ letterId: past!.letterId, key: "letter.newDuePast" }]);
    const batch = await readBatch(chairman, { batchId });
    expect(batch).toMatchObject({
      made: 0,
      waiting: 2,
      refused: [{ key: "letter.newDuePast", externalCode: "H-000" }],
    });
    expect(await stateOf(past!.letterId)).toMatchObject({ state: "drafted" });
    const [audit] = await database.root<{ details: object }[]>`
      select details from audit_log where unit_id = ${unitId} and action = 'letter.sign'`;
    expect(audit?.details).toMatchObject({ as: "chairman", refused: [`${past!.letterId} letter.newDuePast`] });
  });

  it("leaves the file to the worker, which makes each once, however many work at it", async () => {
    const { unitId, desk, chairman, letters } = await unitWithDrafts(database, 25);
    const { batchId } = await signLetters(chairman, { letters }, ORIGIN);
    expect(await readBatchProgress(desk, { batchId })).toEqual({ made: 0, waiting: 25 });
    const [first] = letters;
    const later = actingAt(database, unitId, "2026-11-20T11:00");
    const sending = deliverLetter(later, { letterId: first!.letterId, how: "hand", note: "" });
    await expect(sending).rejects.toMatchObject({ key: "letter.notMade" });
    // Whoever opens a letter before the worker comes to it gets the very file.
    const opened = await printLetter(desk, first!);
    const made = await Promise.all([1, 2, 3].map(() => makeLetterFiles(chairman, () => chairman.now)));
    expect(made.reduce((sum, each) => sum + each, 0)).toBe(24);
    expect(await readBatch(chairman, { batchId })).toMatchObject({ made: 25, waiting: 0 });
    expect(await readBatchProgress(desk, { batchId })).toEqual({ made: 25, waiting: 0 });
    const other = await unitWithDrafts(database, 1);
    await expect(readBatch(other.chairman, { batchId })).rejects.toMatchObject({ key: "letter.noBatch" });
    await expect(readBatchProgress(other.desk, { batchId })).rejects.toMatchObject({ key: "letter.noBatch" });
    const files = await database.root<{ letterId: string; pdf: Buffer; hash: string }[]>`
      select letter_id as "letterId", pdf, hash from letter_file where unit_id = ${unitId}`;
    expect(new Set(files.map(({ hash }) => hash)).size).toBe(25);
    for (const { pdf, hash } of files) expect(createHash("sha256").update(pdf).digest("hex")).toBe(hash);
    expect(files.find(({ letterId }) => letterId === first!.letterId)?.pdf.equals(opened.bytes)).toBe(true);
  });

  it("is known as genuine at once, with the hash as soon as the file is made", async () => {
    const { unitId, chairman, letters } = await unitWithDrafts(database, 1);
    await signLetters(chairman, { letters }, ORIGIN);
    const [made] = await database.root<{ proof: string; slug: string }[]>`
      select m.proof, u.slug from letter_making m join unit u on u.id = m.unit_id where m.unit_id = ${unitId}`;
    const anyone = { ...chairman, session: null, gate: null } as unknown as Parameters<typeof verifyLetter>[0];
    expect(await verifyLetter(anyone, made!)).toMatchObject({ number: "01/2026", sign: "01/TXL-UBND", hash: null });
    await makeLetterFiles(chairman, () => chairman.now);
    const [file] = await database.root<{ hash: string }[]>`select hash from letter_file where unit_id = ${unitId}`;
    expect(await verifyLetter(anyone, made!)).toMatchObject({ number: "01/2026", hash: file!.hash });
    // The hundredth letter of a year keeps all its digits.
    await database.root`update letter set number = 123 where unit_id = ${unitId}`;
    expect(await verifyLetter(anyone, made!)).toMatchObject({ number: "123/2026" });
    expect((await listLetters(chairman, { state: "signed", page: 1 })).letters).toMatchObject([{ number: "123/2026" }]);
  });

  it("notes what the typesetter refuses, makes the others, and tries again when asked", async () => {
    const { unitId, desk, chairman, letters } = await unitWithDrafts(database, 3);
    const { batchId } = await signLetters(chairman, { letters }, ORIGIN);
    const [, bad] = letters;
    const { root } = database;
    await root`update letter_making set document = document || '{"date": ""}' where letter_id = ${bad!.letterId}`;
    expect(await makeLetterFiles(chairman, () => chairman.now)).toBe(2);
    const batch = await readBatch(chairman, { batchId });
    expect(batch.letters.map(({ file }) => file)).toEqual(["made", "refused", "made"]);
    expect(batch.letters[1]?.problem).toBeTruthy();
    await expect(printLetter(desk, bad!)).rejects.toMatchObject({ key: "letter.notMade" });
    await root`update letter_making set document = document || '{"date": "2026-11-20"}' where letter_id = ${bad!.letterId}`;
    expect(await makeLetterFiles(chairman, () => chairman.now)).toBe(0);
    await remakeLetter(desk, bad!);
    await expect(remakeLetter(desk, bad!)).rejects.toMatchObject({ key: "letter.changed" });
    expect(await makeLetterFiles(chairman, () => chairman.now)).toBe(1);
    const [row] = await root`select tries, problem from letter_making where letter_id = ${bad!.letterId}`;
    expect(row).toEqual({ tries: 0, problem: null });
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toContain("letter.remake");
    expect(MOST_TRIES).toBeGreaterThan(0);
  });

  it("prints a draft while somebody holds its row", async () => {
    const { desk, letters } = await unitWithDrafts(database, 1);
    const [letter] = letters;
    await database.root.begin(async (held) => {
      await held`select 1 from letter where id = ${letter!.letterId} for update`;
      expect((await printLetter(desk, letter!)).bytes.length).toBeGreaterThan(1_000);
    });
  });
});

describe("the check by the office", () => {
  it("is noted with who and when, undone, lost when the draft is changed, and never one's own", async () => {
    const { unitId, desk, chairman, letters } = await unitWithDrafts(database, 2);
    const office = await personOf(database, unitId, "Trần Văn B", ["model-keeper"]);
    await checkLetters(office, { letters });
    const [one, two] = letters;
    expect(await stateOf(one!.letterId)).toEqual({ state: "checked", checkedBy: office.actor.staffId });
    expect((await listSignable(chairman)).letters).toMatchObject([
      { checkedBy: "Trần Văn B", checkedAt: office.now },
      { checkedBy: "Trần Văn B" },
    ]);
    await uncheckLetter(office, one!);
    expect(await stateOf(one!.letterId)).toEqual({ state: "drafted", checkedBy: null });
    await returnLetter(office, { letterId: two!.letterId, remark: "Nêu rõ cơ quan nào chậm" });
    expect(await stateOf(two!.letterId)).toEqual({ state: "returned", checkedBy: null });
    await expect(checkLetters(desk, { letters: [one!] })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(checkLetters(office, { letters: [two!] })).rejects.toMatchObject({ key: "letter.changed" });
    await database.root`update letter set drafted_by = ${office.actor.staffId} where id = ${one!.letterId}`;
    await expect(checkLetters(office, { letters: [one!] })).rejects.toMatchObject({ key: "letter.ownDraft" });
    const elsewhere = await unitWithDrafts(database, 1);
    await expect(checkLetters(office, { letters: elsewhere.letters })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toEqual([
      "letter.check",
      "letter.list",
      "letter.uncheck",
      "letter.return",
    ]);
  });

  it("is asked for before signing where the unit has set so", async () => {
    const { unitId, desk, chairman, letters } = await unitWithDrafts(database, 2);
    const office = await personOf(database, unitId, "Trần Văn B", ["model-keeper"]);
    await expect(changeSigning(desk, { revision: 0, signing: { checkRequired: true } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await changeSigning(office, { revision: 0, signing: { checkRequired: true } });
    expect(await readSigning(desk)).toMatchObject({ value: { checkRequired: true }, changedBy: "Trần Văn B" });
    await expect(signLetters(chairman, { letters }, ORIGIN)).rejects.toMatchObject({ key: "letter.unchecked" });
    await checkLetters(office, { letters: [letters[0]!] });
    const { signed, refused } = await signLetters(chairman, { letters }, ORIGIN);
    expect([signed.length, refused.map(({ key }) => key)]).toEqual([1, ["letter.unchecked"]]);
  });
});

describe("on its way to the citizen", () => {
  async function signedLetter() {
    const unit = await unitWithDrafts(database, 1);
    await signLetters(unit.chairman, { letters: unit.letters }, ORIGIN);
    await makeLetterFiles(unit.chairman, () => unit.chairman.now);
    return { ...unit, letterId: unit.letters[0]!.letterId };
  }

  it("is sent with a stated earlier time kept beside the server's, comes back with a reason and is sent again", async () => {
    const { unitId, letterId } = await signedLetter();
    const desk = actingAt(database, unitId, "2026-11-23T08:00");
    const send = (statedAt?: string) =>
      deliverLetter(desk, { letterId, how: "post", note: "RR123456789VN", ...(statedAt ? { statedAt } : {}) });
    await expect(send("2026-11-23T02:00:00Z")).rejects.toMatchObject({ key: "letter.statedFuture" });
    await expect(send("2026-11-20T02:59:00Z")).rejects.toMatchObject({ key: "letter.statedBefore" });
    await send("2026-11-20T09:00:00Z");
    const { letters } = await listLetters(desk, { state: "delivered", page: 1 });
    expect(letters).toMatchObject([{ deliveredHow: "post", deliveredAt: moment("2026-11-20T16:00") }]);
    await takeBackLetter(desk, { letterId, reason: "Địa chỉ không có người nhận" });
    expect((await listLetters(desk, { state: "signed", page: 1 })).letters).toMatchObject([
      { cameBack: "Địa chỉ không có người nhận", made: true },
    ]);
    await expect(takeBackLetter(desk, { letterId, reason: "Lần nữa" })).rejects.toMatchObject({
      key: "letter.changed",
    });
    await deliverLetter(desk, { letterId, how: "hand", note: "" });
    const tries = await database.root`
      select seq, outcome, how, at, stated_at as "statedAt", note from letter_delivery where unit_id = ${unitId} order by seq`;
    expect([...tries]).toEqual([
      {
        seq: 1,
        outcome: "sent",
        how: "post",
        at: desk.now,
        statedAt: moment("2026-11-20T16:00"),
        note: "RR123456789VN",
      },
      { seq: 2, outcome: "came-back", how: null, at: desk.now, statedAt: null, note: "Địa chỉ không có người nhận" },
      { seq: 3, outcome: "sent", how: "hand", at: desk.now, statedAt: null, note: null },
    ]);
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toEqual([
      "letter.sign",
      "letter.deliver",
      "letter.list",
      "letter.takeBack",
      "letter.list",
      "letter.deliver",
    ]);
  });

  it("is not touched in a unit that is no more, nor from another unit, nor without the right", async () => {
    const { unitId, desk, letterId } = await signedLetter();
    const other = await signedLetter();
    const at = "2026-11-23T08:00";
    const refusedTo = async (ctx: typeof desk) => {
      const acts = await Promise.allSettled([
        deliverLetter(ctx, { letterId, how: "hand", note: "" }),
        takeBackLetter(ctx, { letterId, reason: "Địa chỉ sai" }),
        returnLetter(ctx, { letterId, remark: "Nêu rõ hơn" }),
        remakeLetter(ctx, { letterId }),
      ]);
      return acts.map((act) => (act.status === "rejected" ? (act.reason as { key: string }).key : "done"));
    };
    const stranger = actingAt(database, other.unitId, at, ["chairman", "desk-officer"]);
    expect(await refusedTo(stranger)).toEqual(Array(4).fill("letter.notFound"));
    await expect(readLetterHistory(stranger, { letterId })).rejects.toMatchObject({ key: "letter.notFound" });
    const front = actingAt(database, unitId, at, ["mttq"]);
    expect(await refusedTo(front)).toEqual(Array(4).fill("session.forbidden"));
    await database.root`update unit set valid_to = '2026-11-21' where id = ${unitId}`;
    const late = actingAt(database, unitId, at, ["chairman", "desk-officer"]);
    expect(await refusedTo(late)).toEqual(Array(4).fill("unit.ended"));
  });
});
