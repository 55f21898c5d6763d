import type { TextShape } from "../text-shape";
import type { procedureVi } from "./vi";

export const procedureEn: TextShape<typeof procedureVi> = {
  title: "Administrative procedures",
  intro: "Procedures of communes with their term and fee, by the day a dossier is received.",
  caption: "Catalogue of procedures",
  code: "Code",
  name: "Procedure",
  group: "Field",
  term: "Term",
  fee: "Fee",
  free: "Free of charge",
  feeUnknown: "Not known",
  source: "Source",
  from: "Applies from",
  registered: "Registered",
  confidence: { high: "Verified", medium: "To be verified", low: "Name only" },
  termText: {
    "working-hours_one": "{{count}} working hour",
    "working-hours_other": "{{count}} working hours",
    "working-days_one": "{{count}} working day",
    "working-days_other": "{{count}} working days",
    "calendar-days_one": "{{count}} day",
    "calendar-days_other": "{{count}} days",
    "same-day": "the same day",
    "same-day-cutoff": "the same day; received after {{cutoff}}, the next working day",
    none: "no term yet",
  },
  empty: "No procedure matches. Try a shorter name or the code.",
};
