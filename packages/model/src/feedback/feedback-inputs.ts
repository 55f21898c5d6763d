import { z } from "zod";
import { publicUnit } from "../public/public-inputs";

/** What feedback is about, as the citizen chooses it. */
export const TOPICS = ["procedure", "staff", "facility", "neighbourhood", "praise", "other"] as const;
export type Topic = (typeof TOPICS)[number];

/** How it came: from the public page, or told to somebody of the office. */
export const SOURCES = ["web", "desk", "phone", "box"] as const;
export type Source = (typeof SOURCES)[number];

export const STATES = ["open", "answered", "solved", "declined"] as const;
export type FeedbackState = (typeof STATES)[number];

/** Why feedback is not dealt with here. */
export const REASONS = ["elsewhere", "duplicate", "petition", "abuse", "spam"] as const;
export type DeclineReason = (typeof REASONS)[number];

export const MAX_TEXT = 3_000;
export const MAX_PHOTOS = 3;
export const MAX_PHOTO_MB = 5;

const words = (max: number) => z.string().trim().max(max);
const said = words(MAX_TEXT).pipe(z.string().min(10));
const answer = words(MAX_TEXT).pipe(z.string().min(10));

/** Who gave feedback; all empty for somebody who does not say. A name alone is none: nobody can be reached by it. */
export const contact = z
  .object({
    name: words(100).default(""),
    phone: z
      .string()
      .trim()
      .regex(/^(?:\+?[\d .()-]{8,20})?$/)
      .default(""),
    email: z.union([z.literal(""), z.email().max(254)]).default(""),
  })
  .refine(({ name, phone, email }) => name === "" || phone !== "" || email !== "", { path: ["phone"] });
export type Contact = z.infer<typeof contact>;

const told = z.object({
  topic: z.enum(TOPICS),
  text: said,
  place: words(200).default(""),
  contact: contact.default({ name: "", phone: "", email: "" }),
});

/** A feedback of the public page. `stamp` was given out with the form; `trap` is a field that people leave empty. */
export const sendFeedback = publicUnit.extend({
  ...told.shape,
  stamp: z.string().max(200),
  trap: z.string().max(200).default(""),
  photos: z.array(z.instanceof(Uint8Array)).max(MAX_PHOTOS).default([]),
});
export type SendFeedback = z.infer<typeof sendFeedback>;

/** The secret link of a feedback. */
export const followFeedback = publicUnit.extend({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export type FollowFeedback = z.infer<typeof followFeedback>;

export const followPhoto = followFeedback.extend({ place: z.coerce.number().int().min(1).max(MAX_PHOTOS) });
export type FollowPhoto = z.infer<typeof followPhoto>;

/** The citizen says that it is not solved, or adds what was missing. */
export const reopenFeedback = followFeedback.extend({ text: words(MAX_TEXT).pipe(z.string().min(5)) });
export type ReopenFeedback = z.infer<typeof reopenFeedback>;

/** What somebody told the office by word or on paper, typed in by staff; `key` makes a form sent twice one feedback. */
export const enterFeedback = z.object({ ...told.shape, key: z.uuid(), source: z.enum(["desk", "phone", "box"]) });
export type EnterFeedback = z.infer<typeof enterFeedback>;

export const SHOWN = ["open", "late", "mine", "answered", "solved", "declined", "all"] as const;
/** Feedback as the address of the list asks for it. */
export const listFeedback = z.object({
  show: z.enum(SHOWN).catch("open"),
  topic: z.enum(TOPICS).optional().catch(undefined),
  /** Words of text or place, without marks too, or a reception number: "12", "12/2026". */
  q: z.string().trim().max(100).default("").catch(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
export type ListFeedback = z.infer<typeof listFeedback>;

export const feedbackId = z.object({ feedbackId: z.uuid() });
export type FeedbackId = z.infer<typeof feedbackId>;

export const feedbackPhoto = feedbackId.extend({ place: z.coerce.number().int().min(1).max(MAX_PHOTOS) });
export type FeedbackPhoto = z.infer<typeof feedbackPhoto>;

/** `seen`: the event that was the last one when the page was read. */
const deed = feedbackId.extend({ seen: z.coerce.number().int().min(1) });

/** Answers it, or puts the answer right. */
export const answerFeedback = deed.extend({ text: answer });
export type AnswerFeedback = z.infer<typeof answerFeedback>;

/** Declines it, for a reason and in words that the citizen reads. */
export const declineFeedback = deed.extend({ reason: z.enum(REASONS), text: answer });
export type DeclineFeedback = z.infer<typeof declineFeedback>;

export const restoreFeedback = deed;
export type RestoreFeedback = z.infer<typeof restoreFeedback>;

/** Gives it to a person of the unit, or back to the desk. */
export const assignFeedback = deed.extend({ staffId: z.uuid().nullable() });
export type AssignFeedback = z.infer<typeof assignFeedback>;

/** Puts right what it is about. */
export const sortFeedback = deed.extend({ topic: z.enum(TOPICS) });
export type SortFeedback = z.infer<typeof sortFeedback>;

export const thankFeedback = deed;
export type ThankFeedback = z.infer<typeof thankFeedback>;

/** What a unit says of feedback where no model or yardstick in force does. */
export const feedbackSettings = z.object({
  /** Working days within which it is answered; usual for recommendations that are passed on. */
  days: z.int().min(1).max(30).default(5),
});
export type FeedbackSettings = z.infer<typeof feedbackSettings>;
export const changeFeedbackSettings = z.object({
  revision: z.coerce.number().int().min(0),
  days: z.coerce.number().int().min(1).max(30),
});
export type ChangeFeedbackSettings = z.infer<typeof changeFeedbackSettings>;
