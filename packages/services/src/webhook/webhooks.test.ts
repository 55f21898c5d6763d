import { createHmac, randomUUID } from "node:crypto";
import { findDeliveries } from "@gandan/db/find-notices";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { addWebhook as input, WEBHOOK_EVENTS } from "@gandan/model/webhook/webhook-inputs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { addPerson, remindedUnit } from "../notice/notice-test-unit";
import { allowedNetworks } from "./address-guard";
import { listWebhooks } from "./list-webhooks";
import { addWebhook, pingWebhook, removeWebhook, renewSecret, resendDelivery, switchWebhook } from "./manage-webhooks";
import { sendDelivery } from "./send-delivery";
import { openReceiver, type Receiver } from "./webhook-test-receiver";

let database: TestDatabase;
let receiver: Receiver;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
  receiver = await openReceiver();
});
afterAll(async () => {
  await receiver.close();
  await database.drop();
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answers.length = 0;
});

const key = Buffer.alloc(32, 5);
const inside = {
  key,
  allowed: allowedNetworks({ GANDAN_WEBHOOK_NETWORKS: "127.0.0.1" }),
};
const outside = { key, allowed: allowedNetworks({}) };
const page = { webhookId: undefined, state: undefined, page: 1 };
const events = [...WEBHOOK_EVENTS];

/** A unit with a webhook, and what the worker does with its deliveries. */
async function hookedUnit() {
  const unit = await remindedUnit(database);
  const boss = unit.chairman("2026-11-12T08:00");
  const { webhookId, secret } = await addWebhook(boss, { url: receiver.url, events }, inside);
  const send = async (time: string, way = inside) => {
    const ends: string[] = [];
    for (const { unitId, deliveryId } of await findDeliveries(database.worker.sql, moment(time))) {
      if (unitId === unit.unitId) ends.push(await sendDelivery(unit.scope, deliveryId, moment(time), way));
    }
    return ends;
  };
  const seen = () => listWebhooks(boss, page);
  const remind = async (codes: readonly string[]) => {
    await recordAll(
      unit.desk("2026-11-12T08:20"),
      codes.map((code) => takenIn(code, "2026-11-12T08:20", "2026-11-17T08:20", [], { applicantName: "Phạm Thị Kín" })),
    );
    await unit.tick("2026-11-16T08:20");
  };
  return { ...unit, boss, webhookId, secret, send, seen, remind };
}

describe("events for webhooks", () => {
  it("are signed over the moment and the body, with the dossiers' codes and nothing of citizens", async () => {
    const unit = await hookedUnit();
    await unit.remind(["HS-1", "HS-2"]);
    expect(await unit.send("2026-11-16T08:20")).toEqual(["delivered"]);
    expect(await unit.send("2026-11-16T08:21")).toEqual([]);
    const [post] = receiver.received;
    expect(receiver.received).toHaveLength(1);
    const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(post!.headers["x-gandan-signature"])) ?? [];
    expect(Number(seconds)).toBe(moment("2026-11-16T08:20").getTime() / 1000);
    expect(createHmac("sha256", unit.secret).update(`${seconds}.${post!.body}`).digest("hex")).toBe(mac);
    const body = JSON.parse(post!.body);
    expect(body).toMatchObject({
      id: post!.headers["x-gandan-delivery"],
      event: "reminder.before-due",
      createdAt: "2026-11-16T01:20:00.000Z",
      data: { reminders: [{ at: "2026-11-16T01:20:00.000Z", dueAt: "2026-11-17T01:20:00.000Z" }, {}] },
    });
    const codes = body.data.reminders.map((one: { dossier: { code: string } }) => one.dossier.code);
    expect(codes.sort()).toEqual(["HS-1", "HS-2"]);
    expect(post!.body).not.toMatch(/Phạm|Kín/);
    expect((await unit.seen()).deliveries).toMatchObject([
      { state: "delivered", status: 200, attempts: 1, problem: null },
    ]);
  });

  it("are tried again, longer and longer, then given up; sent once more by hand", async () => {
    const unit = await hookedUnit();
    await unit.remind(["HS-1"]);
    receiver.answers.push(500, 0, 302, 429, 503, 500);
    const ends: string[] = [];
    for (const time of ["08:20", "08:21", "08:26", "08:56", "10:56", "16:56"]) {
      ends.push(...(await unit.send(`2026-11-16T${time}`)));
    }
    expect(ends).toEqual(["again", "again", "again", "again", "again", "failed"]);
    expect(new Set(receiver.received.map(({ headers }) => headers["x-gandan-delivery"])).size).toBe(1);
    expect(receiver.received.map(({ path }) => path)).not.toContain("/elsewhere");
    const { deliveries, webhooks } = await unit.seen();
    expect(deliveries).toMatchObject([{ state: "failed", status: 500, problem: "status", mayResend: true }]);
    expect(webhooks).toMatchObject([{ state: "active", failures: 1 }]);

    await resendDelivery(unit.boss, { deliveryId: deliveries[0]!.id });
    await expect(resendDelivery(unit.boss, { deliveryId: deliveries[0]!.id })).rejects.toMatchObject({
      key: "webhook.notFailed",
    });
    expect(await unit.send("2026-11-16T17:00")).toEqual(["delivered"]);
    expect((await unit.seen()).webhooks).toMatchObject([{ failures: 0 }]);
  });

  it("stop after five given up one after the other, and at once when the receiver says it is gone; on again by hand", async () => {
    const unit = await hookedUnit();
    await unit.remind(["HS-1"]);
    receiver.answers.push(410);
    expect(await unit.send("2026-11-16T08:20")).toEqual(["failed"]);
    expect((await unit.seen()).webhooks).toMatchObject([{ state: "disabled", failures: 1 }]);
    await unit.tick("2026-11-16T14:20");
    expect((await unit.seen()).total).toBe(1);

    await switchWebhook(unit.boss, { webhookId: unit.webhookId, on: true });
    await database.root`update webhook set failures = 4 where id = ${unit.webhookId}`;
    await unit.tick("2026-11-18T07:00");
    await database.root`update webhook_delivery set attempts = 5 where state = 'waiting' and unit_id = ${unit.unitId}`;
    receiver.answers.push(500);
    expect(await unit.send("2026-11-18T07:00")).toEqual(["failed"]);
    expect((await unit.seen()).webhooks).toMatchObject([{ state: "disabled", failures: 5 }]);
  });

  it("go to nobody while the webhook is off or removed, but a ping that is asked for", async () => {
    const unit = await hookedUnit();
    await unit.remind(["HS-1"]);
    await switchWebhook(unit.boss, { webhookId: unit.webhookId, on: false });
    expect(await unit.send("2026-11-16T08:20")).toEqual(["failed"]);
    expect((await unit.seen()).deliveries).toMatchObject([{ problem: "off", attempts: 1 }]);
    await pingWebhook(unit.boss, { webhookId: unit.webhookId });
    expect(await unit.send("2026-11-16T08:21")).toEqual(["delivered"]);
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({ event: "ping", data: {} });
    await pingWebhook(unit.boss, { webhookId: unit.webhookId });
    await removeWebhook(unit.boss, { webhookId: unit.webhookId });
    expect(await unit.send("2026-11-16T08:22")).toEqual(["failed"]);
    expect((await unit.seen()).webhooks).toEqual([]);
    expect(receiver.received).toHaveLength(1);
  });

  it("never reach an address inside, though it was allowed when the webhook was made", async () => {
    const unit = await hookedUnit();
    await unit.remind(["HS-1"]);
    expect(await unit.send("2026-11-16T08:20", outside)).toEqual(["again"]);
    expect((await unit.seen()).deliveries).toMatchObject([{ problem: "forbidden-address", status: null }]);
    expect(receiver.received).toEqual([]);
  });
});

describe("webhooks of a unit", () => {
  it("tell their secret once; it is sealed in the database, and another one can be had", async () => {
    const unit = await hookedUnit();
    expect(unit.secret).toMatch(/^gds_[\w-]{43}$/);
    expect(JSON.stringify(await unit.seen())).not.toContain(unit.secret);
    const rows = await database.root<{ text: string; secret: Buffer }[]>`
      select w::text as text, secret from webhook w where id = ${unit.webhookId}`;
    expect(rows[0]!.secret.toString("utf8")).not.toContain(unit.secret);
    const renewed = await renewSecret(unit.boss, { webhookId: unit.webhookId }, key);
    expect(renewed.secret).not.toBe(unit.secret);
    await unit.remind(["HS-1"]);
    await unit.send("2026-11-16T08:20");
    const [post] = receiver.received;
    const [, seconds, mac] = /^t=(\d+),v1=(\w+)$/.exec(String(post!.headers["x-gandan-signature"])) ?? [];
    expect(createHmac("sha256", renewed.secret).update(`${seconds}.${post!.body}`).digest("hex")).toBe(mac);
    const audited = await auditLog(database, unit.unitId);
    expect(audited.map(({ action }) => action)).toEqual(["webhook.add", "webhook.renew"]);
    expect(
      JSON.stringify(await database.root`select details from audit_log where unit_id = ${unit.unitId}`),
    ).not.toMatch(/gds_/);
  });

  it("are refused inside, twice, in clear, and in too great a number", async () => {
    const unit = await remindedUnit(database);
    const boss = unit.chairman("2026-11-12T08:00");
    const add = (url: string, way = inside) => addWebhook(boss, { url, events }, way);
    await expect(add(receiver.url, outside)).rejects.toMatchObject({ key: "webhook.forbiddenAddress" });
    await expect(add("http://8.8.8.8/")).rejects.toMatchObject({ key: "webhook.notHttps" });
    await expect(add("https://khong-co.invalid/")).rejects.toMatchObject({ key: "webhook.noAddress" });
    await add(receiver.url);
    await expect(add(receiver.url)).rejects.toMatchObject({ key: "webhook.exists" });
    for (let i = 0; i < 9; i++) await add(`${receiver.url}/${i}`);
    await expect(add(`${receiver.url}/9`)).rejects.toMatchObject({ key: "webhook.tooMany" });
    for (const url of ["ftp://8.8.8.8/", "https://a:b@8.8.8.8/", "https://8.8.8.8/#a", "8.8.8.8"]) {
      expect(input.safeParse({ url, events }).success).toBe(false);
    }
  });

  it("belong to the chairman and the administrator of accounts; other units know nothing of them", async () => {
    const unit = await hookedUnit();
    const other = await hookedUnit();
    const { webhookId } = unit;
    const officer = unit.lan("2026-11-12T08:00");
    const acts = (ctx: typeof officer) => [
      renewSecret(ctx, { webhookId }, key),
      switchWebhook(ctx, { webhookId, on: false }),
      pingWebhook(ctx, { webhookId }),
      removeWebhook(ctx, { webhookId }),
    ];
    for (const act of await Promise.allSettled([...acts(officer), listWebhooks(officer, page)])) {
      expect(act).toMatchObject({ reason: { code: "FORBIDDEN" } });
    }
    for (const act of await Promise.allSettled(acts(other.boss))) {
      expect(act).toMatchObject({ reason: { key: "webhook.notFound" } });
    }
    await expect(resendDelivery(other.boss, { deliveryId: randomUUID() })).rejects.toMatchObject({
      key: "webhook.deliveryNotFound",
    });
    const administrator = await addPerson(database, unit.unitId, "Quản Trị", "administrator");
    expect((await listWebhooks(administrator("2026-11-12T08:00"), page)).webhooks).toMatchObject([{ state: "active" }]);
  });
});
