import type { Translate } from "@gandan/i18n/translator";

const ROMAN = ["I", "II", "III", "IV"];

/** A quarter by its first day as people call it: "Quý III/2026". */
export function quarterName(t: Translate, quarter: string): string {
  return t("officerResult.quarterName", {
    number: ROMAN[Math.floor((Number(quarter.slice(5, 7)) - 1) / 3)],
    year: quarter.slice(0, 4),
  });
}
