/** A stretch of a guide's text. */
export type GuideInline =
  | { type: "text"; text: string; strong: boolean; code: boolean; found: boolean }
  | { type: "link"; href: string; children: GuideInline[] };

/** A part of a guide's page, in the order of reading. */
export type GuideBlock =
  | { type: "heading"; level: 2 | 3; id: string; children: GuideInline[] }
  | { type: "paragraph"; children: GuideInline[] }
  | { type: "picture"; src: string; alt: string }
  | { type: "note"; blocks: GuideBlock[] }
  | { type: "list"; ordered: boolean; items: GuideBlock[][] }
  | { type: "table"; head: GuideInline[][]; rows: GuideInline[][][] };

export interface GuidePageText {
  /** Name of its file, and last part of its address. */
  slug: string;
  title: string;
  blocks: GuideBlock[];
  sections: { id: string; title: string }[];
}
