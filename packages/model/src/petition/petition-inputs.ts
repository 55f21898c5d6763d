import { z } from "zod";
import { publicUnit } from "../public/public-inputs";
import { PETITION_STEPS } from "./fold-petition";
import { PETITION_KINDS } from "./petition-terms";

export const MAX_TEXT = 20_000;
/** Files with a petition, each and all together. */
export const MAX_FILES = 5;
export const MAX_FILE_MB = 10;
export const MAX_ALL_MB = 20;
const MIN_TEXT = 20;
const MAX_NOTE = 4_000;

/** How a petition comes when the public page is not its way. */
export const HAND_WAYS = ["desk", "post", "reception"] as const;
export type PetitionWay = "web" | (typeof HAND_WAYS)[number];

const words = (max: number) => z.string().trim().max(max);
const kind = z.enum(PETITION_KINDS);

/** Who sends it; all empty for somebody who does not say. */
const sender = z.object({
  name: words(100).default(""),
  address: words(300).default(""),
  contact: words(200).default(""),
});
export type PetitionSender = z.infer<typeof sender>;

/** A file as it came; what it is shows in its content. */
const file = z.object({ name: z.string().max(1_000), bytes: z.instanceof(Uint8Array) });
export type PetitionFileInput = z.infer<typeof file>;

const paper = z.object({
  kind,
  text: words(MAX_TEXT).pipe(z.string().min(MIN_TEXT)),
  ...sender.shape,
  /** Readers to whom this petition is to stay closed. */
  barred: z.array(z.uuid()).max(50).default([]),
  files: z.array(file).max(MAX_FILES).default([]),
});

/** A complaint is dealt with for somebody (Luật Khiếu nại 2011, Điều 8); an address alone names nobody. */
const namesEnough = ({ kind: of, name, address, contact }: z.infer<typeof paper>) =>
  of === "complaint" ? name !== "" && address !== "" : name !== "" || (address === "" && contact === "");

const NAMELESS = { path: ["name"], error: "name" };

/** What the public page sends. `stamp` was given out with the form; `trap` is a field that people leave empty. */
export const submitPetition = publicUnit
  .extend({
    ...paper.shape,
    stamp: z.string().max(200),
    trap: z.string().max(200).default(""),
  })
  .refine(namesEnough, NAMELESS);
export type SubmitPetition = z.infer<typeof submitPetition>;

/** The code that the sender was given, with or without its hyphens. */
export const followPetition = publicUnit.extend({
  code: z
    .string()
    .max(60)
    .transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, "")),
});
export type FollowPetition = z.infer<typeof followPetition>;

/** A petition on paper, or told at a reception, typed in; `key` makes a form sent twice one petition. */
export const registerPetition = z
  .object({
    ...paper.shape,
    key: z.uuid(),
    way: z.enum(HAND_WAYS),
    instance: z.coerce.number().int().min(1).max(2).default(1),
    /** The day on which it came. */
    on: z.iso.date(),
  })
  .refine(namesEnough, NAMELESS);
export type RegisterPetition = z.infer<typeof registerPetition>;

export const SHOWN = ["open", "due", "closed", "all"] as const;

/** Lines of the register as the address asks for them. */
export const listPetitions = z.object({
  show: z.enum(SHOWN).catch("open"),
  kind: z
    .union([kind, z.literal("")])
    .default("")
    .catch(""),
  /** A number: "12", "12/2026". */
  q: z.string().trim().max(20).default("").catch(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
export type ListPetitions = z.infer<typeof listPetitions>;

export const petitionId = z.object({ petitionId: z.uuid() });
export type PetitionId = z.infer<typeof petitionId>;

export const petitionFile = petitionId.extend({ place: z.coerce.number().int().min(1).max(MAX_FILES) });
export type PetitionFileOf = z.infer<typeof petitionFile>;

/** Why a reader needs to know who sent it; from a list, so that nothing of it gets into the log. */
export const REVEAL_REASONS = ["contact", "verify", "decision", "protection"] as const;
export const revealSender = petitionId.extend({ reason: z.enum(REVEAL_REASONS) });
export type RevealSender = z.infer<typeof revealSender>;

/** A step with a petition. `seen`: the last step when the page was read. */
export const takeStep = petitionId
  .extend({
    seen: z.coerce.number().int().min(1),
    step: z.enum(PETITION_STEPS).exclude(["received"]),
    /** The day on which it was done. */
    on: z.iso.date(),
    kind: kind.optional(),
    towards: z.enum(["inside", "outside"]).optional(),
    /** For readers. */
    note: words(MAX_NOTE).default(""),
    /** For the sender. */
    told: words(MAX_NOTE).default(""),
  })
  .refine(({ step, kind: to }) => step !== "classified" || to !== undefined, { path: ["kind"], error: "kind" })
  .refine(({ step, towards }) => step !== "passed-on" || towards !== undefined, { path: ["towards"], error: "towards" })
  // Whoever is refused learns why (Luật Khiếu nại 2011, Điều 27; Luật Tố cáo 2018, Điều 24).
  .refine(({ step, told }) => step !== "refused" || told !== "", { path: ["told"], error: "told" });
export type TakeStep = z.infer<typeof takeStep>;

export const takeBackStep = petitionId.extend({ seq: z.coerce.number().int().min(2) });
export type TakeBackStep = z.infer<typeof takeBackStep>;

/** Hands an open petition of a unit that is no more to one that went on with it. */
export const handOverPetition = petitionId.extend({
  seen: z.coerce.number().int().min(1),
  successor: publicUnit.shape.slug,
});
export type HandOverPetition = z.infer<typeof handOverPetition>;

/** Names a person to open petitions of some kinds. */
export const nameReader = z.object({
  staffId: z.uuid(),
  kinds: z.array(kind).min(1).max(PETITION_KINDS.length),
  reference: words(300).pipe(z.string().min(1)),
});
export type NameReader = z.infer<typeof nameReader>;

export const endReader = z.object({ readerId: z.uuid() });
export type EndReader = z.infer<typeof endReader>;

/** Keeps one petition from a reader whom it concerns. */
export const barReader = petitionId.extend({ staffId: z.uuid() });
export type BarReader = z.infer<typeof barReader>;

export const petitionSettings = z.object({
  /** The unit lies in a remote area that is hard to reach: terms are longer. */
  remote: z.boolean().default(false),
});
export const changePetitionSettings = z.object({ revision: z.int().min(0), remote: z.boolean() });
export type ChangePetitionSettings = z.infer<typeof changePetitionSettings>;
