import { z } from "zod";

const text = z.string().min(1);

/**
 * The fixed words around the questions of a survey form, in a language that the software does not speak of itself: all of
 * them, or none. What stands in braces is filled in: {@link LABEL_GAPS}.
 */
export const formLabels = z.strictObject({
  very_satisfied: text,
  satisfied: text,
  neutral: text,
  dissatisfied: text,
  very_dissatisfied: text,
  yes: text,
  no: text,
  send: text,
  /** Above the questions: how long it takes, that no name is asked, which dossier it is about. */
  seconds: text,
  nameless: text,
  about: text,
  /** In small print under a question. */
  optional: text,
  several: text,
  text_hint: text,
  when: text,
  or: text,
  /** Under the button. */
  once: text,
  published: text,
  results: text,
  /** When a sheet could not be taken. */
  problems: text,
  required: text,
  required_text: text,
  not_in_form: text,
  too_long: text,
  empty: text,
  stale: text,
  /** After it was taken. */
  thanks: text,
  thanks_sent: text,
  thanks_text: text,
});
export type FormLabels = z.infer<typeof formLabels>;

/** What a label has to leave room for. */
export const LABEL_GAPS: Readonly<Partial<Record<keyof FormLabels, readonly string[]>>> = {
  seconds: ["seconds"],
  about: ["procedure", "date"],
  when: ["number", "answers"],
  or: ["answers", "last"],
  results: ["unit"],
  problems: ["count"],
  too_long: ["max"],
};

/** The gaps that a label should leave and does not, and those that nothing would fill. */
export function wrongGaps(name: keyof FormLabels, label: string): { missing: string[]; unknown: string[] } {
  const wanted = LABEL_GAPS[name] ?? [];
  const there = [...label.matchAll(/\{([^{}]*)\}/g)].map(([, gap]) => gap ?? "");
  return {
    missing: wanted.filter((gap) => !there.includes(gap)),
    unknown: there.filter((gap) => !wanted.includes(gap)),
  };
}
