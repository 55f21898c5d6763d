import type { LetterKind as LetterOfRules } from "../dossier/dossier-event";
import type { DossierGroup } from "../dossier/dossier-group";

/** How a letter speaks, which is also what rules ask for: "an apology", "a congratulation". */
export const LETTER_TONES = ["apology", "thanks", "congratulation", "condolence", "other"] as const;
export type LetterTone = LetterOfRules;

/** What drafts a letter: an appointment that will pass, a result, or a person. */
export const LETTER_OCCASIONS = ["late", "finished", "hand"] as const;
export type LetterOccasion = (typeof LETTER_OCCASIONS)[number];

/** Drafted by the event where the model asks for it, always, or only by a person. */
export const LETTER_DRAFTING = ["model", "always", "never"] as const;
export type LetterDrafting = (typeof LETTER_DRAFTING)[number];

/** A kind of letter: what its letters are for, how they speak, when they are drafted. */
export interface LetterKind {
  /** Lower-case words joined by hyphens. */
  kind: string;
  title: string;
  tone: LetterTone;
  occasion: LetterOccasion;
  /** Dossiers whose result it goes with; none means any. */
  groups: readonly DossierGroup[];
  drafting: LetterDrafting;
  /** How long before the appointment a letter about lateness is drafted, in working time; null is as the model reminds. */
  lead: string | null;
}

/** The kinds that come with the system (plan 000, II.3.d and annex, forms 5 to 9). */
export const DELIVERED_KINDS: readonly LetterKind[] = [
  {
    kind: "apology",
    title: "Thư xin lỗi",
    tone: "apology",
    occasion: "late",
    groups: [],
    drafting: "always",
    lead: null,
  },
  {
    kind: "thanks",
    title: "Thư cảm ơn",
    tone: "thanks",
    occasion: "finished",
    groups: [],
    drafting: "model",
    lead: null,
  },
  {
    kind: "birth",
    title: "Thư chúc mừng khai sinh",
    tone: "congratulation",
    occasion: "finished",
    groups: ["birth"],
    drafting: "model",
    lead: null,
  },
  {
    kind: "marriage",
    title: "Thư chúc mừng kết hôn",
    tone: "congratulation",
    occasion: "finished",
    groups: ["marriage"],
    drafting: "model",
    lead: null,
  },
  {
    kind: "condolence",
    title: "Thư chia buồn",
    tone: "condolence",
    occasion: "finished",
    groups: ["death"],
    drafting: "model",
    lead: null,
  },
];

/** What a unit keeps of a kind: its own, or its changes of a delivered one. */
export interface KeptKind extends Omit<LetterKind, "groups"> {
  groups: readonly string[];
  ended: boolean;
}

export interface UnitKind extends LetterKind {
  /** Comes with the system: its title and occasion stay, and it is never ended. */
  delivered: boolean;
  ended: boolean;
}

/** All kinds of a unit: delivered ones as it keeps them, then its own by title. */
export function kindsOfUnit(kept: readonly KeptKind[]): UnitKind[] {
  const byKind = new Map(kept.map((each) => [each.kind, each]));
  const delivered = DELIVERED_KINDS.map((each): UnitKind => {
    const own = byKind.get(each.kind);
    byKind.delete(each.kind);
    const { drafting, lead } = own ?? each;
    return { ...each, drafting, lead, delivered: true, ended: false };
  });
  const own = [...byKind.values()]
    .map((each): UnitKind => ({ ...each, groups: each.groups as DossierGroup[], delivered: false }))
    .sort((a, b) => a.title.localeCompare(b.title, "vi"));
  return [...delivered, ...own];
}
