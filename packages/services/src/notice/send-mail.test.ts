import { findMails } from "@gandan/db/find-notices";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { NOTICE_KINDS } from "@gandan/model/notice/reminder-times";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fillProcedures, happened, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { mailSettings } from "./mail-settings";
import { headerOf, type MailServer, openMailServer, partOf } from "./mail-test-server";
import { changeNoticeChoice, readNoticeChoice } from "./notice-choice";
import { remindedUnit } from "./notice-test-unit";
import { type Mailer, openMailer } from "./open-mailer";
import { readNotices } from "./read-notices";
import { sendMail } from "./send-mail";

let database: TestDatabase;
let server: MailServer;
let mailer: Mailer;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
  server = await openMailServer();
  mailer = openMailer({ url: server.url, from: "Gần Dân <nhac-viec@xa.example>", publicUrl: "https://gandan.example" });
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

const DUE = "2026-11-17T08:20";
const taken = (code: string) =>
  takenIn(code, "2026-11-12T08:20", DUE, [], { applicantName: "Phạm Thị Kín", phone: "0912345678" });
const all = { mailOn: true, kinds: [...NOTICE_KINDS] };

/** A unit whose office keeper wants e-mail, with dossiers due on 17/11; and what the worker does with its e-mails. */
async function mailedUnit(codes: readonly string[] = ["A"]) {
  const unit = await remindedUnit(database);
  await changeNoticeChoice(unit.minh("2026-11-12T08:00"), { ...all, address: "minh@xa.example" });
  await recordAll(unit.desk("2026-11-12T08:20"), codes.map(taken));
  const send = async (time: string) => {
    const ends: string[] = [];
    for (const { unitId, mailId } of await findMails(database.worker.sql, moment(time))) {
      if (unitId === unit.unitId) ends.push(await sendMail(unit.scope, mailId, moment(time), mailer));
    }
    return ends;
  };
  const mails = async () => (await readNoticeChoice(unit.minh("2026-11-20T17:00"))).mails;
  return { ...unit, send, mails };
}

describe("e-mail of reminders", () => {
  it("is one for what has been gathered, in Vietnamese, as text and HTML, without a word about the citizen", async () => {
    const unit = await mailedUnit(["HS <1>", "HS-2", "HS-3"]);
    await unit.tick("2026-11-16T08:20");
    expect(await unit.send("2026-11-16T08:29")).toEqual([]);
    expect(await unit.send("2026-11-16T08:30")).toEqual(["sent"]);
    expect(await unit.send("2026-11-16T08:31")).toEqual([]);

    const [mail] = server.received;
    expect(server.received).toHaveLength(1);
    expect(mail!.to).toEqual(["minh@xa.example"]);
    expect(headerOf(mail!, "Subject")).toMatch(/^Nhắc việc – Xã Thử \d+: Hồ sơ sắp đến hạn \(3\)$/);
    expect(headerOf(mail!, "From")).toBe("Gần Dân <nhac-viec@xa.example>");
    expect(headerOf(mail!, "Auto-Submitted")).toBe("auto-generated");
    const text = partOf(mail!, "text/plain");
    expect(text).toContain("- HS <1>: Chứng thực bản sao, hẹn trả 08:20 ngày 17/11/2026");
    expect(text).toMatch(/https:\/\/gandan\.example\/u\/\S+\/dossiers\/[0-9a-f-]{36}/);
    const html = partOf(mail!, "text/html");
    expect(html).toContain("HS &lt;1&gt;</a>: Chứng thực bản sao");
    expect(html).toContain('lang="vi"');
    expect(text + html).not.toMatch(/Phạm|Kín|0912/);
    expect(await unit.mails()).toMatchObject([
      { state: "sent", attempts: 1, reminders: 3, address: "minh@xa.example", problem: null },
    ]);
  });

  it("tells the list of the week's end in one, a minute after it was made", async () => {
    const unit = await mailedUnit(Array.from({ length: 60 }, (_, i) => `HS-${i}`));
    await database.root`update notice_choice set kinds = '{weekend}' where unit_id = ${unit.unitId}`;
    await unit.tick("2026-11-20T16:00");
    expect(await unit.send("2026-11-20T16:01")).toEqual(["sent"]);
    expect(server.received).toHaveLength(1);
    expect(partOf(server.received[0]!, "text/plain").match(/^- HS-/gm)).toHaveLength(60);
  });

  it("does not come more often than once an hour for single reminders", async () => {
    const unit = await mailedUnit([]);
    await recordAll(unit.desk("2026-11-12T08:20"), [
      takenIn("A", "2026-11-12T08:20", "2026-11-17T08:20"),
      takenIn("B", "2026-11-12T08:20", "2026-11-17T08:50"),
    ]);
    await unit.tick("2026-11-16T08:20");
    expect(await unit.send("2026-11-16T08:30")).toEqual(["sent"]);
    await unit.tick("2026-11-16T08:50");
    expect(await unit.send("2026-11-16T09:19")).toEqual([]);
    expect(await unit.send("2026-11-16T09:20")).toEqual(["sent"]);
  });

  it("leaves out what was done or read meanwhile, and is dropped when nothing is left", async () => {
    const unit = await mailedUnit(["A", "B", "C"]);
    await unit.tick("2026-11-16T08:20");
    await recordAll(unit.desk("2026-11-16T08:25"), [
      { externalCode: "A", events: [happened("2026-11-16T08:25", { type: "finished" })] },
    ]);
    await unit.send("2026-11-16T08:30");
    expect(partOf(server.received[0]!, "text/plain").match(/^- \S+:/gm)).toEqual(["- B:", "- C:"]);

    await unit.tick("2026-11-16T14:20");
    await readNotices(unit.minh("2026-11-16T14:21"), { until: moment("2026-11-16T14:21").toISOString() });
    expect(await unit.send("2026-11-16T14:30")).toEqual(["dropped"]);
    expect((await unit.mails())[0]).toMatchObject({ state: "dropped" });
  });

  it("goes to nobody who has switched it off, lost the role, or never asked for it", async () => {
    const off = await mailedUnit();
    await off.tick("2026-11-16T08:20");
    await changeNoticeChoice(off.minh("2026-11-16T08:25"), { ...all, mailOn: false, address: "minh@xa.example" });
    expect(await off.send("2026-11-16T08:30")).toEqual(["dropped"]);
    const gone = await mailedUnit();
    await gone.tick("2026-11-16T08:20");
    await database.root`update staff_role set valid_to = '2026-11-16' where unit_id = ${gone.unitId}`;
    expect(await gone.send("2026-11-16T08:30")).toEqual(["dropped"]);
    expect(server.received).toEqual([]);
  });

  it("is tried again, longer and longer, and given up with what the server said", async () => {
    const unit = await mailedUnit();
    await unit.tick("2026-11-16T08:20");
    server.refuse.push(451, 451);
    expect(await unit.send("2026-11-16T08:30")).toEqual(["again"]);
    expect((await unit.mails())[0]).toMatchObject({ state: "waiting", attempts: 1, endedAt: null });
    expect((await unit.mails())[0]?.problem).toContain("Hộp thư không nhận");
    expect(await unit.send("2026-11-16T08:30")).toEqual([]);
    expect(await unit.send("2026-11-16T08:31")).toEqual(["again"]);
    expect(await unit.send("2026-11-16T08:35")).toEqual([]);
    expect(await unit.send("2026-11-16T08:36")).toEqual(["sent"]);
    expect((await unit.mails())[0]).toMatchObject({ state: "sent", attempts: 3, problem: null });

    const refused = await mailedUnit();
    await refused.tick("2026-11-16T08:20");
    server.refuse.push(550);
    expect(await refused.send("2026-11-16T08:30")).toEqual(["failed"]);
    expect(await refused.send("2026-11-16T18:30")).toEqual([]);
    expect((await refused.mails())[0]).toMatchObject({ state: "failed", attempts: 1 });
  });

  it("is given up after six tries at a server that does not answer", async () => {
    const unit = await mailedUnit();
    const nobody = openMailer({ url: "smtp://127.0.0.1:1", from: "a@xa.example", publicUrl: null });
    await unit.tick("2026-11-16T08:20");
    const [mail] = await unit.mails();
    const ends: string[] = [];
    for (const minutes of [0, 1, 6, 36, 156, 516, 1000]) {
      const now = new Date(moment("2026-11-16T08:30").getTime() + minutes * 60_000);
      ends.push(await sendMail(unit.scope, mail!.id, now, nobody));
    }
    expect(ends).toEqual(["again", "again", "again", "again", "again", "failed", "gone"]);
    expect((await unit.mails())[0]?.problem).toContain("ECONNREFUSED");
    nobody.close();
  });

  it("is sent once by two workers, and once more when one was killed in between", async () => {
    const unit = await mailedUnit();
    await unit.tick("2026-11-16T08:20");
    await Promise.all([unit.send("2026-11-16T08:30"), unit.send("2026-11-16T08:30")]);
    expect(server.received).toHaveLength(1);

    const killed = await mailedUnit();
    await killed.tick("2026-11-16T08:20");
    const [mail] = await killed.mails();
    // As a worker leaves it that has begun and said nothing more.
    await database.root`
      update notice_mail set attempts = 1, send_at = ${moment("2026-11-16T08:35")} where id = ${mail!.id}`;
    expect(await killed.send("2026-11-16T08:34")).toEqual([]);
    expect(await killed.send("2026-11-16T08:35")).toEqual(["sent"]);
    expect(headerOf(server.received.at(-1)!, "Message-ID")).toBe(`<${mail!.id}@xa.example>`);
  });
});

describe("mailSettings", () => {
  it("reads the environment, and says what is missing", () => {
    const settings = (env: Record<string, string>) => mailSettings(env);
    expect(settings({})).toBeNull();
    expect(settings({ GANDAN_SMTP_URL: "smtp://h:25", GANDAN_MAIL_FROM: "a@b" })).toMatchObject({ publicUrl: null });
    expect(() => settings({ GANDAN_SMTP_URL: "smtp://h:25" })).toThrow(/GANDAN_MAIL_FROM/);
    expect(() => settings({ GANDAN_SMTP_URL: "http://h", GANDAN_MAIL_FROM: "a@b" })).toThrow(/GANDAN_SMTP_URL/);
  });
});
