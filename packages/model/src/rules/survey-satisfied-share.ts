import { z } from "zod";
import { slug } from "../model/model-schema";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import type { Reason } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";
import type { LevelCounts } from "./facts";
import { levelsParam, rangeAtLevels } from "./level-counts";
import { percent } from "./word-names";

const NO_ANSWERS: LevelCounts = [0, 0, 0, 0, 0];

/** A share of the answers to one question lies at the given levels (SIPAS: satisfied + very satisfied). The indicator counts answers. */
export const surveySatisfiedShare = defineFactRuleKind({
  kind: "survey.satisfied-share",
  judges: "survey",
  params: z.strictObject({
    question: slug,
    levels: levelsParam.default([4, 5]),
    at_least: z.number().min(0).max(1),
    min_n: z.int().min(1).default(10),
  }),
  sampled: true,
  stricter: { levels: "subset", at_least: "higher" },
  sentence: ({ question, levels, at_least, min_n }, language, nameOf) => {
    const list = [...levels].sort().join(", ");
    return language === "vi"
      ? `Ít nhất ${percent(at_least, "vi")} câu trả lời cho câu hỏi "${nameOf(question)}" đạt mức ${list} trên 5 (khi có từ ${min_n} phiếu).`
      : `At least ${percent(at_least, "en")} of the answers to "${nameOf(question)}" are at level ${list} of 5 (from ${min_n} answers on).`;
  },
  judge: ({ question, levels, at_least, min_n }, { levels: answers, lumps, period }, asOf) => {
    const { low, high, n } = rangeAtLevels(answers[question] ?? NO_ANSWERS, lumps?.[question] ?? [], levels);
    const open = (why: Reason) => [asOf > period.to ? notApplicable(why) : pending(why)];
    if (n < min_n) return open(reason("survey.tooFew", { n, minN: min_n }));
    const params = (satisfied: number) => ({ satisfied, n, share: satisfied / n, neededShare: at_least });
    if (low >= at_least * n) return [met(reason("survey.shareReached", params(low)))];
    if (high < at_least * n) return [missed(reason("survey.shareMissed", params(high)))];
    return open(reason("survey.shareBetween", { low, high, n, neededShare: at_least }));
  },
  // Where few lie on one side it counts as many as surely are at the levels: rather one too few than one too many. Where
  // levels of the rule are told only with others, it counts nothing: what is left would be another share.
  tally: ({ question, levels }, { levels: answers, lumps }) => {
    const { low, n, open } = rangeAtLevels(answers[question] ?? NO_ANSWERS, lumps?.[question] ?? [], levels);
    return open > 0
      ? { met: 0, missed: 0, pending: n, notApplicable: 0 }
      : { met: low, missed: n - low, pending: 0, notApplicable: 0 };
  },
});
