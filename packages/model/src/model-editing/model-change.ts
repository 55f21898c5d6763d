import { z } from "zod";
import { localDate, reminders, slug } from "../model/model-schema";

const text = z.string().trim().min(1).max(2_000);
const title = z.string().trim().min(1).max(300);
const clause = z.string().trim().min(1).max(100).nullable();
const words = z.array(z.string().trim().min(1).max(300)).max(50);
const sentences = z.array(text).max(50);

const paper = z.object({
  title: text,
  number: z.string().trim().min(1).max(100).nullable(),
  date: localDate.nullable(),
});
const part = z.enum(["slogan", "commitment", "criterion", "rule", "task"]);
export type ChangedPart = z.infer<typeof part>;
const measuresOf = z.object({ of: z.enum(["commitment", "criterion"]), id: slug });

/** One kind of change to the text of a draft; each is a form of the editor. */
export const modelChange = z.discriminatedUnion("change", [
  /** Parameters of a rule by name; null takes a parameter back to what the extended model or the kind says. */
  z.object({
    change: z.literal("parameters"),
    rule: slug,
    values: z.record(z.string(), z.unknown()),
    /** The rule's name; null leaves it to the extended model or the kind. As it is unless given. */
    title: title.nullable().optional(),
  }),
  z.object({
    change: z.literal("wording"),
    of: part,
    id: slug,
    text,
  }),
  z.object({ change: z.literal("measures"), of: z.enum(["commitment", "criterion"]), id: slug, ids: z.array(slug) }),
  /** Criteria or commitments that the model has; all others are left out. */
  z.object({ change: z.literal("choice"), of: z.enum(["criterion", "commitment"]), keep: z.array(slug) }),
  z.object({
    change: z.literal("task"),
    id: slug,
    /** As it is unless given. */
    title: title.optional(),
    from: localDate.nullable(),
    due: localDate.nullable(),
    owners: words,
    products: words,
  }),
  /** Points by score line; 0 leaves the line out. Of a rule that no line counts: points of a new line for it. */
  z.object({
    change: z.literal("points"),
    points: z.record(slug, z.number().min(0).max(1_000)),
    rules: z.record(slug, z.number().min(0).max(1_000)).optional(),
  }),
  z.object({
    change: z.literal("basis"),
    title: text,
    summary: text.nullable(),
    issuer: text,
    document: paper.nullable(),
  }),
  /** The wording of the plan, in full; an empty list leaves its heading out. */
  z.object({
    change: z.literal("plan"),
    aims: sentences,
    requirements: sentences,
    funding: sentences,
    recipients: words,
  }),
  /** When officers are reminded; what is as the extended model or the usual has it is not written. */
  z.object({
    change: z.literal("reminders"),
    before_due: reminders.shape.before_due.unwrap(),
    to_close: reminders.shape.to_close.unwrap(),
    weekend: reminders.shape.weekend.unwrap(),
  }),
  z.object({ change: z.literal("add-slogan"), title, text, clause }),
  z.object({ change: z.literal("add-commitment"), slogan: slug, text, clause, measures: z.array(slug).max(50) }),
  z.object({ change: z.literal("add-criterion"), title, clause }),
  /** Parameters by name; null leaves one to the kind. */
  z.object({
    change: z.literal("add-rule"),
    kind: z.string().min(1).max(60),
    title,
    clause,
    values: z.record(z.string(), z.unknown()),
    measures: measuresOf.nullable(),
  }),
  z.object({
    change: z.literal("add-task"),
    title,
    clause,
    from: localDate.nullable(),
    due: localDate.nullable(),
    owners: words,
    products: words,
  }),
  /** Of the documents that the model rests on. */
  z.object({
    change: z.literal("add-document"),
    document: paper.extend({ issuer: title.nullable() }),
  }),
  z.object({ change: z.literal("remove-document"), place: z.int().min(0).max(1_000) }),
  z.object({ change: z.literal("remove"), of: part, id: slug }),
  /** Takes back what was left out of the extended model. */
  z.object({ change: z.literal("restore"), id: slug }),
  /** One place up or down among its like. */
  z.object({ change: z.literal("move"), of: part, id: slug, to: z.enum(["up", "down"]) }),
]);
export type ModelChange = z.infer<typeof modelChange>;
/** The change of one kind. */
export type ChangeOf<K extends ModelChange["change"]> = Extract<ModelChange, { change: K }>;
