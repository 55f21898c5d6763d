/** What a procedure is about, for rules and for comparing like with like. */
export const DOSSIER_GROUPS = [
  "birth",
  "marriage",
  "death",
  "marital-status",
  "certification",
  "extract",
  "business",
  "construction",
  "social",
  "education",
  "commendation",
  "other",
] as const;
export type DossierGroup = (typeof DOSSIER_GROUPS)[number];

const codes = new Map<string, number>(DOSSIER_GROUPS.map((group, code) => [group, code]));
const OTHER = DOSSIER_GROUPS.length - 1;

/** Position of `group` in {@link DOSSIER_GROUPS}; an unknown group is `other`. */
export function dossierGroupCode(group: string): number {
  return codes.get(group) ?? OTHER;
}
