import { parseTerm } from "@gandan/calendar/term";
import { DOSSIER_GROUPS } from "@gandan/model/dossier/dossier-group";
import { z } from "zod";

const term = z.string().refine((text) => {
  try {
    parseTerm(text);
    return true;
  } catch {
    return false;
  }
}, "term");

/** An administrative procedure: national code (or a local one where none is known), term, fee, and where they come from. */
const procedureSource = z.strictObject({
  code: z.string().regex(/^(\d\.\d{6}|[A-Z]{2}-\d{3})$/, "code"),
  name: z.string().min(1),
  group: z.enum(DOSSIER_GROUPS),
  field: z.string().min(1),
  /** As `parseTerm` reads it; left out when no source gives a usable one. */
  term: term.optional(),
  fee: z.string().min(1).optional(),
  source: z.string().min(1),
  /** How sure the term is; `low` is a name only. */
  confidence: z.enum(["high", "medium", "low"]),
  effective_from: z.iso.date(),
  note: z.string().min(1).optional(),
});
export type ProcedureSource = z.infer<typeof procedureSource>;

export const procedureList = z.strictObject({ schema: z.literal(1), procedures: z.array(procedureSource).min(1) });
