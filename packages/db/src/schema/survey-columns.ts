import { jsonb, text, uuid } from "drizzle-orm/pg-core";
import { localDay } from "./columns";

/** What is kept of an answer sheet: no person, no dossier, no time finer than a day. */
export const sheetColumns = () => ({
  formId: uuid().notNull(),
  day: localDay().notNull(),
  /** How it came: by a dossier's token, a QR code, a tablet at the desk, or paper typed in by staff or MTTQ. */
  source: text({ enum: ["token", "point", "tablet", "paper-staff", "paper-mttq"] }).notNull(),
  pointId: uuid(),
  procedureCode: text(),
  /** As the dossier names the officer. */
  officer: text(),
  /** By question id: a level 1–5, true or false, the number of an option, or numbers of options; no free text. */
  answers: jsonb().notNull(),
  /** What made it doubtful when it came: "quick", "burst", "same-device". */
  marks: text().array().notNull(),
});
