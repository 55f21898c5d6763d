import type { DossierFact } from "@gandan/model/dossier/dossier-event";
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { dossier } from "./dossier";

/** What happened to a dossier, append-only: the apps may insert and read, never update or delete. */
export const dossierEvent = pgTable(
  "dossier_event",
  {
    unitId: tenant(),
    dossierId: uuid().notNull(),
    /** 1, 2, 3 … within the dossier, in the order recorded. */
    seq: integer().notNull(),
    at: instant().notNull(),
    recordedAt: instant().notNull(),
    actor: text(),
    source: text({ enum: ["import", "desk", "demo"] }).notNull(),
    fact: jsonb().$type<DossierFact>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.dossierId, t.seq] }),
    foreignKey({
      name: "dossier_event_dossier_fk",
      columns: [t.unitId, t.dossierId],
      foreignColumns: [dossier.unitId, dossier.id],
    }),
  ],
);
