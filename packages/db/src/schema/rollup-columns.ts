import { integer, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";

/** What a roll-up counts; the arrays are aligned with `dossier_rule_ids` of the version. */
export const rollupColumns = () => ({
  unitId: tenant(),
  versionId: uuid().notNull(),
  dossiers: integer().notNull(),
  met: integer().array().notNull(),
  missed: integer().array().notNull(),
  pending: integer().array().notNull(),
  notApplicable: integer().array().notNull(),
  asOf: instant().notNull(),
});
