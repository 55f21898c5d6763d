import { z } from "zod";

/** How a dossier came in: at the desk, on-line, by public post, or taken at the citizen's home. */
export const channel = z.enum(["direct", "online", "post", "home"]);
export type Channel = z.infer<typeof channel>;

export const signerRole = z.enum(["chairman", "vice-chairman", "head-of-office", "officer"]);
export type SignerRole = z.infer<typeof signerRole>;

/** How a letter speaks; `other` is one that no rule asks for. */
export const letterKind = z.enum(["apology", "thanks", "congratulation", "condolence", "other"]);
export type LetterKind = z.infer<typeof letterKind>;

/** Required contents of a letter of apology (plan 002, II.2.2; form 04). */
export const apologyField = z.enum(["cause", "new-due", "responsible", "remedy"]);
export type ApologyField = z.infer<typeof apologyField>;

/** Instants are ISO 8601 UTC. */
const instant = z.iso.datetime({ offset: true });

/** What may happen to a dossier itself. */
const plainFact = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("received"),
    procedure: z.string().min(1),
    channel,
    flags: z.array(z.string()).default([]),
    /** Papers handed in, as the slip lists them. */
    papers: z.array(z.string()).optional(),
  }),
  z.object({ type: z.literal("accepted"), dueAt: instant }),
  z.object({ type: z.literal("forwarded"), to: z.string().min(1) }),
  z.object({
    type: z.literal("supplement-requested"),
    papers: z.array(z.string()).optional(),
    reason: z.string().optional(),
  }),
  z.object({ type: z.literal("supplemented") }),
  z.object({ type: z.literal("duty-requested"), amount: z.number().nonnegative().optional() }),
  z.object({ type: z.literal("duty-done") }),
  z.object({
    type: z.literal("apologised"),
    fields: z.array(apologyField),
    signer: signerRole,
    newDueAt: instant.optional(),
    cause: z.string().optional(),
    responsible: z.string().optional(),
  }),
  z.object({ type: z.literal("reappointed"), dueAt: instant }),
  z.object({ type: z.literal("letter-sent"), letter: letterKind }),
  z.object({ type: z.literal("refused"), reason: z.string().optional() }),
  z.object({ type: z.literal("withdrawn") }),
  z.object({ type: z.literal("stopped"), reason: z.string().optional() }),
  z.object({ type: z.literal("finished") }),
  z.object({ type: z.literal("handed-over") }),
  z.object({ type: z.literal("closed") }),
]);
export type PlainFact = z.infer<typeof plainFact>;

/** Entries of a dossier that no rule asks for; their contents stand in the dossier alone. */
export const personEntry = z.enum(["applicant", "phone", "officer"]);
export type PersonEntry = z.infer<typeof personEntry>;

/** What was noted wrongly: both stay readable, the later word counts (`standingEvents`). */
const corrected = z.object({
  type: z.literal("corrected"),
  /** Type of the fact that no longer counts, when it was said to have happened, and when that was recorded. */
  of: z.string().min(1),
  was: instant,
  notedAt: instant,
  /** What counts instead, at the time of this event; null when it has not happened. */
  is: plainFact.nullable(),
});

/** An updated export names other people than before: which entries changed, not their contents. */
const amended = z.object({ type: z.literal("amended"), entries: z.array(personEntry).min(1) });

/**
 * What happened to a dossier. Append-only; `at` is when it happened, `recordedAt` when the system learned of it.
 * State is never stored by hand: `foldDossier` derives it.
 */
export const dossierFact = z.discriminatedUnion("type", [...plainFact.options, corrected, amended]);
export type DossierFact = z.infer<typeof dossierFact>;

export const dossierEvent = z.object({ at: instant, recordedAt: instant, fact: dossierFact });
export type DossierEvent = z.infer<typeof dossierEvent>;
