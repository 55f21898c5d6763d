import { findFeedbackMails } from "@gandan/db/find-notices";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fillProcedures, moment } from "../dossier/dossier-test-unit";
import { headerOf, type MailServer, openMailServer, partOf } from "../notice/mail-test-server";
import { type Mailer, openMailer } from "../notice/open-mailer";
import { answerFeedback, declineFeedback } from "./answer-feedback";
import { enterFeedback } from "./enter-feedback";
import { feedbackOf, listeningUnit, NOTHING } from "./feedback-test-unit";
import { followFeedback, removeContact } from "./follow-feedback";
import { beginFeedback, sendFeedback } from "./send-feedback";
import { sendFeedbackMail } from "./send-feedback-mail";

let database: TestDatabase;
let server: MailServer;
let mailer: Mailer;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
  server = await openMailServer();
  mailer = openMailer({ url: server.url, from: "Gần Dân <gop-y@xa.example>", publicUrl: "https://gandan.example" });
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await database.drop();
});
beforeEach(() => {
  server.received.length = 0;
  server.refuse.length = 0;
});

const KEY = Buffer.alloc(32, 7);
const HANH = { ...NOTHING, name: "Nguyễn Thị Hạnh", email: "hanh@thu.example" };
const ANSWER = "Chúng tôi đã thay ghế mới sáng nay, mời Ông/Bà đến dùng.";

/** A unit, and what the worker does with its e-mails. */
async function writingUnit() {
  const unit = await listeningUnit(database);
  const scope = { db: { app: database.app }, unitId: unit.unitId };
  const send = async (time: string) => {
    const ends: string[] = [];
    for (const { unitId, ...which } of await findFeedbackMails(database.worker.sql, moment(time))) {
      if (unitId === unit.unitId) {
        ends.push(await sendFeedbackMail(scope, which, moment(time), { mailer, key: KEY }));
      }
    }
    return ends;
  };
  return { ...unit, scope, send };
}

const linkIn = (mail: Parameters<typeof partOf>[0]) =>
  /https:\/\/gandan\.example\/p\/([\w-]+)\/feedback\/([\w-]{43})/.exec(partOf(mail, "text/plain"));

describe("e-mail to who left an address", () => {
  it("comes at the receipt and with the answer, once each, with the link and not a word that was typed in", async () => {
    const { slug, unitId, lan, anybody, tell, idOf, send } = await writingUnit();
    const { number, secret } = await tell({ contact: HANH });
    const feedbackId = await idOf(number);
    expect(await send("2026-11-20T08:02")).toEqual(["sent"]);
    expect(await send("2026-11-20T08:03")).toEqual([]);
    await answerFeedback(lan("2026-11-20T10:05"), { feedbackId, seen: 1, text: ANSWER });
    expect(await send("2026-11-20T10:06")).toEqual(["sent"]);
    expect(server.received.map(({ to }) => to)).toEqual([[HANH.email], [HANH.email]]);
    const [receipt, answer] = server.received.map((mail) => partOf(mail, "text/plain"));
    expect(receipt).toContain("đã nhận góp ý số 01/2026.");
    expect(receipt).toContain("Chúng tôi trả lời trước 08:01 ngày 26/11/2026.");
    expect(answer).toContain("đã trả lời góp ý số 01/2026.");
    for (const mail of server.received) {
      expect(linkIn(mail)?.slice(1)).toEqual([slug, secret]);
      for (const word of ["Ghế chờ", "ghế mới", "Hạnh", "Nhà văn hóa"]) expect(mail.raw).not.toContain(word);
      expect(headerOf(mail, "Content-Language")).toBe("vi");
    }
    expect(
      (await followFeedback(anybody("2026-11-20T11:00"), { slug, secret: linkIn(server.received[1]!)![2]! })).state,
    ).toBe("answered");
    // The link is kept nowhere, in no form of it that would open anything.
    const kept = await database.root<{ text: string }[]>`
      select row_to_json(m)::text as text from feedback_mail m where unit_id = ${unitId}
      union all select row_to_json(f)::text from feedback f where unit_id = ${unitId}
      union all select row_to_json(a)::text from audit_log a where unit_id = ${unitId}`;
    expect(kept.length).toBeGreaterThan(3);
    for (const { text } of kept) expect(text).not.toContain(secret.slice(22));
    expect(JSON.stringify(kept)).not.toContain(HANH.email);
  });

  it("is written in the language in which they wrote, and to who told it at the desk", async () => {
    const { slug, anybody, lan, send } = await writingUnit();
    const { stamp } = await beginFeedback(anybody("2026-11-20T08:00"), { slug });
    const english = { ...anybody("2026-11-20T08:01"), language: "en" as const };
    await sendFeedback(english, feedbackOf(slug, stamp, { contact: HANH }));
    const told = { topic: "facility", text: "Đèn ngõ 5 hỏng đã một tuần.", place: "", source: "phone" } as const;
    const contact = { ...NOTHING, email: "son@thu.example" };
    await enterFeedback(lan("2026-11-20T08:02"), { ...told, key: crypto.randomUUID(), contact });
    expect(await send("2026-11-20T08:03")).toEqual(["sent", "sent"]);
    const [first, second] = server.received;
    expect(partOf(first!, "text/plain")).toContain("has received feedback 01/2026.");
    expect(headerOf(first!, "Content-Language")).toBe("en");
    expect(second?.to).toEqual([contact.email]);
    expect(linkIn(second!)).not.toBeNull();
  });

  it("does not come without an address, after it was taken away, to rubbish, or days too late", async () => {
    const { slug, lan, chairman, anybody, tell, idOf, send } = await writingUnit();
    await tell({ contact: { ...NOTHING, phone: "0912 345 678" } });
    expect(await send("2026-11-20T08:05")).toEqual([]);
    const two = await tell({ contact: HANH });
    await removeContact(anybody("2026-11-20T08:03"), { slug, secret: two.secret });
    expect(await send("2026-11-20T08:05")).toEqual(["dropped"]);
    await answerFeedback(lan("2026-11-20T09:00"), { feedbackId: await idOf(two.number), seen: 2, text: ANSWER });
    const three = await tell({ contact: HANH });
    expect(await send("2026-11-20T09:01")).toEqual(["sent"]);
    const rubbish = {
      feedbackId: await idOf(three.number),
      seen: 1,
      reason: "spam",
      text: "Không phải góp ý.",
    } as const;
    await declineFeedback(chairman("2026-11-20T09:30"), rubbish);
    const four = await tell({ contact: HANH });
    const elsewhere = { feedbackId: await idOf(four.number), seen: 1, reason: "elsewhere" } as const;
    await declineFeedback(chairman("2026-11-20T09:40"), { ...elsewhere, text: "Đã chuyển cho điện lực." });
    expect(await send("2026-11-24T09:41")).toEqual(["dropped", "dropped"]);
    expect(server.received).toHaveLength(1);
  });

  it("tells the last answer when it was put right before the first was sent; two who answer send one", async () => {
    const { lan, chairman, tell, idOf, send } = await writingUnit();
    const { number } = await tell({ contact: HANH });
    const feedbackId = await idOf(number);
    await send("2026-11-20T08:05");
    const answer = (who: typeof lan, seen: number) =>
      answerFeedback(who("2026-11-20T09:00"), { feedbackId, seen, text: ANSWER }).catch(() => "refused");
    expect(await Promise.all([answer(lan, 1), answer(chairman, 1)])).toContain("refused");
    await answer(lan, 2);
    expect(await Promise.all([send("2026-11-20T09:01"), send("2026-11-20T09:01")])).toContainEqual(["sent"]);
    const texts = server.received.map((mail) => partOf(mail, "text/plain"));
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain("đã sửa lại câu trả lời cho góp ý số 01/2026.");
  });

  it("is tried again when the server is not there, under the same Message-ID, and then given up", async () => {
    const { unitId, tell, send } = await writingUnit();
    await tell({ contact: HANH });
    server.refuse.push(451, 451);
    expect(await send("2026-11-20T08:02")).toEqual(["again"]);
    expect(await send("2026-11-20T08:02")).toEqual([]);
    expect(await send("2026-11-20T08:03")).toEqual(["again"]);
    expect(await send("2026-11-20T08:08")).toEqual(["sent"]);
    const id = headerOf(server.received[0]!, "Message-ID");
    expect(id).toMatch(/^<[0-9a-f-]{36}\.1@xa\.example>$/);
    await tell({ contact: HANH });
    server.refuse.push(550);
    expect(await send("2026-11-20T09:00")).toEqual(["failed"]);
    const rows = await database.root<{ problem: string | null }[]>`
      select problem from feedback_mail where unit_id = ${unitId} and state = 'failed'`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.problem).not.toContain(HANH.email);
  });

  it("writes to one address of receipts so often in a day; the answer comes all the same", async () => {
    const { lan, tell, idOf, send } = await writingUnit();
    const sent = [];
    for (let i = 0; i < 5; i++) {
      sent.push(await tell({ contact: { ...HANH, email: i % 2 ? HANH.email : HANH.email.toUpperCase() } }));
    }
    expect(await send("2026-11-20T08:05")).toEqual(["sent", "sent", "sent"]);
    await answerFeedback(lan("2026-11-20T09:00"), { feedbackId: await idOf(sent[4]!.number), seen: 1, text: ANSWER });
    expect(await send("2026-11-20T09:01")).toEqual(["sent"]);
    await tell({ contact: HANH }, "2026-11-21T08:10");
    expect(await send("2026-11-21T08:15")).toEqual(["sent"]);
  });
});
