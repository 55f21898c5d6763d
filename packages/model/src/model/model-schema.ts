import { z } from "zod";
import { formLabels } from "../survey/form-labels";

/** Lower-case ASCII words joined by hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug");
export const localDate = z.iso.date();
/** A clause of the plan or law, as an official would cite it: "II.1.1", "Điều 9 khoản 2". */
const clause = z.string().min(1);
const text = z.string().min(1);

/** A document that a model rests on, or that a value comes from. */
export const documentRef = z.strictObject({
  title: text,
  number: text.optional(),
  issuer: text.optional(),
  date: z.union([localDate, z.string().regex(/^\d{4}(-\d{2})?$/)]).optional(),
  note: text.optional(),
});

/** One line of a slogan: what the office promises. `measured_by` names rules, questions, evidence or tasks; empty = nothing measures it yet. */
export const commitment = z.strictObject({
  id: slug,
  text,
  detail: z.array(text).default([]),
  clause: clause.optional(),
  measured_by: z.array(slug).default([]),
  /** Set when the plan gives no text of its own and another plan's text stands in. */
  stands_in_from: z.strictObject({ model: slug, clause: clause.optional() }).optional(),
});

export const slogan = z.strictObject({
  id: slug,
  title: text,
  clause: clause.optional(),
  commitments: z.array(commitment).min(1),
});

export const criterion = z.strictObject({
  id: slug,
  title: text,
  detail: z.array(text).default([]),
  clause: clause.optional(),
  measured_by: z.array(slug).default([]),
});

/** A rule: its kind, the kind's parameters beside it, and where it comes from. `floor` names parameters that lower units may only tighten. */
export const rule = z.looseObject({
  kind: z.string().min(1),
  title: text.optional(),
  clause: clause.optional(),
  note: text.optional(),
  floor: z.union([z.literal(true), z.array(z.string())]).optional(),
});

/** A further language of a survey form, as a browser names it: "en", "lo", "zh-CN". Vietnamese is the form itself. */
const language = z.string().regex(/^(?!vi$)[a-z]{2,3}(-[A-Z]{2})?$/, "language");
const translations = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.record(language, z.strictObject(shape)).optional();

export const questionKind = z.enum(["level5", "yes-no", "choice", "several", "text"]);

/**
 * Asked only after one of these answers to an earlier question of the same form: levels 1–5, true or false, numbers of
 * options from 1.
 */
export const askedWhen = z.strictObject({
  question: slug,
  answer: z.array(z.union([z.boolean(), z.int().min(1)])).min(1),
});

export const question = z.strictObject({
  id: slug,
  kind: questionKind,
  text,
  /** What stands in small print under it. */
  help: text.optional(),
  /** What is asked about: access, procedure, officer, attitude, responsibility, guidance, result, feedback, integrity, general, commitment. */
  subject: slug.optional(),
  options: z.array(text).optional(),
  required: z.boolean().default(true),
  /** The part of the form it stands in; without one it stands at the beginning. */
  section: slug.optional(),
  asked_when: askedWhen.optional(),
  /** The commitment that it asks about, which no rule can measure. */
  commitment: slug.optional(),
  translations: translations({ text, help: text.optional(), options: z.array(text).optional() }),
});

/** A part of a survey form under a heading of its own. */
export const surveySection = z.strictObject({
  id: slug,
  title: text,
  /** Shown as its heading alone until it is opened: only questions that may be passed over stand in it. */
  folded: z.boolean().optional(),
  asked_when: askedWhen.optional(),
  translations: translations({ title: text }),
});

export const surveyForm = z.strictObject({
  id: slug,
  /** As on the plan's annex: "Mẫu số 2". */
  code: text.optional(),
  title: text,
  audience: text.optional(),
  clause: clause.optional(),
  /** A sentence to the citizen above the questions. */
  intro: text.optional(),
  /** What the citizen reads after the answer was taken. */
  thanks: text.optional(),
  /** The form is offered in Vietnamese and in each language named here. */
  translations: translations({
    title: text,
    intro: text.optional(),
    thanks: text.optional(),
    /** The words around the questions; without them they are in Vietnamese, or English, and the page says so. */
    labels: formLabels.optional(),
  }),
  sections: z.array(surveySection).optional(),
  questions: z.array(question).min(1),
});

/** An annex form that is not a survey: pledge or letter. */
export const annexForm = z.strictObject({
  id: slug,
  code: text.optional(),
  title: text,
  kind: z.enum(["pledge", "survey", "apology", "thanks", "congratulation", "condolence", "other"]),
  survey: slug.optional(),
  clause: clause.optional(),
});

export const recurrence = z.strictObject({
  every: z.enum(["day", "week", "month", "quarter", "half-year", "year"]),
  times: z.int().min(1).default(1),
  /** Month-day dates by which it is due each year, e.g. "06-10". */
  by: z.array(z.string().regex(/^\d{2}-\d{2}$/)).default([]),
});

/** A task of the timeline: by a date, within a period, recurring or standing. */
export const task = z.strictObject({
  id: slug,
  title: text,
  clause: clause.optional(),
  step: z.int().optional(),
  due: localDate.optional(),
  /** True when the plan says "before" the date. */
  before: z.boolean().default(false),
  from: localDate.optional(),
  recurs: recurrence.optional(),
  standing: z.boolean().default(false),
  owners: z.array(text).default([]),
  products: z.array(text).default([]),
});

export const report = z.strictObject({
  id: slug,
  title: text,
  to: text,
  clause: clause.optional(),
  recurs: recurrence.optional(),
  due: localDate.optional(),
});

/** A line of the scorecard. Points are earned linearly between `zero_at` and `full_at` (shares 0..1) of the pooled indicator. */
export const scoreLine = z.strictObject({
  id: slug,
  title: text,
  points: z.number().positive(),
  measured_by: z.array(slug).min(1),
  full_at: z.number().min(0).max(1).default(1),
  zero_at: z.number().min(0).max(1).default(0),
  clause: clause.optional(),
});

export const scorecard = z.strictObject({
  total: z.number().positive().default(100),
  /** Below it an indicator says "chưa đủ dữ liệu". */
  min_n: z.int().min(1).default(10),
  /** Below it there is no rank. */
  rank_min_n: z.int().min(1).default(100),
  lines: z.array(scoreLine).min(1),
});

/** Evidence that a commitment may be measured by: a document, picture or register kept by the unit. */
export const evidence = z.strictObject({ id: slug, title: text, clause: clause.optional() });

/** What the plan says around its promises; each list stands under a heading of its own, and a plan without it has none. */
export const planText = z.strictObject({
  /** "Mục đích" */
  aims: z.array(text).default([]),
  /** "Yêu cầu" */
  requirements: z.array(text).default([]),
  /** "Kinh phí" */
  funding: z.array(text).default([]),
  /** Who gets the plan, with the reason: "Đảng ủy xã (B/c)". */
  recipients: z.array(text).default([]),
});

/** How long before an appointment, in working time: "1 working-days", "4 working-hours". */
const leadTime = z.string().regex(/^(?!0+(\.0)? )\d+(\.[05])? working-(hours|days)$/, "lead time");

/** When officers are reminded of a dossier, in the working time of the office. What is not said is as usual. */
export const reminders = z.strictObject({
  /** Before the appointment; an empty list for no reminder. */
  before_due: z.array(leadTime).max(5).optional(),
  /** Finished and not closed: by the end of that day's work, so many working hours later, or none. */
  to_close: z
    .string()
    .regex(/^(none|end-of-work|(?!0+(\.0)? )\d+(\.[05])? working-hours)$/, "to close")
    .optional(),
  /** On the last working day of the week, the list of what must not be carried over: its time of day, or none. */
  weekend: z
    .string()
    .regex(/^(none|([01]\d|2[0-3]):[0-5]\d)$/, "weekend")
    .optional(),
  clause: clause.optional(),
  /** Lower units may remind more often and earlier, not less. */
  floor: z.literal(true).optional(),
});

/** A model of friendly government, or a yardstick: readable by the official who wrote the plan. */
export const modelSource = z.strictObject({
  schema: z.literal(1),
  id: slug,
  type: z.enum(["model", "yardstick"]).default("model"),
  title: text,
  summary: text.optional(),
  extends: slug.optional(),
  /** Ids taken over from the extended model that this one leaves out (only what is not a floor). */
  omit: z.array(slug).default([]),
  /** Ids in the order in which they stand here, where it is not that of the extended model; others follow as they stood. */
  order: z.array(slug).optional(),
  issued_by: z.strictObject({ unit: text, document: documentRef.optional(), signer_title: text.optional() }).optional(),
  effective: z.strictObject({ from: localDate, to: localDate.optional() }).optional(),
  /** True for a text of our own making, e.g. a sample frame. */
  sample: z.boolean().default(false),
  legal_basis: z.array(documentRef).default([]),
  plan: planText.optional(),
  slogans: z.array(slogan).default([]),
  criteria: z.array(criterion).default([]),
  rules: z.record(slug, rule).default({}),
  surveys: z.array(surveyForm).default([]),
  forms: z.array(annexForm).default([]),
  evidence: z.array(evidence).default([]),
  timeline: z.array(task).default([]),
  reports: z.array(report).default([]),
  reminders: reminders.optional(),
  scorecard: scorecard.optional(),
});
export type ModelSource = z.infer<typeof modelSource>;
export type ModelInput = z.input<typeof modelSource>;
export type Rule = z.infer<typeof rule>;
export type Commitment = z.infer<typeof commitment>;
export type ScoreLine = z.infer<typeof scoreLine>;
export type Task = z.infer<typeof task>;
export type SurveyForm = z.infer<typeof surveyForm>;
export type Question = z.infer<typeof question>;
export type AskedWhen = z.infer<typeof askedWhen>;
export type Reminders = z.infer<typeof reminders>;
