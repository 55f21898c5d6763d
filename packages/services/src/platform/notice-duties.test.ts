import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillProcedures, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { openMailServer, partOf } from "../notice/mail-test-server";
import { changeNoticeChoice } from "../notice/notice-choice";
import { remindedUnit } from "../notice/notice-test-unit";
import { allowedNetworks } from "../webhook/address-guard";
import { addWebhook } from "../webhook/manage-webhooks";
import { openReceiver } from "../webhook/webhook-test-receiver";
import { openWorker } from "./open-worker";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const key = Buffer.alloc(32, 9);
const NETWORKS = { GANDAN_WEBHOOK_NETWORKS: "127.0.0.1" };

test("a worker tells what has come, sends the e-mail and the event, and then finds nothing to do", async () => {
  const [mails, receiver] = await Promise.all([openMailServer(), openReceiver()]);
  const unit = await remindedUnit(database);
  await changeNoticeChoice(unit.minh("2026-11-12T08:00"), {
    address: "minh@xa.example",
    mailOn: true,
    kinds: ["before-due"],
  });
  await addWebhook(
    unit.chairman("2026-11-12T08:00"),
    { url: receiver.url, events: ["reminder.before-due"] },
    { key, allowed: allowedNetworks(NETWORKS as unknown as NodeJS.ProcessEnv) },
  );
  await recordAll(unit.desk("2026-11-12T08:20"), [takenIn("HS-1", "2026-11-12T08:20", "2026-11-17T08:20")]);
  await unit.tick("2026-11-16T08:20");
  // As if it had been told just now, by the clock that the worker has.
  await database.root`update notice set issued_at = now()`;
  await database.root`update dossier set next_remind_at = now() - interval '1 minute'`;

  const env = {
    ...process.env,
    ...NETWORKS,
    DATABASE_URL: database.url,
    GANDAN_SECRET_KEY: key.toString("base64"),
    GANDAN_SMTP_URL: mails.url,
    GANDAN_MAIL_FROM: "nhac-viec@xa.example",
  };
  const worker = openWorker(env);
  const { signal } = new AbortController();
  const round = async () => [
    await worker.issueNotices(signal),
    await worker.sendMails(signal),
    await worker.sendDeliveries(signal),
  ];
  expect(await round()).toEqual([true, true, true]);
  expect(await round()).toEqual([false, false, false]);
  expect(mails.received.map((mail) => partOf(mail, "text/plain").match(/^- \S+/m)?.[0])).toEqual(["- HS-1:"]);
  expect(receiver.received.map(({ headers }) => headers["x-gandan-event"])).toEqual(["reminder.before-due"]);
  await worker.close();
  await Promise.all([mails.close(), receiver.close()]);
});

test("settings that are half made are told at the start, and none at all are none", async () => {
  const env = { ...process.env, DATABASE_URL: database.url };
  expect(() => openWorker({ ...env, GANDAN_SMTP_URL: "smtp://127.0.0.1" })).toThrow(/GANDAN_MAIL_FROM/);
  expect(() => openWorker({ ...env, GANDAN_WEBHOOK_NETWORKS: "nhà" })).toThrow(/GANDAN_WEBHOOK_NETWORKS/);
  const worker = openWorker(env);
  expect(await worker.sendMails(new AbortController().signal)).toBe(false);
  await worker.close();
});
