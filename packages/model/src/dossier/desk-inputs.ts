import { z } from "zod";
import { deskDeed } from "./desk-deed";
import { channel } from "./dossier-event";

/** A time stated by the officer, earlier than now: a local minute of Viet Nam as a form gives it, "2026-11-23T08:20". */
const statedTime = z.iso.datetime({ local: true, precision: -1 });

/** What an officer says who takes a dossier in by hand. */
export const receiveDossier = z.object({
  /** As the provincial system calls it; the unit's own number when left out. */
  externalCode: z.string().trim().min(1).max(100).optional(),
  procedure: z.string().trim().min(1).max(40),
  channel: channel.default("direct"),
  applicantName: z.string().trim().min(2).max(200),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d .-]{8,20}$/)
    .optional(),
  /** Papers handed in, with the number of copies in words of the officer. */
  papers: z.array(z.string().trim().min(1).max(300)).max(60).default([]),
  /** Complete: accepted at once, the clock starts. */
  complete: z.boolean().default(true),
  /** The appointment, UTC instant; left out, the term of the procedure gives it. */
  dueAt: z.iso.datetime().optional(),
  at: statedTime.optional(),
  /** Made by the form, so that sending it twice makes one dossier. */
  key: z.uuid(),
});
export type ReceiveDossier = z.infer<typeof receiveDossier>;

/** One deed with one dossier, by someone who saw its events up to `seen`. */
export const actOnDossier = z.object({
  dossierId: z.uuid(),
  seen: z.number().int().min(1),
  at: statedTime.optional(),
  deed: deskDeed,
});
export type ActOnDossier = z.infer<typeof actOnDossier>;
