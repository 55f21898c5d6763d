import { z } from "zod";

const count = z.int().min(0);

/** Between how many and how many; the same twice where it is told exactly. */
const range = { low: count, high: count };

/** Answers to one question, as far as results show them. */
const publishedQuestion = z.strictObject({
  id: z.string(),
  kind: z.enum(["level5", "yes-no", "choice", "several"]),
  text: z.string(),
  /** Of the choices, in order; null for levels and yes or no. */
  options: z.array(z.string()).nullable(),
  /** Sheets that answered; 0 where too few did to be shown. */
  n: count,
  /** Places of the level, of [no, yes], or of the option: one, or several that are told only together. */
  lines: z.array(z.strictObject({ options: z.array(count), ...range })),
  /** Of five levels: the two best, of the answers of which it is told. */
  satisfied: z.strictObject({ ...range, n: count }).nullable(),
});
export type PublishedQuestion = z.infer<typeof publishedQuestion>;

/** How the sheets of a form came, and what makes some of them doubtful: counts of sheets. */
const publishedIntegrity = z.strictObject({
  token: count,
  point: count,
  tablet: count,
  paperMttq: count,
  /** Typed in by the office that is judged. */
  paperStaff: count,
  /** Dossiers that were given a token. */
  invited: count,
  quick: count,
  burst: count,
  sameDevice: count,
});
export type PublishedIntegrity = z.infer<typeof publishedIntegrity>;

const publishedForm = z.strictObject({
  slug: z.string(),
  version: z.int(),
  title: z.string(),
  /** Answer sheets of the period, as far as they are shown. */
  sheets: count,
  integrity: publishedIntegrity,
  questions: z.array(publishedQuestion),
});
export type PublishedForm = z.infer<typeof publishedForm>;

/** The figures of a publication as they were counted; kept as they are for good. */
export const publicationSnapshot = z.strictObject({
  schema: z.literal(2),
  /** Dossiers finished in the period: what the number of sheets stands against. */
  dossiers: count,
  forms: z.array(publishedForm),
});
export type PublicationSnapshot = z.infer<typeof publicationSnapshot>;

interface FirstQuestion extends Omit<PublishedQuestion, "lines" | "satisfied"> {
  /** By level 1–5, by [no, yes], or by option; empty where too few answered. */
  counts: readonly number[];
}

/** As the first publications were kept: every answer by itself. */
export interface FirstSnapshot extends Omit<PublicationSnapshot, "schema" | "forms"> {
  schema: 1;
  forms: (Omit<PublishedForm, "questions"> & { questions: FirstQuestion[] })[];
}

/** The figures of a publication in the shape of today, whenever they were kept. */
export function currentSnapshot(kept: PublicationSnapshot | FirstSnapshot): PublicationSnapshot {
  if (kept.schema === 2) return kept;
  const lined = ({ counts, ...question }: FirstQuestion): PublishedQuestion => {
    const good = (counts[3] ?? 0) + (counts[4] ?? 0);
    const { kind, n } = question;
    return {
      ...question,
      lines: counts.map((count, i) => ({ options: [i], low: count, high: count })),
      satisfied: kind === "level5" && n > 0 ? { low: good, high: good, n } : null,
    };
  };
  return {
    ...kept,
    schema: 2,
    forms: kept.forms.map((form) => ({ ...form, questions: form.questions.map(lined) })),
  };
}

/** Share of the sheets that the office itself typed in, and of the tokens that were answered; null without any. */
export function integrityShares({ token, point, tablet, paperMttq, paperStaff, invited }: PublishedIntegrity) {
  const all = token + point + tablet + paperMttq + paperStaff;
  return {
    staffEntered: all === 0 ? null : paperStaff / all,
    responseRate: invited === 0 ? null : Math.min(1, token / invited),
  };
}

/** The same text for the same value whatever the order of its keys, to be hashed. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === "object" && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
