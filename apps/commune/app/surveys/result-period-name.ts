import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import type { ResultPeriod } from "@gandan/model/survey/result-period";

/** "Quý 3/2026", "6 tháng đầu năm 2026". */
export function resultPeriodName(t: Translate, format: Format, { kind, from, to }: ResultPeriod): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case "month":
      return t("surveyResult.name.month", { month, year });
    case "quarter":
      return t("surveyResult.name.quarter", { quarter: (month + 2) / 3, year });
    case "half-year":
      return t("surveyResult.name.half-year", { half: t(`surveyResult.half.${month === 1 ? "first" : "last"}`), year });
    case "year":
      return t("surveyResult.name.year", { year });
    case "life":
      return t("surveyResult.name.life", { from: format.date(from), to: format.date(to) });
  }
}
