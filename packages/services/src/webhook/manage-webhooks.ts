import { randomBytes, randomUUID } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import { type InstallationKey, seal } from "@gandan/auth/seal";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { AddWebhook, DeliveryId, SwitchWebhook, WebhookId } from "@gandan/model/webhook/webhook-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { type AllowedNetworks, addressToReach } from "./address-guard";
import { deliveryBody, insertDeliveries, unitOutside } from "./queue-deliveries";
import { secretOf } from "./send-delivery";

/** Webhooks that a unit has at most. */
const MOST = 10;

const REFUSED = {
  "forbidden-address": "webhook.forbiddenAddress",
  "no-address": "webhook.noAddress",
  "not-https": "webhook.notHttps",
} as const;

/** The only time that the secret is told. */
export interface WebhookSecret {
  webhookId: string;
  secret: string;
}

const newSecret = () => `gds_${randomBytes(32).toString("base64url")}`;
const sealed = (key: InstallationKey, webhookId: string, secret: string) =>
  Buffer.from(seal(key, secretOf(webhookId), secret), "utf8");

async function write(
  ctx: UnitCtx,
  action: string,
  webhookId: string,
  details: Record<string, unknown>,
  work: (sql: TransactionSql) => Promise<void>,
): Promise<void> {
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    await work(sql);
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action, subject: webhookId, details });
  });
}

const lock = (sql: TransactionSql, unitId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks ${unitId}`}, 0))`;

/**
 * Adds an address for the unit's events. The secret is told here and never again.
 * @throws AppError FORBIDDEN; INVALID unit.ended, webhook.forbiddenAddress, webhook.noAddress, webhook.notHttps,
 * webhook.tooMany; CONFLICT webhook.exists
 */
export async function addWebhook(
  ctx: UnitCtx,
  { url, events }: AddWebhook,
  { key, allowed }: { key: InstallationKey; allowed: AllowedNetworks },
): Promise<WebhookSecret> {
  authorize(ctx, "webhook:edit");
  const { unitId, now } = ctx;
  const reached = await addressToReach(new URL(url), allowed);
  if ("problem" in reached) throw new AppError("INVALID", REFUSED[reached.problem]);
  const webhookId = randomUUID();
  const secret = newSecret();
  await write(ctx, "webhook.add", webhookId, { url, events }, async (sql) => {
    await lock(sql, unitId);
    const there = await sql<
      { url: string }[]
    >`select url from webhook where unit_id = ${unitId} and state <> 'removed'`;
    if (there.some((one) => one.url === url)) throw new AppError("CONFLICT", "webhook.exists");
    if (there.length >= MOST) throw new AppError("INVALID", "webhook.tooMany", { most: MOST });
    await sql`
      insert into webhook (unit_id, id, url, secret, events, state, created_by, created_at, updated_at)
      values (${unitId}, ${webhookId}, ${url}, ${sealed(key, webhookId, secret)}, ${events}, 'active',
        ${ctx.actor.staffId}, ${now}, ${now})`;
  });
  return { webhookId, secret };
}

/** @throws AppError NOT_FOUND webhook.notFound */
async function change(sql: TransactionSql, unitId: string, webhookId: string, changing: object): Promise<void> {
  const rows = await sql`
    update webhook set ${sql(changing as Record<string, string>)}
    where unit_id = ${unitId} and id = ${webhookId} and state <> 'removed' returning id`;
  if (rows.length === 0) throw new AppError("NOT_FOUND", "webhook.notFound");
}

/**
 * Gives a webhook another secret, told here and never again; the old one signs nothing more.
 * @throws AppError FORBIDDEN; NOT_FOUND webhook.notFound; INVALID unit.ended
 */
export async function renewSecret(
  ctx: UnitCtx,
  { webhookId }: WebhookId,
  key: InstallationKey,
): Promise<WebhookSecret> {
  authorize(ctx, "webhook:edit");
  const secret = newSecret();
  await write(ctx, "webhook.renew", webhookId, {}, (sql) =>
    change(sql, ctx.unitId, webhookId, { secret: sealed(key, webhookId, secret), updated_at: ctx.now }),
  );
  return { webhookId, secret };
}

/**
 * Switches a webhook off, or on again as if it had never failed.
 * @throws AppError FORBIDDEN; NOT_FOUND webhook.notFound; INVALID unit.ended
 */
export async function switchWebhook(ctx: UnitCtx, { webhookId, on }: SwitchWebhook): Promise<void> {
  authorize(ctx, "webhook:edit");
  await write(ctx, on ? "webhook.on" : "webhook.off", webhookId, {}, (sql) =>
    change(sql, ctx.unitId, webhookId, { state: on ? "active" : "paused", failures: 0, updated_at: ctx.now }),
  );
}

/**
 * Removes a webhook for good; what it was sent stays in the log.
 * @throws AppError FORBIDDEN; NOT_FOUND webhook.notFound; INVALID unit.ended
 */
export async function removeWebhook(ctx: UnitCtx, { webhookId }: WebhookId): Promise<void> {
  authorize(ctx, "webhook:edit");
  await write(ctx, "webhook.remove", webhookId, {}, (sql) =>
    change(sql, ctx.unitId, webhookId, { state: "removed", secret: Buffer.alloc(0), updated_at: ctx.now }),
  );
}

/**
 * Lays out an event that says nothing but that it can be heard, also for a webhook that is off.
 * @throws AppError FORBIDDEN; NOT_FOUND webhook.notFound; INVALID unit.ended
 */
export async function pingWebhook(ctx: UnitCtx, { webhookId }: WebhookId): Promise<void> {
  authorize(ctx, "webhook:edit");
  const { unitId, now } = ctx;
  await write(ctx, "webhook.ping", webhookId, {}, async (sql) => {
    const [row] = await sql`
      select 1 from webhook where unit_id = ${unitId} and id = ${webhookId} and state <> 'removed'`;
    if (!row) throw new AppError("NOT_FOUND", "webhook.notFound");
    const id = randomUUID();
    const body = deliveryBody(id, "ping", await unitOutside(sql, unitId), now, {});
    await insertDeliveries(sql, unitId, [{ id, webhook_id: webhookId, event: "ping", body }], now);
  });
}

/**
 * Sends what could not be delivered once more from the beginning, with the same content and number.
 * @throws AppError FORBIDDEN; NOT_FOUND webhook.deliveryNotFound; CONFLICT webhook.notFailed; INVALID unit.ended
 */
export async function resendDelivery(ctx: UnitCtx, { deliveryId }: DeliveryId): Promise<void> {
  authorize(ctx, "webhook:edit");
  const { unitId, now } = ctx;
  await write(ctx, "webhook.resend", deliveryId, {}, async (sql) => {
    const [row] = await sql<{ state: string; removed: boolean }[]>`
      select d.state, w.state = 'removed' as removed from webhook_delivery d
      join webhook w on w.unit_id = d.unit_id and w.id = d.webhook_id
      where d.unit_id = ${unitId} and d.id = ${deliveryId} for update of d`;
    if (!row || row.removed) throw new AppError("NOT_FOUND", "webhook.deliveryNotFound");
    if (row.state !== "failed") throw new AppError("CONFLICT", "webhook.notFailed");
    await sql`
      update webhook_delivery set state = 'waiting', attempts = 0, send_at = ${now}, ended_at = null
      where unit_id = ${unitId} and id = ${deliveryId}`;
  });
}
