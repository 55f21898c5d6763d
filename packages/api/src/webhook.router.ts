import { addWebhook, deliveryId, listDeliveries, switchWebhook, webhookId } from "@gandan/model/webhook/webhook-inputs";
import { allowedNetworks } from "@gandan/services/webhook/address-guard";
import { listWebhooks } from "@gandan/services/webhook/list-webhooks";
import {
  addWebhook as add,
  pingWebhook,
  removeWebhook,
  renewSecret,
  resendDelivery,
  switchWebhook as turn,
} from "@gandan/services/webhook/manage-webhooks";
import { router, unitProcedure } from "./trpc";

export const webhookRouter = router({
  list: unitProcedure.input(listDeliveries).query(({ ctx, input }) => listWebhooks(ctx.unit, input)),
  add: unitProcedure
    .input(addWebhook)
    .mutation(({ ctx, input }) => add(ctx.unit, input, { key: ctx.policy.key, allowed: allowedNetworks(process.env) })),
  renew: unitProcedure.input(webhookId).mutation(({ ctx, input }) => renewSecret(ctx.unit, input, ctx.policy.key)),
  switch: unitProcedure.input(switchWebhook).mutation(({ ctx, input }) => turn(ctx.unit, input)),
  ping: unitProcedure.input(webhookId).mutation(({ ctx, input }) => pingWebhook(ctx.unit, input)),
  resend: unitProcedure.input(deliveryId).mutation(({ ctx, input }) => resendDelivery(ctx.unit, input)),
  remove: unitProcedure.input(webhookId).mutation(({ ctx, input }) => removeWebhook(ctx.unit, input)),
});
