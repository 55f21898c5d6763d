import type { Translate } from "@gandan/i18n/translator";

/** A term as the catalogue writes it ("3 working-days", "same-day 15:00"), in words. */
export function termWords(t: Translate, term: string | null): string {
  if (term === null) return t("public.procedures.termOnSlip");
  const [first = "", second = ""] = term.split(" ");
  if (first !== "same-day") return t.find(`procedure.termText.${second}`, { count: Number(first) }) ?? term;
  return second ? t("procedure.termText.same-day-cutoff", { cutoff: second }) : t("procedure.termText.same-day");
}

/** A sentence's first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
