import type { Translate } from "@gandan/i18n/translator";

/** A term of the law in words: "7 ngày làm việc", "30 ngày". */
export function petitionTermText(t: Translate, value: string): string {
  const [count, unit] = value.split(" ");
  return t(unit === "working-days" ? "petition.termWorkingDays" : "petition.termDays", { count: Number(count) });
}
