import type { Channel, LetterKind, SignerRole } from "@gandan/model/dossier/dossier-event";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { integer, jsonb, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** `DossierFacts` as columns: local minutes become instants, NEVER becomes null. Durations are working minutes. */
export const factColumns = () => ({
  procedureCode: text().notNull(),
  procedureGroup: text().notNull(),
  channel: text().$type<Channel>().notNull(),
  flags: text().array().notNull().default([]),
  state: text().$type<DossierState>().notNull(),
  receivedAt: instant().notNull(),
  acceptedAt: instant(),
  dueAt: instant(),
  promisedAt: instant(),
  finishedAt: instant(),
  handedOverAt: instant(),
  closedAt: instant(),
  endedAt: instant(),
  pausedMinutes: integer().notNull().default(0),
  pausedSince: instant(),
  supplementRequests: integer().notNull().default(0),
  reappointments: integer().notNull().default(0),
  apologyAt: instant(),
  apologyFields: text().array().notNull().default([]),
  apologySigner: text().$type<SignerRole>(),
  letters: jsonb().$type<{ letter: LetterKind; at: string }[]>().notNull().default([]),
});
