import type { Translate } from "@gandan/i18n/translator";

/** What a total rests on: the self-score, the appraisal, or partly on either. */
export function basisText(t: Translate, appraised: number, leaves: number): string {
  if (appraised === 0) return t("index.bySelf");
  return appraised === leaves ? t("index.byAppraisal") : t("index.byPart", { done: appraised, total: leaves });
}
