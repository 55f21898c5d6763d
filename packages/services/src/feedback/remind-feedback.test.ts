import { findFeedbackReminders } from "@gandan/db/find-notices";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { listNotices } from "@gandan/model/notice/notice-inputs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { readLetter } from "../letter/read-letter";
import { composeMail } from "../notice/compose-mail";
import { listNotices as list } from "../notice/list-notices";
import { changeNoticeChoice } from "../notice/notice-choice";
import { answerFeedback, assignFeedback } from "./answer-feedback";
import { listeningUnit } from "./feedback-test-unit";
import { readFeedback } from "./read-feedback";
import { remindFeedback } from "./remind-feedback";
import { thankFeedback } from "./thank-feedback";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const text = "Chúng tôi đã làm xong việc này.";

/** A unit as the worker sees it, and the reminders of a person. */
async function remindedUnit() {
  const unit = await listeningUnit(database);
  const scope = { db: { app: database.app }, unitId: unit.unitId };
  const tick = (time: string) => remindFeedback(scope, moment(time));
  const noticesOf = async (who: typeof unit.lan, time: string) => {
    const { notices } = await list(who(time), listNotices.parse({ show: "all" }));
    return notices.map(({ area, code, kind, withdrawn }) => `${area} ${code} ${kind}${withdrawn ? " over" : ""}`);
  };
  return { ...unit, tick, noticesOf };
}

it("reminds the desk before the due date and the chairman after it, once each, and takes it back with the answer", async () => {
  const { unitId, lan, chairman, tell, idOf, tick, noticesOf } = await remindedUnit();
  // Due on Thursday 26 at 08:01.
  const { number } = await tell();
  const due = (time: string) => findFeedbackReminders(database.worker.sql, moment(time));
  expect(await due("2026-11-25T07:30")).toEqual([]);
  expect(await due("2026-11-25T08:01")).toContainEqual({ unitId });
  expect(await tick("2026-11-25T07:30")).toBe(0);
  expect(await tick("2026-11-25T08:05")).toBe(1);
  expect(await tick("2026-11-25T08:06")).toBe(0);
  expect(await noticesOf(lan, "2026-11-25T09:00")).toEqual([`feedback ${number} before-due`]);
  expect(await noticesOf(chairman, "2026-11-25T09:00")).toEqual([]);
  await tick("2026-11-25T16:00");
  await tick("2026-11-27T07:05");
  expect(await noticesOf(chairman, "2026-11-27T09:00")).toEqual([`feedback ${number} late`]);
  expect(await tick("2026-12-31T09:00")).toBe(0);
  await answerFeedback(lan("2026-11-27T10:00"), { feedbackId: await idOf(number), seen: 1, text });
  expect(await noticesOf(chairman, "2026-11-27T11:00")).toEqual([`feedback ${number} late over`]);
});

it("reminds whom it was given to; of staff only the chairman; of what was answered or wants no answer nobody", async () => {
  const { lan, chairman, tell, idOf, tick, noticesOf } = await remindedUnit();
  const given = await tell();
  const staffId = lan("2026-11-20T09:00").actor.staffId;
  await assignFeedback(chairman("2026-11-20T09:00"), { feedbackId: await idOf(given.number), seen: 1, staffId });
  const ofStaff = await tell({ topic: "staff", text: "Cán bộ quầy 2 nói năng khó nghe." });
  await tell({ topic: "praise" });
  const answered = await tell();
  await answerFeedback(lan("2026-11-20T10:00"), { feedbackId: await idOf(answered.number), seen: 1, text });
  await tick("2026-11-25T08:05");
  expect(await noticesOf(lan, "2026-11-25T09:00")).toEqual([`feedback ${given.number} before-due`]);
  expect(await noticesOf(chairman, "2026-11-25T09:00")).toEqual([`feedback ${ofStaff.number} before-due`]);
});

it("goes into the e-mail of those who want it, with the number and nothing of the citizen", async () => {
  const { unitId, lan, tell, tick } = await remindedUnit();
  await changeNoticeChoice(lan("2026-11-20T08:00"), { address: "lan@xa.example", mailOn: true, kinds: ["before-due"] });
  const contact = { name: "Trần Thị Kín", phone: "0987654321", email: "" };
  const { number } = await tell({ contact });
  await tick("2026-11-25T08:05");
  expect(await database.root`select 1 from notice_mail_item where unit_id = ${unitId}`).toHaveLength(1);
  const line = { area: "feedback", kind: "before-due", code: number, procedureName: null, subjectId: "1" } as const;
  const dueAt = moment("2026-11-26T08:01");
  const mail = composeMail("Phường Thử", "https://xa.example/u/thu", [{ ...line, dueAt }]);
  expect(mail.subject).toBe("Nhắc việc – Phường Thử: Góp ý sắp đến hạn trả lời (1)");
  expect(mail.text).toContain(`- ${number}: Góp ý của người dân, hạn trả lời 08:01 ngày 26/11/2026`);
  expect(mail.text).toContain("https://xa.example/u/thu/feedback/1");
});

it("drafts one letter of thanks to who left a name, and none to nobody", async () => {
  const { unitId, lan, mttq, tell, idOf } = await remindedUnit();
  const at = "2026-11-20T10:00";
  const { number } = await tell({ contact: { name: "Trần Văn D", phone: "0912345678", email: "" } });
  const feedbackId = await idOf(number);
  await expect(thankFeedback(mttq(at), { feedbackId, seen: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const both = await Promise.allSettled([1, 2].map(() => thankFeedback(lan(at), { feedbackId, seen: 1 })));
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { letterId } = await readFeedback(lan(at), { feedbackId });
  const { content, preview } = await readLetter(lan(at), { letterId: letterId! });
  expect(content).toMatchObject({ addressee: "Trần Văn D" });
  expect(JSON.stringify(preview)).toContain(`gửi góp ý số ${number} đến chúng tôi`);
  expect(await database.root`select 1 from letter where unit_id = ${unitId}`).toHaveLength(1);
  expect((await auditLog(database, unitId)).map(({ action }) => action)).toContain("feedback.thanked");
  const nobody = await tell();
  await expect(thankFeedback(lan(at), { feedbackId: await idOf(nobody.number), seen: 1 })).rejects.toMatchObject({
    key: "feedback.noName",
  });
});
