import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { localDay, tenant } from "./columns";
import { dossier } from "./dossier";

/**
 * That a dossier was given a single-use token, for the response rate. The token is made of this row and the secret of
 * the installation; neither it nor whether it was used stands here.
 */
export const surveyInvitation = pgTable(
  "survey_invitation",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    dossierId: uuid().notNull(),
    formSlug: text().notNull(),
    issuedOn: localDay().notNull(),
    way: text({ enum: ["slip", "result", "e-mail"] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("survey_invitation_dossier_key").on(t.unitId, t.dossierId, t.formSlug),
    index("survey_invitation_day_idx").on(t.unitId, t.formSlug, t.issuedOn),
    foreignKey({
      name: "survey_invitation_dossier_fk",
      columns: [t.unitId, t.dossierId],
      foreignColumns: [dossier.unitId, dossier.id],
    }),
  ],
);
