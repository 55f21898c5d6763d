import { AppError } from "@gandan/model/error/app-error";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { MAX_DOSSIER_RULES } from "@gandan/model/outcome/pack-outcomes";
import { ruleKinds } from "@gandan/model/rules/rule-kinds";

/** Rules that judge dossiers, in the order of the model: the order of packed outcomes. Throws AppError `rule.tooMany`. */
export function dossierRuleIdsOf(model: ModelSource): string[] {
  const ids = Object.entries(model.rules)
    .filter(([, { kind }]) => ruleKinds.get(kind)?.judges === "dossier")
    .map(([id]) => id);
  if (ids.length > MAX_DOSSIER_RULES) {
    throw new AppError("INVALID", "rule.tooMany", { model: model.id, count: ids.length, max: MAX_DOSSIER_RULES });
  }
  return ids;
}
