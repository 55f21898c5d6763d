import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import type { ListDeliveries, WebhookEvent } from "@gandan/model/webhook/webhook-inputs";
import type { PostProblem } from "./post-signed";

export interface ListedWebhook {
  id: string;
  url: string;
  events: WebhookEvent[];
  state: "active" | "paused" | "disabled";
  failures: number;
  createdAt: Date;
  createdBy: string | null;
}

export interface ListedDelivery {
  id: string;
  webhookId: string;
  url: string;
  event: WebhookEvent | "ping";
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  status: number | null;
  problem: PostProblem | "off" | null;
  createdAt: Date;
  /** Of what waits: the next try. */
  sendAt: Date;
  endedAt: Date | null;
  /** Whether it can be sent once more. */
  mayResend: boolean;
}

export interface WebhookPage {
  webhooks: ListedWebhook[];
  deliveries: ListedDelivery[];
  total: number;
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 20;

/**
 * The unit's webhooks, without their secrets, and the log of what was sent to them, the newest first, 20 a page.
 * @throws AppError FORBIDDEN
 */
export async function listWebhooks(ctx: UnitCtx, input: ListDeliveries): Promise<WebhookPage> {
  authorize(ctx, "webhook:edit");
  const { unitId } = ctx;
  const { webhookId, state, page } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const matching = sql`from webhook_delivery d join webhook w on w.unit_id = d.unit_id and w.id = d.webhook_id
      where d.unit_id = ${unitId} ${webhookId ? sql`and d.webhook_id = ${webhookId}` : sql``}
        ${state ? sql`and d.state = ${state}` : sql``}`;
    const [webhooks, deliveries, [count]] = await Promise.all([
      sql<ListedWebhook[]>`
        select id, url, events, state, failures, created_at as "createdAt",
          (select name from staff where id::text = w.created_by) as "createdBy"
        from webhook w where unit_id = ${unitId} and state <> 'removed' order by created_at, id`,
      sql<ListedDelivery[]>`
        select d.id, d.webhook_id as "webhookId", w.url, d.event, d.state, d.attempts, d.status, d.problem,
          d.created_at as "createdAt", d.send_at as "sendAt", d.ended_at as "endedAt",
          d.state = 'failed' and w.state <> 'removed' as "mayResend"
        ${matching} order by d.created_at desc, d.id desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ total: number }[]>`select count(*)::int as total ${matching}`,
    ]);
    return { webhooks, deliveries, total: count?.total ?? 0, page, pageSize: PAGE_SIZE };
  });
}
