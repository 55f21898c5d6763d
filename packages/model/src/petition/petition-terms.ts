import type { LocalDate } from "@gandan/calendar/local-time";

export const PETITION_KINDS = ["complaint", "denunciation", "recommendation"] as const;
export type PetitionKind = (typeof PETITION_KINDS)[number];

/** Steps that have a term. */
export const TERM_STEPS = ["passed-on", "accepted", "resolved"] as const;
export type TermStep = (typeof TERM_STEPS)[number];

/** A term that a law sets for a step, from a day on. */
interface PetitionTerm {
  kind: PetitionKind;
  step: TermStep;
  /** Of a complaint: the first or second; left out where it makes no difference. */
  instance?: 1 | 2;
  /** How often the term has been extended for a complex matter. */
  extensions?: number;
  /** In remote areas that are hard to reach; left out where it makes no difference. */
  remote?: boolean;
  /** As `parseTerm` reads it; the whole time since receipt, or since acceptance for "resolved". */
  value: string;
  effective_from: LocalDate;
  legal_reference: string;
  /** False for what is widely quoted but was not read in the text of the law. */
  confirmed: boolean;
}

const COMPLAINTS = "Luật Khiếu nại 2011 (02/2011/QH13)";
const DENUNCIATIONS = "Luật Tố cáo 2018 (25/2018/QH14)";
const AMENDED = "Luật sửa đổi Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo (136/2025/QH15)";

const resolving = (instance: 1 | 2, remote: boolean, days: readonly [usual: number, complex: number]): PetitionTerm[] =>
  days.map((value, extensions) => ({
    kind: "complaint",
    step: "resolved",
    instance,
    extensions,
    remote,
    value: `${value} calendar-days`,
    effective_from: "2012-07-01",
    legal_reference: `${COMPLAINTS}, Điều ${instance === 1 ? 28 : 37}`,
    confirmed: true,
  }));

/** All terms by date. Of several that fit, the one in force last before the day on which the time begins to run holds. */
const PETITION_TERMS: readonly PetitionTerm[] = [
  {
    kind: "complaint",
    step: "accepted",
    value: "10 calendar-days",
    effective_from: "2012-07-01",
    legal_reference: `${COMPLAINTS}, Điều 27`,
    confirmed: true,
  },
  {
    kind: "complaint",
    step: "accepted",
    value: "7 working-days",
    effective_from: "2026-07-01",
    legal_reference: AMENDED,
    confirmed: true,
  },
  ...resolving(1, false, [30, 45]),
  ...resolving(1, true, [45, 60]),
  ...resolving(2, false, [45, 60]),
  ...resolving(2, true, [60, 70]),
  {
    kind: "denunciation",
    step: "accepted",
    value: "7 working-days",
    effective_from: "2019-01-01",
    legal_reference: `${DENUNCIATIONS}, Điều 24`,
    confirmed: false,
  },
  ...[30, 60, 90].map(
    (days, extensions): PetitionTerm => ({
      kind: "denunciation",
      step: "resolved",
      extensions,
      value: `${days} calendar-days`,
      effective_from: "2019-01-01",
      legal_reference: `${DENUNCIATIONS}, Điều 30`,
      confirmed: true,
    }),
  ),
  {
    kind: "recommendation",
    step: "passed-on",
    value: "5 working-days",
    effective_from: "2017-01-01",
    legal_reference: "Quy định về tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức",
    confirmed: true,
  },
];

/** What a term depends on besides the step. */
export interface TermCase {
  kind: PetitionKind;
  instance: number;
  extensions: number;
  remote: boolean;
}

/** The term for a step on the day its time begins to run; null when no law sets one. */
export function petitionTerm(step: TermStep, { kind, instance, extensions, remote }: TermCase, on: LocalDate) {
  const fits = PETITION_TERMS.filter(
    (term) =>
      term.kind === kind &&
      term.step === step &&
      (term.instance ?? instance) === instance &&
      (term.extensions ?? extensions) === extensions &&
      (term.remote ?? remote) === remote &&
      term.effective_from <= on,
  );
  return fits.sort((a, b) => (a.effective_from < b.effective_from ? 1 : -1))[0] ?? null;
}

/** How often the time to resolve a petition of a kind may be extended. */
export function mostExtensions(kind: PetitionKind): number {
  return Math.max(0, ...PETITION_TERMS.filter((term) => term.kind === kind).map(({ extensions }) => extensions ?? 0));
}
