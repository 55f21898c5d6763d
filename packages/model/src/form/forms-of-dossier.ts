import type { DossierFact } from "../dossier/dossier-event";

/** Forms of Thông tư 03/2025/TT-VPCP about one dossier; 07 is the register of many. */
export const FORM_NUMBERS = ["01", "02", "03", "04", "05", "06"] as const;
export type FormNumber = (typeof FORM_NUMBERS)[number];

/** What a form cannot do without. */
export type FormDatum = "applicantName" | "papers" | "reason" | "cause" | "newDueAt";

/** Which form a deed gives rise to; 06 follows the dossier as a whole. */
const FORM_OF_FACT: Readonly<Partial<Record<DossierFact["type"], FormNumber>>> = {
  received: "01",
  "supplement-requested": "02",
  refused: "03",
  apologised: "04",
  stopped: "05",
};

export interface OfferedForm {
  form: FormNumber;
  /** The event that it is about; null for 06. */
  seq: number | null;
  /** What is missing of it; none: it can be made. */
  missing: FormDatum[];
}

interface Recorded {
  seq: number;
  fact: DossierFact;
}

const given = (text: string | null | undefined) => Boolean(text?.trim());

function missingOf(fact: DossierFact, applicantName: string | null): FormDatum[] {
  const missing: FormDatum[] = given(applicantName) ? [] : ["applicantName"];
  switch (fact.type) {
    case "supplement-requested":
      if (!fact.papers?.some(given)) missing.push("papers");
      if (!given(fact.reason)) missing.push("reason");
      break;
    case "refused":
    case "stopped":
      if (!given(fact.reason)) missing.push("reason");
      break;
    case "apologised":
      if (!given(fact.cause)) missing.push("cause");
      if (!fact.newDueAt) missing.push("newDueAt");
  }
  return missing;
}

/** The forms of a dossier: one for each deed that asks for one, in the order of the events, and 06 at the end. */
export function formsOfDossier(applicantName: string | null, events: readonly Recorded[]): OfferedForm[] {
  const forms: OfferedForm[] = [...events]
    .sort((one, other) => one.seq - other.seq)
    .flatMap(({ seq, fact }) => {
      const form = FORM_OF_FACT[fact.type];
      return form ? [{ form, seq, missing: missingOf(fact, applicantName) }] : [];
    });
  return [...forms, { form: "06", seq: null, missing: [] }];
}
