import { z } from "zod";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind, type Language } from "./define-rule-kind";
import { percent } from "./word-names";

const tier = z.strictObject({
  /** Dossiers of the period below which the tier holds; the last tier has none. */
  below: z.int().min(1).optional(),
  share: z.number().gt(0).max(1),
});
type Tier = z.infer<typeof tier>;

/** The share of dossiers that sheets have to reach, and how many sheets that is. */
export function quota(tiers: readonly Tier[], dossiers: number): { share: number; needed: number } {
  const share = (tiers.find(({ below }) => below === undefined || dossiers < below) ?? tiers.at(-1)!).share;
  // 0.55 × 100 is 55.00000000000001 in binary: one sheet too many.
  return { share, needed: Math.max(0, Math.ceil(share * dossiers - 1e-9)) };
}

function tierWords({ below, share }: Tier, before: number | undefined, language: Language): string {
  const many = percent(share, language);
  if (language === "vi") {
    if (below === undefined) return before === undefined ? many : `từ ${before} hồ sơ: ${many}`;
    return before === undefined ? `dưới ${below} hồ sơ: ${many}` : `từ ${before} đến dưới ${below} hồ sơ: ${many}`;
  }
  if (below === undefined) return before === undefined ? many : `from ${before} dossiers: ${many}`;
  return before === undefined ? `below ${below} dossiers: ${many}` : `${before} to below ${below} dossiers: ${many}`;
}

/** Enough answer sheets for the number of dossiers (plan 004, III.4). The indicator counts sheets: those needed and there, those lacking. */
export const surveyQuota = defineFactRuleKind({
  kind: "survey.quota",
  judges: "survey",
  params: z.strictObject({ tiers: z.array(tier).min(1) }),
  sampled: false,
  stricter: {},
  sentence: ({ tiers }, language) => {
    const list = tiers.map((one, i) => tierWords(one, tiers[i - 1]?.below, language)).join("; ");
    return language === "vi"
      ? `Số phiếu khảo sát đạt tỷ lệ trên số hồ sơ trong kỳ: ${list}.`
      : `Answer sheets reach a share of the dossiers of the period: ${list}.`;
  },
  judge: ({ tiers }, { dossiers, responses, period }, asOf) => {
    if (dossiers === 0) return [notApplicable(reason("survey.noDossiers", {}))];
    const { share, needed } = quota(tiers, dossiers);
    const params = { responses, needed, dossiers, neededShare: share };
    // More dossiers may still come, and with them a higher need.
    if (asOf <= period.to) return [pending(reason("survey.quotaRunning", params))];
    return responses >= needed
      ? [met(reason("survey.quotaReached", params))]
      : [missed(reason("survey.quotaMissed", params))];
  },
  tally: ({ tiers }, { dossiers, responses, period }, asOf) => {
    const { needed } = quota(tiers, dossiers);
    const there = Math.min(responses, needed);
    const lacking = needed - there;
    if (asOf <= period.to) return { met: 0, missed: 0, pending: needed, notApplicable: 0 };
    return { met: there, missed: lacking, pending: 0, notApplicable: 0 };
  },
});
