import { z } from "zod";

/**
 * Ways in which a citizen's data is read, each with the entries of the audit log that tell of it. What shows a name or
 * a phone number writes one of these.
 */
export const READINGS = {
  opened: ["dossier.read", "letter.read", "feedback.read"],
  phone: ["dossier.reveal-phone", "feedback.reveal-contact"],
  listed: ["dossier.search", "dossier.list", "letter.list", "import.read", "survey.read-texts", "feedback.list"],
  taken: [
    "dossier.export",
    "dossier.print-receipt",
    "dossier.print-form",
    "dossier.print-register",
    "letter.print",
    "import.errors",
    "import.reconciliation",
    "feedback.export",
  ],
  /** What was sealed, and who tried to open it without being named. */
  petition: ["petition.open", "petition.open-file", "petition.reveal-sender", "petition.refused", "petition.export"],
  /** By somebody who has the slip, on the public page; what is refused there is written nowhere. */
  lookedUp: ["dossier.look-up"],
  /** The log of readings itself. */
  log: ["reading-log.read", "reading-log.export"],
} as const;
export type ReadingWay = keyof typeof READINGS;
export type ReadingAction = (typeof READINGS)[ReadingWay][number];

export const READING_WAYS = Object.keys(READINGS) as [ReadingWay, ...ReadingWay[]];
const day = z.union([z.iso.date(), z.literal("")]).catch("");

export const readReadingLog = z.object({
  /** Staff id of who read. */
  person: z.union([z.uuid(), z.literal("")]).catch(""),
  /** Code of a dossier, as it stands on its papers. */
  dossier: z.string().trim().max(100).catch(""),
  way: z.enum(READING_WAYS).or(z.literal("")).catch(""),
  /** First and last day, both included. */
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ReadReadingLog = z.infer<typeof readReadingLog>;
