import type { LocalDate } from "@gandan/calendar/local-time";
import { paramsOf } from "@gandan/model/model/rule-language";
import type { OfficerRule } from "@gandan/model/officer-result/assess-officers";
import { officerDissatisfiedShare } from "@gandan/model/rules/officer-dissatisfied-share";
import type { Judge } from "../outcome/judge";

export interface RuleInForce extends OfficerRule {
  /** The model version that says so; null when none does. */
  versionId: string | null;
}

/**
 * When an officer is judged and when the chairman is told, by the unit's own model in force on a day, else by a
 * yardstick; without a rule officers are judged as usual and the chairman is told of none.
 */
export function officerRuleOn(judge: Judge, day: LocalDate): RuleInForce {
  const { kind, params } = officerDissatisfiedShare;
  for (const { versionId, source } of judge.versionsOn(day)) {
    const rule = Object.values(source.rules).find((one) => one.kind === kind);
    const read = rule && params.safeParse(paramsOf(rule));
    if (!read?.success) continue;
    const { levels, above, min_n } = read.data as { levels: number[]; above: number; min_n: number };
    return { versionId, levels, above, minN: min_n };
  }
  const { levels, min_n } = params.parse({}) as { levels: number[]; min_n: number };
  return { versionId: null, levels, above: null, minN: min_n };
}
