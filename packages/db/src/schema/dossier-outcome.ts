import { bigint, boolean, foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { dossier } from "./dossier";

/**
 * What a model version says of a dossier: two bits a rule, rule i of `dossier_rule_ids` at bits 2i and 2i+1
 * (0 not applicable, 1 met, 2 missed, 3 pending); at most 32 rules. The version may belong to another unit.
 */
export const dossierOutcome = pgTable(
  "dossier_outcome",
  {
    unitId: tenant(),
    dossierId: uuid().notNull(),
    versionId: uuid().notNull(),
    bits: bigint({ mode: "bigint" }).notNull(),
    pending: boolean().notNull(),
    judgedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.dossierId, t.versionId] }),
    index("dossier_outcome_version_idx").on(t.unitId, t.versionId),
    foreignKey({
      name: "dossier_outcome_dossier_fk",
      columns: [t.unitId, t.dossierId],
      foreignColumns: [dossier.unitId, dossier.id],
    }),
  ],
);
