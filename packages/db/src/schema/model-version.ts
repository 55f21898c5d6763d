import type { ModelSource } from "@gandan/model/model/model-schema";
import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { model } from "./model";

/**
 * A version of a model. A published one cannot be changed by the apps (policy `model_version_change`).
 * In force on a day: the published version with the greatest `effectiveFrom` on or before it, unless `effectiveTo` has passed.
 */
export const modelVersion = pgTable(
  "model_version",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    modelId: uuid().notNull(),
    version: integer().notNull(),
    state: text({ enum: ["draft", "published"] }).notNull(),
    source: jsonb().$type<ModelSource>().notNull(),
    yaml: text().notNull(),
    /** SHA-256 of `yaml`, hexadecimal. */
    checksum: text().notNull(),
    /** Of a draft: its text before the last change, to take that change back. */
    undoYaml: text(),
    /** Rules that judge a dossier, in the order of the bits in `dossier_outcome`; fixed at publication. */
    dossierRuleIds: text().array().notNull().default([]),
    effectiveFrom: localDay(),
    /** Last day, inclusive, as the plan states it. */
    effectiveTo: localDay(),
    note: text(),
    publishedAt: instant(),
    publishedBy: text(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("model_version_number_key").on(t.unitId, t.modelId, t.version),
    index("model_version_force_idx").on(t.unitId, t.modelId, t.effectiveFrom),
    foreignKey({
      name: "model_version_model_fk",
      columns: [t.unitId, t.modelId],
      foreignColumns: [model.unitId, model.id],
    }),
  ],
);
export type ModelVersionRow = typeof modelVersion.$inferSelect;
