import type { Caller } from "@gandan/api/root.router";

/** The unit of a public page, as anybody may see it. */
export type PublicUnit = Awaited<ReturnType<Caller["public"]["unit"]>>;

/** Pages that every public page leads to, with what stands behind the unit's address. */
const PATHS = {
  promise: "",
  procedures: "/procedures",
  results: "/results",
  documents: "/documents",
  contact: "/contact",
  lookUp: "/look-up",
  feedback: "/feedback",
  petition: "/petition",
  accessibility: "/accessibility",
  privacy: "/privacy",
} as const;
export type PublicPlace = keyof typeof PATHS;

/** The address of the picture before a unit's name; it changes with the picture. */
export const sealHref = (slug: string, hash: string): string => `/p/${slug}/seal?v=${hash.slice(0, 16)}`;

/** The address of a public page of a unit. */
export const publicHref = (slug: string, place: PublicPlace): string => `/p/${slug}${PATHS[place]}`;
