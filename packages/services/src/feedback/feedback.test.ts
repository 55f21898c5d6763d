import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { answerFeedback, assignFeedback, declineFeedback, restoreFeedback, sortFeedback } from "./answer-feedback";
import { enterFeedback } from "./enter-feedback";
import { listeningUnit, NOTHING, START } from "./feedback-test-unit";
import { followFeedback, removeContact, reopenFeedback, solveFeedback } from "./follow-feedback";
import { listFeedback } from "./list-feedback";
import { readFeedback, revealContact } from "./read-feedback";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const all = { show: "all", q: "", page: 1 } as const;
const ANSWER = "Chúng tôi đã thay ghế mới sáng nay, mời Ông/Bà đến dùng.";

describe("the road of a feedback", () => {
  it("goes from the public form over the answer to the citizen who says that it is solved", async () => {
    const { unitId, slug, lan, anybody, tell, idOf } = await listeningUnit(database);
    const { number, secret, dueAt } = await tell();
    // Friday 08:01 and three working days, by the model of the unit.
    expect([number, dueAt]).toEqual(["01/2026", moment("2026-11-26T08:01")]);
    const follow = (time: string) => followFeedback(anybody(time), { slug, secret });
    expect(await follow("2026-11-20T09:00")).toMatchObject({
      number,
      state: "open",
      maySolve: false,
      mayReopen: false,
    });

    const feedbackId = await idOf(number);
    const { feedback, counts } = await listFeedback(lan("2026-11-20T10:00"), { ...all, show: "open" });
    expect(feedback.map((one) => [one.id, one.number, one.late])).toEqual([[feedbackId, number, false]]);
    expect(counts).toMatchObject({ open: 1, late: 0, answered: 0, all: 1 });
    const { seq } = await readFeedback(lan("2026-11-20T10:00"), { feedbackId });
    await answerFeedback(lan("2026-11-20T10:05"), { feedbackId, seen: seq, text: ANSWER });

    const answered = await follow("2026-11-20T11:00");
    expect(answered).toMatchObject({ state: "answered", maySolve: true, mayReopen: true });
    expect(answered.steps.map(({ kind, text }) => [kind, text])).toEqual([
      ["received", ""],
      ["answered", ANSWER],
    ]);
    // Who answered is the office's own affair.
    expect(JSON.stringify(answered)).not.toContain("Lan");
    await solveFeedback(anybody("2026-11-20T12:00"), { slug, secret });
    await solveFeedback(anybody("2026-11-20T12:01"), { slug, secret });
    expect(await follow("2026-11-20T13:00")).toMatchObject({ state: "solved", maySolve: false, mayReopen: true });
    expect((await auditLog(database, unitId)).map(({ action, actor }) => [action, actor === "citizen"])).toEqual([
      ["feedback.receive", true],
      ["feedback.list", false],
      ["feedback.read", false],
      ["feedback.answered", false],
      ["feedback.solved", true],
    ]);
  });

  it("begins again when the citizen says that it is not solved, for a whole term, three times at most", async () => {
    const { slug, lan, anybody, tell, idOf } = await listeningUnit(database);
    const { number, secret } = await tell();
    const feedbackId = await idOf(number);
    const again = (time: string) => reopenFeedback(anybody(time), { slug, secret, text: "Ghế mới cũng hỏng rồi." });
    await expect(again("2026-11-20T09:00")).rejects.toMatchObject({ key: "feedback.notAgain" });
    for (let round = 0; round < 3; round++) {
      const { seq } = await readFeedback(lan("2026-11-20T10:00"), { feedbackId });
      await answerFeedback(lan("2026-11-20T10:05"), { feedbackId, seen: seq, text: ANSWER });
      await again("2026-11-23T08:00");
      const shown = await followFeedback(anybody("2026-11-23T09:00"), { slug, secret });
      expect([shown.state, shown.dueAt]).toEqual(["open", moment("2026-11-27T08:00")]);
    }
    const { seq } = await readFeedback(lan("2026-11-23T10:00"), { feedbackId });
    await answerFeedback(lan("2026-11-23T10:05"), { feedbackId, seen: seq, text: ANSWER });
    expect(await followFeedback(anybody("2026-11-23T11:00"), { slug, secret })).toMatchObject({ mayReopen: false });
    await expect(again("2026-11-23T11:00")).rejects.toMatchObject({ key: "feedback.notAgain" });
  });

  it("is answered once by two who answer at once; an answer put right stands beside the first", async () => {
    const { slug, lan, chairman, anybody, tell, idOf } = await listeningUnit(database);
    const { number, secret } = await tell();
    const feedbackId = await idOf(number);
    const both = await Promise.allSettled(
      [lan, chairman].map((who) => answerFeedback(who("2026-11-20T10:00"), { feedbackId, seen: 1, text: ANSWER })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { key: "feedback.changed" } });
    await answerFeedback(lan("2026-11-20T11:00"), { feedbackId, seen: 2, text: "Ghế mới đến chiều mai mới có." });
    const { steps, state } = await followFeedback(anybody("2026-11-20T12:00"), { slug, secret });
    expect([state, steps.map(({ kind }) => kind)]).toEqual(["answered", ["received", "answered", "corrected"]]);
    const { answeredAt } = await readFeedback(lan("2026-11-20T12:00"), { feedbackId });
    expect(answeredAt).toEqual(moment("2026-11-20T10:00"));
  });

  it("counts without gap and apart by year, for many at once too", async () => {
    const { tell, lan } = await listeningUnit(database);
    const sent = await Promise.all(Array.from({ length: 12 }, (_, i) => tell({}, START, `198.51.100.${i}`)));
    expect(sent.map(({ number }) => number).sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `${String(i + 1).padStart(2, "0")}/2026`),
    );
    expect((await tell({}, "2027-01-04T08:00")).number).toBe("01/2027");
    const found = await listFeedback(lan("2027-01-04T09:00"), { ...all, q: "12/2026" });
    expect(found.feedback.map(({ number }) => number)).toEqual(["12/2026"]);
  });

  it("is typed in by the desk when it came by telephone, once for a form sent twice", async () => {
    const { unitId, lan, mttq } = await listeningUnit(database);
    const told = {
      key: crypto.randomUUID(),
      source: "phone",
      topic: "procedure",
      text: "Phải chờ lâu quá ở quầy hộ tịch.",
      place: "",
      contact: { name: "Trần Văn D", phone: "0912345678", email: "" },
    } as const;
    const first = await enterFeedback(lan("2026-11-20T09:00"), told);
    expect(first).toMatchObject({ number: "01/2026", shown: true });
    expect(await enterFeedback(lan("2026-11-20T09:01"), told)).toEqual(first);
    await expect(enterFeedback(mttq("2026-11-20T09:02"), told)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toEqual(["feedback.receive"]);
  });
});

describe("who sees what", () => {
  it("shows what is said of staff to those who lead and to whom they give it", async () => {
    const { lan, chairman, mttq, tell, idOf } = await listeningUnit(database);
    const { number } = await tell({ topic: "staff", text: "Cán bộ ở quầy số 2 nói năng khó nghe." });
    const feedbackId = await idOf(number);
    const at = "2026-11-20T10:00";
    for (const who of [lan, mttq]) {
      expect((await listFeedback(who(at), all)).counts.all).toBe(0);
      await expect(readFeedback(who(at), { feedbackId })).rejects.toMatchObject({ key: "feedback.notFound" });
    }
    await expect(answerFeedback(lan(at), { feedbackId, seen: 1, text: ANSWER })).rejects.toMatchObject({
      key: "feedback.notFound",
    });
    const { people } = await readFeedback(chairman(at), { feedbackId });
    expect(people.map(({ name }) => name)).toEqual(["Lê Thị Lan", "Nguyễn Văn Chủ"]);
    await assignFeedback(chairman(at), { feedbackId, seen: 1, staffId: lan(at).actor.staffId });
    expect((await listFeedback(lan(at), { ...all, show: "mine" })).feedback).toHaveLength(1);
    await answerFeedback(lan(at), { feedbackId, seen: 2, text: ANSWER });
  });

  it("closes to the desk what a leader finds to be about staff, and tells the citizen nothing of it", async () => {
    const { unitId, slug, lan, chairman, anybody, tell, idOf } = await listeningUnit(database);
    const { number, secret } = await tell({ topic: "praise", text: "Khen thì khen, nhưng cán bộ quầy 2 gắt gỏng." });
    const feedbackId = await idOf(number);
    const at = "2026-11-20T10:00";
    expect(await readFeedback(lan(at), { feedbackId })).toMatchObject({ needsAnswer: false });
    const sort = { feedbackId, seen: 1, topic: "staff" } as const;
    await expect(sortFeedback(lan(at), sort)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await sortFeedback(chairman(at), sort);
    await expect(readFeedback(lan(at), { feedbackId })).rejects.toMatchObject({ key: "feedback.notFound" });
    expect(await readFeedback(chairman(at), { feedbackId })).toMatchObject({ topic: "staff", needsAnswer: true });
    const { steps } = await followFeedback(anybody(at), { slug, secret });
    expect(steps.map(({ kind }) => kind)).toEqual(["received"]);
    const [row] = await database.root<{ waits: boolean }[]>`
      select next_remind_at is not null as waits from feedback where unit_id = ${unitId}`;
    expect(row?.waits).toBe(true);
  });

  it("keeps who gave it out of lists and pages; each look is logged, and who gave it can take it back", async () => {
    const { unitId, slug, lan, mttq, anybody, tell, idOf } = await listeningUnit(database);
    const who = { name: "Trần Thị Kín", phone: "0987654321", email: "kin@example.com" };
    const { number, secret } = await tell({ contact: who });
    const feedbackId = await idOf(number);
    const at = "2026-11-20T10:00";
    const shown = [await listFeedback(lan(at), all), await readFeedback(lan(at), { feedbackId })];
    const followed = await followFeedback(anybody(at), { slug, secret });
    for (const one of [...shown, followed]) {
      expect(JSON.stringify(one)).not.toMatch(/Kín|0987654321|example\.com/);
    }
    await expect(revealContact(mttq(at), { feedbackId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await revealContact(lan(at), { feedbackId })).toEqual(who);
    expect((await auditLog(database, unitId)).at(-1)).toMatchObject({
      action: "feedback.reveal-contact",
      actor: lan(at).actor.staffId,
      subject: feedbackId,
    });
    await removeContact(anybody(at), { slug, secret });
    await expect(revealContact(lan(at), { feedbackId })).rejects.toMatchObject({ key: "feedback.noContact" });
    expect(await database.root`select 1 from feedback_contact where unit_id = ${unitId}`).toHaveLength(0);
  });

  it("shows and changes nothing of another unit, by id or by a secret of it", async () => {
    const one = await listeningUnit(database);
    const other = await listeningUnit(database);
    const { number, secret } = await one.tell();
    const feedbackId = await one.idOf(number);
    const at = "2026-11-20T10:00";
    expect((await listFeedback(other.chairman(at), all)).counts.all).toBe(0);
    await expect(readFeedback(other.chairman(at), { feedbackId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answerFeedback(other.chairman(at), { feedbackId, seen: 1, text: ANSWER })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(followFeedback(other.anybody(at), { slug: other.slug, secret })).rejects.toMatchObject({
      key: "feedback.notFound",
    });
    await expect(answerFeedback(one.mttq(at), { feedbackId, seen: 1, text: ANSWER })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    // A role in one unit gives nothing in another.
    await expect(listFeedback({ ...other.lan(at), unitId: one.unitId }, all)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("what is not dealt with here", () => {
  it("is declined by those who lead with a reason that the citizen reads, and can be taken up again", async () => {
    const { slug, lan, chairman, anybody, tell, idOf } = await listeningUnit(database);
    const { number, secret, dueAt } = await tell();
    const feedbackId = await idOf(number);
    const at = "2026-11-20T10:00";
    const text = "Việc này do Công ty Công viên cây xanh phụ trách, chúng tôi đã chuyển.";
    const decline = { feedbackId, seen: 1, reason: "elsewhere", text } as const;
    await expect(declineFeedback(lan(at), decline)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await declineFeedback(chairman(at), decline);
    const declined = await followFeedback(anybody(at), { slug, secret });
    expect(declined).toMatchObject({ state: "declined", reason: "elsewhere", mayReopen: true });
    expect(declined.steps.at(-1)).toMatchObject({ kind: "declined", text, reason: "elsewhere" });
    await expect(restoreFeedback(lan(at), { feedbackId, seen: 2 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await restoreFeedback(chairman(at), { feedbackId, seen: 2 });
    expect(await readFeedback(chairman(at), { feedbackId })).toMatchObject({ state: "open", dueAt, needsAnswer: true });
    await declineFeedback(chairman(at), { ...decline, seen: 3, reason: "spam" });
    expect(await followFeedback(anybody(at), { slug, secret })).toMatchObject({ mayReopen: false });
    await expect(reopenFeedback(anybody(at), { slug, secret, text: "Không phải thư rác." })).rejects.toMatchObject({
      key: "feedback.notAgain",
    });
  });
});

it("is found by words without marks, by topic, and what waits stands by its due date", async () => {
  const { lan, tell } = await listeningUnit(database);
  await tell({ text: "Đèn đường ngõ 12 hỏng đã một tuần.", topic: "neighbourhood", place: "Ngõ 12 Lê Lợi" });
  await tell({ text: "Khen chị Lan nhiệt tình, hướng dẫn dễ hiểu.", topic: "praise", contact: NOTHING });
  const find = (input: object) => listFeedback(lan("2026-11-30T10:00"), { ...all, ...input });
  expect((await find({ q: "le loi den" })).feedback.map(({ topic }) => topic)).toEqual(["neighbourhood"]);
  expect((await find({ topic: "praise" })).feedback).toMatchObject([{ needsAnswer: false, late: false }]);
  expect((await find({ show: "late" })).feedback.map(({ topic }) => topic)).toEqual(["neighbourhood"]);
  expect((await find({ q: "%" })).feedback).toHaveLength(2);
});
