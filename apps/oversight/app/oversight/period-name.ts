import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import { type Period, periodKind } from "@gandan/model/oversight/period";

/** "quý 4/2026", "năm 2025", "tháng 2/2024" or the two days. */
export function periodName(t: Translate, format: Format, period: Period): string {
  const found = periodKind(period);
  if (found.kind === "quarter") {
    return t("shell.period.quarterName", { quarter: String(found.quarter), year: String(found.year) });
  }
  if (found.kind === "year") return t("shell.period.yearName", { year: String(found.year) });
  if (found.kind === "month") return format.month(found.month);
  return t("shell.period.range", { from: format.date(period.from), to: format.date(period.to) });
}
