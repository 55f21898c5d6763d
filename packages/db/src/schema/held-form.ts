import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { session } from "./session";

/** What a person sent while the session was locked, until it is sent again or given up. */
export const heldForm = pgTable("held_form", {
  sessionHash: text()
    .primaryKey()
    .references(() => session.idHash, { onDelete: "cascade" }),
  address: text().notNull(),
  /** Names and values, sealed by the key of the installation: they may be a citizen's. */
  fields: text().notNull(),
  heldAt: instant().notNull(),
});
