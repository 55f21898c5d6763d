import {
  type AddWebhook,
  addWebhook,
  type DeliveryId,
  deliveryId,
  type WebhookId,
  webhookId,
} from "@gandan/model/webhook/webhook-inputs";

export type WebhookForm =
  | { act: "add"; input: AddWebhook }
  | { act: "renew" | "on" | "off" | "ping" | "remove"; input: WebhookId }
  | { act: "resend"; input: DeliveryId }
  | { wrong: "url" | "events" | null; again: { url: string; events: string[] } | null };

const ACTS = ["renew", "on", "off", "ping", "remove"] as const;

/** What a form of the page of webhooks asks for, or which of its fields is wrong, with what was typed. */
export function readWebhookForm(form: FormData): WebhookForm {
  const wanted = form.get("act");
  if (wanted === "add") {
    const again = { url: String(form.get("url") ?? "").trim(), events: form.getAll("events").map(String) };
    const parsed = addWebhook.safeParse(again);
    if (parsed.success) return { act: "add", input: parsed.data };
    const wrong = parsed.error.issues.some(({ path }) => path[0] === "url") ? "url" : "events";
    return { wrong, again };
  }
  if (wanted === "resend") {
    const parsed = deliveryId.safeParse({ deliveryId: form.get("delivery") });
    if (parsed.success) return { act: "resend", input: parsed.data };
  }
  const act = ACTS.find((each) => each === wanted);
  const parsed = webhookId.safeParse({ webhookId: form.get("webhook") });
  return act && parsed.success ? { act, input: parsed.data } : { wrong: null, again: null };
}
