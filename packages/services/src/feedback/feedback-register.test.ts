import { watchPublicChanges } from "@gandan/db/public-change";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, fillProcedures } from "../dossier/dossier-test-unit";
import { admitForm } from "../public/admit-form";
import { readResults } from "../public/read-results";
import { answerFeedback, declineFeedback } from "./answer-feedback";
import { exportFeedback } from "./export-feedback";
import { listeningUnit, NOTHING } from "./feedback-test-unit";
import { solveFeedback } from "./follow-feedback";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const ANSWER = "Chúng tôi đã thay ghế mới sáng nay, mời Ông/Bà đến dùng.";
const all = { show: "all", q: "", page: 1 } as const;

describe("the register of feedback as a file", () => {
  it("holds what the filters show with the last answer, nobody's contact, and what the person may see", async () => {
    const { unitId, lan, chairman, tell, idOf } = await listeningUnit(database);
    const other = await listeningUnit(database);
    await other.tell();
    const contact = { name: "Trần Thị Kín", phone: "0912 345 678", email: "kin@thu.example" };
    const first = await tell({ contact });
    await tell({ topic: "staff", text: "Cán bộ nói năng khó nghe với người già." });
    const late = await tell({ text: "Đèn ngõ 5 hỏng đã một tuần." }, "2026-11-10T08:00");
    const feedbackId = await idOf(first.number);
    await answerFeedback(lan("2026-11-20T09:00"), { feedbackId, seen: 1, text: ANSWER });
    await answerFeedback(lan("2026-11-20T10:00"), { feedbackId, seen: 2, text: `${ANSWER} Xin cảm ơn.` });
    const { feedback, total } = await exportFeedback(lan("2026-11-20T11:00"), all);
    expect(total).toBe(2);
    expect(feedback.map(({ number, late, answer }) => [number, late, answer])).toEqual([
      [first.number, false, `${ANSWER} Xin cảm ơn.`],
      [late.number, true, ""],
    ]);
    expect(JSON.stringify(feedback)).not.toMatch(/Kín|0912|kin@/);
    expect((await exportFeedback(chairman("2026-11-20T11:00"), all)).total).toBe(3);
    const found = await exportFeedback(lan("2026-11-20T11:00"), { ...all, q: "den ngo" });
    expect(found.feedback.map(({ number }) => number)).toEqual([late.number]);
    const nobody = { ...lan("2026-11-20T11:00"), actor: { ...lan("2026-11-20T11:00").actor, roles: [] } };
    await expect(exportFeedback(nobody, all)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const log = (await auditLog(database, unitId)).filter(({ action }) => action === "feedback.export");
    expect(log).toHaveLength(3);
  });
});

describe("feedback among the public results", () => {
  it("tells no number below five, counts no rubbish, and by the month of the receipt", async () => {
    const { slug, lan, chairman, anybody, tell, idOf } = await listeningUnit(database);
    const figures = async (month: string) => (await readResults(anybody("2026-11-30T10:00"), { slug, month })).feedback;
    expect(await figures("2026-11")).toEqual({ received: null, inTime: null, solved: null });
    await tell({}, "2026-10-30T08:00");
    const sent = [];
    for (let i = 0; i < 6; i++) sent.push(await tell({}, "2026-11-20T08:00"));
    const idsOf = await Promise.all(sent.map(({ number }) => idOf(number)));
    for (const feedbackId of idsOf.slice(0, 4)) {
      await answerFeedback(lan("2026-11-20T09:00"), { feedbackId, seen: 1, text: ANSWER });
    }
    expect(await figures("2026-11")).toEqual({ received: 6, inTime: null, solved: null });
    // One within the term, one after it.
    await answerFeedback(lan("2026-11-20T09:00"), { feedbackId: idsOf[4]!, seen: 1, text: ANSWER });
    await answerFeedback(lan("2026-11-30T09:00"), { feedbackId: idsOf[5]!, seen: 1, text: ANSWER });
    for (const { secret } of sent.slice(0, 5)) await solveFeedback(anybody("2026-11-30T09:30"), { slug, secret });
    const rubbish = await tell({}, "2026-11-21T08:00");
    const spam = {
      feedbackId: await idOf(rubbish.number),
      seen: 1,
      reason: "spam",
      text: "Không phải góp ý.",
    } as const;
    expect((await figures("2026-11")).received).toBe(7);
    await declineFeedback(chairman("2026-11-21T09:00"), spam);
    expect(await figures("2026-11")).toEqual({ received: 6, inTime: 5, solved: 5 });
    expect(await figures("2026-10")).toEqual({ received: null, inTime: null, solved: null });
  });

  it("lets go of finished pages when feedback comes and when something is done with it", async () => {
    const { unitId, lan, tell, idOf } = await listeningUnit(database);
    const told: (string | null)[] = [];
    watchPublicChanges(database.app, (id) => void told.push(id));
    await vi.waitFor(() => expect(told).toContain(null));
    const { number } = await tell({ contact: NOTHING });
    await vi.waitFor(() => expect(told.filter((id) => id === unitId)).toHaveLength(1));
    await answerFeedback(lan("2026-11-20T09:00"), { feedbackId: await idOf(number), seen: 1, text: ANSWER });
    await vi.waitFor(() => expect(told.filter((id) => id === unitId)).toHaveLength(2));
  });
});

describe("forms with files", () => {
  it("are read so often from an address in an hour, in each unit for itself and for all together", async () => {
    const { slug, anybody } = await listeningUnit(database);
    const ask = (address: string | null, unit = slug, time = "2026-11-20T08:00") =>
      admitForm(anybody(time, address), unit, "feedback");
    for (let i = 0; i < 30; i++) ask("198.51.100.1");
    expect(() => ask("198.51.100.1")).toThrow(expect.objectContaining({ code: "TOO_MANY", key: "feedback.tooMany" }));
    expect(() => ask("198.51.100.1", "xa-khac-1")).not.toThrow();
    expect(() => ask("198.51.100.2")).not.toThrow();
    expect(() => ask("198.51.100.1", slug, "2026-11-20T09:01")).not.toThrow();
    for (let i = 0; i < 300; i++) ask("198.51.100.3", `xa-${Math.floor(i / 30)}`);
    expect(() => ask("198.51.100.3", "xa-moi")).toThrow(expect.objectContaining({ code: "TOO_MANY" }));
  });
});
