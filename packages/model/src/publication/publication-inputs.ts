import { z } from "zod";
import { slug } from "../model/model-schema";

/** A new draft of what the model wants published: of what came since the last one, or of the whole year before. */
export const draftPublication = z.object({ slug, span: z.enum(["since-last", "year"]) });
export type DraftPublication = z.infer<typeof draftPublication>;

export const publicationId = z.object({ publicationId: z.uuid() });
export type PublicationId = z.infer<typeof publicationId>;

const remark = z.string().trim().max(4000);

/** What the unit says of the figures. */
export const changePublication = publicationId.extend({ revision: z.int().min(1), remark });
export type ChangePublication = z.infer<typeof changePublication>;

/** The revision is the one that was seen. */
export const seenPublication = publicationId.extend({ revision: z.int().min(1) });
export type SeenPublication = z.infer<typeof seenPublication>;

/** What was wrong in a publication; it stands on it for everyone to see. */
export const correctPublication = publicationId.extend({ correction: z.string().trim().min(10).max(1000) });
export type CorrectPublication = z.infer<typeof correctPublication>;

/** Lets results stand on the public page without a gap from now on, or ends it. */
export const standPublication = z.object({ slug, on: z.boolean() });
export type StandPublication = z.infer<typeof standPublication>;

export const listPublications = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });
export type ListPublications = z.infer<typeof listPublications>;

/** Of a unit, as anyone asks for it. */
export const publicPublications = z.object({ slug: z.string().min(1).max(200) });
export type PublicPublications = z.infer<typeof publicPublications>;

export const publicPublication = publicPublications.extend({ publicationId: z.uuid() });
export type PublicPublication = z.infer<typeof publicPublication>;
