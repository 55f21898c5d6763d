import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { webhook } from "./webhook";

/** An event on its way to a webhook, with how its last try ended. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    webhookId: uuid().notNull(),
    event: text().notNull(),
    /** The very bytes that are signed and sent, as JSON text. */
    body: text().notNull(),
    state: text({ enum: ["waiting", "delivered", "failed"] }).notNull(),
    /** The next try; moved ahead while one is under way. */
    sendAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** HTTP status of the last answer. */
    status: integer(),
    problem: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    index("webhook_delivery_waiting_idx").on(t.sendAt, t.unitId).where(sql`${t.state} = 'waiting'`),
    index("webhook_delivery_log_idx").on(t.unitId, t.webhookId, t.createdAt),
    foreignKey({
      name: "webhook_delivery_webhook_fk",
      columns: [t.unitId, t.webhookId],
      foreignColumns: [webhook.unitId, webhook.id],
    }),
  ],
);
