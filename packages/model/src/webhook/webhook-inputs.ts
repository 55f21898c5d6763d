import { z } from "zod";

/** What a unit's events are called outside. */
export const WEBHOOK_EVENTS = [
  "reminder.before-due",
  "reminder.late",
  "reminder.to-close",
  "reminder.weekend",
  "reminder.weekend-close",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

const url = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { username, password, hash } = new URL(text);
    return username === "" && password === "" && hash === "";
  }, "url");
const events = z.array(z.enum(WEBHOOK_EVENTS)).min(1);

/** An address to which a unit sends its events. */
export const addWebhook = z.object({ url, events });
export type AddWebhook = z.infer<typeof addWebhook>;

export const webhookId = z.object({ webhookId: z.uuid() });
export type WebhookId = z.infer<typeof webhookId>;

/** Whether events go to it: switched off by hand it waits, switched on it forgets what failed. */
export const switchWebhook = webhookId.extend({ on: z.boolean() });
export type SwitchWebhook = z.infer<typeof switchWebhook>;

export const deliveryId = z.object({ deliveryId: z.uuid() });
export type DeliveryId = z.infer<typeof deliveryId>;

/** Deliveries as the log shows them. */
export const listDeliveries = z.object({
  webhookId: z.uuid().optional(),
  state: z.enum(["waiting", "delivered", "failed"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListDeliveries = z.infer<typeof listDeliveries>;
