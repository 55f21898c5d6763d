import type { UnitCtx } from "@gandan/auth/unit-context";
import { findMails } from "@gandan/db/find-notices";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { changeNoticeChoice as choiceInput } from "@gandan/model/notice/notice-inputs";
import { MAIL_KINDS, type MailKind } from "@gandan/model/notice/notice-kinds";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fillProcedures, moment } from "../dossier/dossier-test-unit";
import { personOf } from "../letter/letter-test-unit";
import { informOfficer, replyToResult } from "../officer-result/follow-officer-result";
import { keepOfficerResults } from "../officer-result/keep-officer-results";
import { countAnswers, surveyedUnit } from "../officer-result/officer-test-unit";
import { listOfficerResults } from "../officer-result/read-officer-results";
import { remindPublications } from "../publication/remind-publications";
import { remindQuota } from "../survey/remind-quota";
import { headerOf, type MailServer, openMailServer, partOf } from "./mail-test-server";
import { changeNoticeChoice, readNoticeChoice } from "./notice-choice";
import { type Mailer, openMailer } from "./open-mailer";
import { sendMail } from "./send-mail";

let database: TestDatabase;
let server: MailServer;
let mailer: Mailer;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
  server = await openMailServer();
  mailer = openMailer({ url: server.url, from: "nhac-viec@xa.example", publicUrl: "https://gandan.example" });
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await database.drop();
});
beforeEach(() => {
  server.received.length = 0;
});

const HOA = "Nguyễn Thị Hoa";

/** A unit with a poorly rated officer; `wants` makes a person want e-mail, `send` does what the worker does. */
async function ratedUnit() {
  const unit = await surveyedUnit(database);
  await countAnswers(database, unit, [{ officer: HOA, counts: [10, 5, 0, 3, 2] }]);
  const scope = { db: { app: database.app }, unitId: unit.unitId };
  const wants = (ctx: UnitCtx, kinds: readonly MailKind[] = MAIL_KINDS) =>
    changeNoticeChoice(ctx, { address: `${ctx.actor.staffId}@xa.example`, mailOn: true, kinds: [...kinds] });
  const send = async (time: string) => {
    for (const { unitId, mailId } of await findMails(database.worker.sql, moment(time))) {
      if (unitId === unit.unitId) await sendMail(scope, mailId, moment(time), mailer);
    }
    return server.received.splice(0).map((mail) => ({
      to: mail.to[0]!.split("@")[0],
      subject: headerOf(mail, "Subject").replace(/Xã Thử \d+/, "Xã Thử"),
      text: partOf(mail, "text/plain").replaceAll("\r\n", "\n"),
      html: partOf(mail, "text/html"),
    }));
  };
  return { ...unit, scope, wants, send };
}

describe("e-mail about an officer's result", () => {
  it("goes to the chairman, to the officer when asked, and back with the reply; no name stands in it", async () => {
    const { scope, chairman, officer, wants, send } = await ratedUnit();
    await Promise.all([wants(chairman), wants(officer)]);
    expect(await keepOfficerResults(scope, moment("2026-10-05T08:00"))).toBe(true);
    const told = await send("2026-10-05T08:01");
    expect(told).toMatchObject([
      {
        to: chairman.actor.staffId,
        subject: "Nhắc việc – Xã Thử: Có cán bộ bị đánh giá không hài lòng vượt mức của mô hình (1)",
        text: expect.stringContaining("- Quý III/2026: Người dân đánh giá cán bộ\n"),
      },
    ]);
    // Counted once, told once.
    expect(await keepOfficerResults(scope, moment("2026-10-05T09:00"))).toBe(false);
    expect(await send("2026-10-05T12:00")).toEqual([]);

    const { officers } = await listOfficerResults(chairman, {});
    const resultId = officers[0]!.id;
    await informOfficer(
      { ...chairman, now: moment("2026-10-06T08:00") },
      { resultId, replyBy: "2026-10-15", text: "" },
    );
    const asked = await send("2026-10-06T08:01");
    expect(asked).toMatchObject([
      {
        to: officer.actor.staffId,
        subject: "Nhắc việc – Xã Thử: Kết quả đánh giá của người dân cần giải trình (1)",
        text: expect.stringContaining("giải trình đến 23:59 ngày 15/10/2026"),
        html: expect.stringContaining(`/surveys/officers/${resultId}"`),
      },
    ]);
    const reply = { resultId, text: "Hôm đó máy chủ của tỉnh hỏng.", onPaper: false };
    await replyToResult({ ...officer, now: moment("2026-10-07T08:00") }, reply);
    const replied = await send("2026-10-07T08:01");
    expect(replied).toMatchObject([
      { to: chairman.actor.staffId, subject: "Nhắc việc – Xã Thử: Cán bộ đã giải trình, chờ quyết định (1)" },
    ]);
    for (const { subject, text, html } of [...told, ...asked, ...replied]) {
      expect(subject + text + html).not.toMatch(/Hoa|máy chủ/);
    }
  });

  it("does not go out when what it tells was not kept", async () => {
    const { unitId, scope, chairman, wants } = await ratedUnit();
    await wants(chairman);
    await database.root.unsafe(`
      create function break_audit() returns trigger language plpgsql as 'begin raise exception ''gone''; end';
      create trigger break_audit before insert on audit_log for each row
        when (new.action = 'officer-result.count' and new.unit_id = '${unitId}') execute function break_audit()`);
    await expect(keepOfficerResults(scope, moment("2026-10-05T08:00"))).rejects.toThrow("gone");
    expect(await database.root`select 1 from notice_mail where unit_id = ${unitId}`).toEqual([]);
    await database.root.unsafe("drop trigger break_audit on audit_log; drop function break_audit()");
  });
});

describe("e-mail before a publication and the end of a quarter", () => {
  it("goes once to who wants it: leaders and keeper of the model a fortnight and three days before", async () => {
    const { unitId, scope, chairman, vice, wants, send } = await ratedUnit();
    const keeper = await personOf(database, unitId, "Hồ Thị Giữ", ["model-keeper"], "2026-10-05T08:00");
    await Promise.all([wants(chairman), wants(vice, ["late"]), wants(keeper, ["publication-due"])]);
    expect(await remindPublications(scope, moment("2026-10-26T08:00"))).toBe(2);
    expect(await remindPublications(scope, moment("2026-10-26T08:00"))).toBe(0);
    const mails = await send("2026-10-26T08:01");
    expect(mails.map(({ to }) => to).sort()).toEqual([chairman.actor.staffId, keeper.actor.staffId].sort());
    expect(mails[0]).toMatchObject({
      subject: "Nhắc việc – Xã Thử: Sắp đến ngày công khai kết quả (1)",
      text: expect.stringContaining(
        "- Kết quả khảo sát sự hài lòng: Công khai kết quả, công khai trước 23:59 ngày 09/11/2026",
      ),
    });
    expect(mails[0]!.text).toMatch(/\/u\/\S+\/publications\n/);
    expect(await remindPublications(scope, moment("2026-11-06T08:00"))).toBe(2);
    expect(await send("2026-11-06T08:01")).toHaveLength(2);
  });

  it("tells MTTQ once of sheets that are lacking, and nothing when there are enough by then", async () => {
    const { unitId, scope, chairman, wants, send } = await ratedUnit();
    const mttq = await personOf(database, unitId, "Vi Văn Mặt", ["mttq"], "2026-12-01T08:00");
    await Promise.all([wants(mttq), wants(chairman)]);
    await database.root`
      update model_version
      set source = jsonb_set(source, '{rules,so-phieu}', '{"kind": "survey.quota", "tiers": [{"share": 0.5}]}')
      where unit_id = ${unitId}`;
    await database.root`
      insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
        received_at, finished_at, last_seq)
      values (${unitId}, 'H-1', '2026-10-03', '2.000815', 'certification', 'direct', 'finished',
        '2026-10-03T02:00:00Z', '2026-10-04T02:00:00Z', 1)`;
    expect(await remindQuota(scope, moment("2026-12-10T08:00"))).toBe(1);
    expect(await remindQuota(scope, moment("2026-12-11T08:00"))).toBe(0);
    expect(await send("2026-12-10T08:01")).toMatchObject([
      {
        to: mttq.actor.staffId,
        subject: "Nhắc việc – Xã Thử: Còn thiếu phiếu khảo sát của quý (1)",
        text: expect.stringMatching(/- Quý IV\/2026: Phiếu khảo sát .*31\/12\/2026\n {2}\S+\/surveys\/progress\n/),
      },
    ]);
    expect(await send("2026-12-12T08:00")).toEqual([]);
  });
});

describe("the choice", () => {
  it("offers each what can reach the person, and of petitions nothing to anybody", async () => {
    const { unitId, chairman, officer } = await ratedUnit();
    const mttq = await personOf(database, unitId, "Vi Văn Mặt", ["mttq"], "2026-10-05T08:00");
    const own = async (ctx: UnitCtx) => (await readNoticeChoice(ctx)).offered.slice(5);
    expect(await own(chairman)).toEqual(["officer-told", "officer-asked", "officer-replied", "publication-due"]);
    expect(await own(officer)).toEqual(["officer-asked", "survey-quota"]);
    expect(await own(mttq)).toEqual(["survey-quota"]);
    const choice = (kind: string) => choiceInput.safeParse({ address: "a@xa.example", mailOn: true, kinds: [kind] });
    expect([choice("officer-told").success, choice("petition-due").success]).toEqual([true, false]);
  });
});
