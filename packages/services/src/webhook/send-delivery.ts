import { type InstallationKey, unseal } from "@gandan/auth/seal";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import type { AllowedNetworks } from "./address-guard";
import { type PostAnswer, postSigned } from "./post-signed";

type DeliveryEnd = "delivered" | "again" | "failed" | "gone";

const MINUTE = 60_000;
/** Waits after each failure; after the last of them it is given up. */
const WAITS = [1, 5, 30, 120, 360].map((minutes) => minutes * MINUTE);
/** Longer than a try takes: by then whoever began it is gone. */
const LEASE = 2 * MINUTE;
/** Deliveries given up one after the other until the webhook is switched off. */
const MOST_FAILURES = 5;
/** The receiver says that it is no more. */
const GONE = 410;

interface Claimed {
  webhookId: string;
  event: string;
  body: string;
  attempts: number;
  url: string;
  secret: Buffer;
  state: "active" | "paused" | "disabled" | "removed";
}

/** What stands for a webhook's secret when it is sealed: it opens in its own row only. */
export const secretOf = (webhookId: string) => `webhook ${webhookId}`;

/**
 * Sends one delivery. What does not arrive is tried again after 1, 5, 30, 120 and 360 minutes and then given up; five
 * given up one after the other, or a receiver that says it is gone, switch the webhook off. A worker that is killed
 * between the receiver's answer and ours sends it once more, under the same X-GanDan-Delivery.
 */
export async function sendDelivery(
  scope: UnitScope,
  deliveryId: string,
  now: Date,
  { key, allowed }: { key: InstallationKey; allowed: AllowedNetworks },
): Promise<DeliveryEnd> {
  const { unitId } = scope;
  const claimed = await inUnit(scope, async (_tx, sql) => {
    const [row] = await sql<Claimed[]>`
      update webhook_delivery d set attempts = attempts + 1, send_at = ${new Date(now.getTime() + LEASE)}
      from webhook w
      where d.unit_id = ${unitId} and w.unit_id = d.unit_id and w.id = d.webhook_id and d.id = (
        select id from webhook_delivery where unit_id = ${unitId} and id = ${deliveryId} and state = 'waiting'
          and send_at <= ${now} for update skip locked)
      returning d.webhook_id as "webhookId", d.event, d.body, d.attempts, w.url, w.secret, w.state`;
    return row;
  });
  if (!claimed) return "gone";
  const { webhookId, event, body, attempts, url, secret, state } = claimed;
  // Nothing is kept for a webhook that is off: sent later it would be no news.
  const off = state === "removed" || (state !== "active" && event !== "ping");
  const answer: PostAnswer | { status: null; problem: "off" } = off
    ? { status: null, problem: "off" }
    : await postSigned(
        url,
        unseal(key, secretOf(webhookId), secret.toString("utf8")),
        { id: deliveryId, event, body, at: now },
        allowed,
      );
  const arrived = answer.problem === null;
  const final = off || answer.status === GONE || event === "ping";
  const wait = arrived || final ? undefined : WAITS[attempts - 1];
  const end: DeliveryEnd = arrived ? "delivered" : wait === undefined ? "failed" : "again";
  await inUnit(scope, async (_tx, sql) => {
    const [mine] = await sql`
      update webhook_delivery set status = ${answer.status}, problem = ${answer.problem},
        state = ${end === "again" ? "waiting" : end}, ended_at = ${end === "again" ? null : now},
        send_at = ${wait === undefined ? now : new Date(now.getTime() + wait)}
      where unit_id = ${unitId} and id = ${deliveryId} and state = 'waiting' and attempts = ${attempts} returning id`;
    if (!mine || off) return;
    if (arrived) {
      await sql`
        update webhook set failures = 0 where unit_id = ${unitId} and id = ${webhookId} and failures > 0`;
    } else if (end === "failed" && event !== "ping") {
      await sql`
        update webhook set failures = failures + 1, updated_at = ${now},
          state = case when state = 'active' and (${answer.status === GONE} or failures + 1 >= ${MOST_FAILURES})
            then 'disabled' else state end
        where unit_id = ${unitId} and id = ${webhookId}`;
    }
  });
  return end;
}
