import type { Translate } from "@gandan/i18n/translator";

/** A term as the catalogue writes it ("3 working-days"), in words: "3 ngày làm việc". */
export function termText(t: Translate, term: string): string {
  const [value, unit] = term.startsWith("same-day") ? ["", "same-day"] : term.split(" ");
  return t.find(`procedure.termText.${unit}`, { count: Number(value) }) ?? term;
}
