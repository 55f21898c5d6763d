import { z } from "zod";
import { publicUnit } from "../public/public-inputs";
import { dossierCodeOf } from "./read-slip";

/** Signs of the code that a slip bears: none that is taken for another one. */
export const SLIP_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const SLIP_LENGTH = 6;
export const PHONE_DIGITS = 4;

/** What someone knows of a dossier besides its number: the code on its slip, or the end of the phone number on it. */
export type SecondFactor = { kind: "slip"; text: string } | { kind: "phone"; text: string };

const SLIP = new RegExp(`^[${SLIP_SIGNS}]{${SLIP_LENGTH}}$`);
const PHONE = new RegExp(`^[0-9]{${PHONE_DIGITS}}$`);

/** Reads a second factor, however it is grouped and in whatever letters; null for what can be neither. */
export function readFactor(typed: string): SecondFactor | null {
  const text = typed.replace(/[\s.-]+/g, "").toUpperCase();
  if (PHONE.test(text)) return { kind: "phone", text };
  return SLIP.test(text) ? { kind: "slip", text } : null;
}

/** Asks for a dossier with what only its holder knows. */
export const lookUpDossier = publicUnit.extend({
  code: z.string().max(300).transform(dossierCodeOf).pipe(z.string().min(1).max(100)),
  factor: z
    .string()
    .max(40)
    .transform((typed, at) => {
      const factor = readFactor(typed);
      if (!factor) at.addIssue({ code: "custom", message: "factor" });
      return factor ?? z.NEVER;
    }),
});
export type LookUpDossier = z.infer<typeof lookUpDossier>;

/** Opens what was found, with the pass that finding it gave. */
export const openLookUp = publicUnit.extend({ pass: z.string().min(1).max(600) });
export type OpenLookUp = z.infer<typeof openLookUp>;
