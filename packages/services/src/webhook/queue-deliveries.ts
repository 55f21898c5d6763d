import { randomUUID } from "node:crypto";
import type { WebhookEvent } from "@gandan/model/webhook/webhook-inputs";
import type { TransactionSql } from "postgres";
import type { IssuedNotice } from "../notice/issued-notice";

/** Reminders that one delivery tells of at most. */
const AT_ONCE = 100;

/** The text that is signed and sent: what happened, where, when, and nothing of a citizen but the dossier's code. */
export function deliveryBody(
  id: string,
  event: WebhookEvent | "ping",
  unit: { code: string; name: string },
  now: Date,
  data: object,
): string {
  return JSON.stringify({ id, event, unit, createdAt: now.toISOString(), data });
}

/** Name and code of a unit, as those outside know it. */
export async function unitOutside(sql: TransactionSql, unitId: string): Promise<{ code: string; name: string }> {
  const [unit] = await sql<{ code: string; name: string }[]>`
    select code, name from unit_name where unit_id = ${unitId} order by valid_from desc limit 1`;
  return unit ?? { code: "", name: "" };
}

/** Lays reminders out for the unit's webhooks that want their kind, those of a kind together. */
export async function queueDeliveries(
  sql: TransactionSql,
  unitId: string,
  issued: readonly IssuedNotice[],
  now: Date,
): Promise<void> {
  const webhooks = await sql<{ id: string; events: string[] }[]>`
    select id, events from webhook where unit_id = ${unitId} and state = 'active' for share`;
  if (webhooks.length === 0) return;
  const unit = await unitOutside(sql, unitId);
  const dossiers = await sql<{ id: string; code: string; procedure: string }[]>`
    select id, external_code as code, procedure_code as procedure from dossier
    where unit_id = ${unitId} and id = any(${issued.map(({ dossierId }) => dossierId)}::uuid[])`;
  const byId = new Map(dossiers.map(({ id, ...dossier }) => [id, dossier]));
  const deliveries: Record<string, unknown>[] = [];
  for (const kind of new Set(issued.map((one) => one.kind))) {
    const event: WebhookEvent = `reminder.${kind}`;
    const wanting = webhooks.filter(({ events }) => events.includes(event));
    const ofKind = issued.filter((one) => one.kind === kind);
    for (let from = 0; from < ofKind.length && wanting.length > 0; from += AT_ONCE) {
      const reminders = ofKind.slice(from, from + AT_ONCE).map(({ id, dossierId, at, dueAt }) => ({
        id,
        at: at.toISOString(),
        dueAt: dueAt?.toISOString() ?? null,
        dossier: byId.get(dossierId) ?? null,
      }));
      for (const { id: webhookId } of wanting) {
        const id = randomUUID();
        deliveries.push({ id, webhook_id: webhookId, event, body: deliveryBody(id, event, unit, now, { reminders }) });
      }
    }
  }
  await insertDeliveries(sql, unitId, deliveries, now);
}

/** Lays deliveries out to be sent at once: `id`, `webhook_id`, `event`, `body`. */
export async function insertDeliveries(
  sql: TransactionSql,
  unitId: string,
  deliveries: readonly object[],
  now: Date,
): Promise<void> {
  if (deliveries.length === 0) return;
  await sql`
    insert into webhook_delivery (unit_id, id, webhook_id, event, body, state, send_at, created_at)
    select ${unitId}, r.id, r.webhook_id, r.event, r.body, 'waiting', ${now}, ${now}
    from jsonb_populate_recordset(null::webhook_delivery, ${JSON.stringify(deliveries)}::jsonb) r`;
}
