import { z } from "zod";
import { slug } from "../model/model-schema";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";
import type { LevelCounts } from "./facts";
import { countAll, countAt, levelsParam } from "./level-counts";
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
  judge: ({ question, levels, at_least, min_n }, { levels: answers, period }, asOf) => {
    const counts = answers[question] ?? NO_ANSWERS;
    const n = countAll(counts);
    if (n < min_n) {
      const why = reason("survey.tooFew", { n, minN: min_n });
      return [asOf > period.to ? notApplicable(why) : pending(why)];
    }
    const satisfied = countAt(counts, levels);
    const params = { satisfied, n, share: satisfied / n, neededShare: at_least };
    return satisfied >= at_least * n
      ? [met(reason("survey.shareReached", params))]
      : [missed(reason("survey.shareMissed", params))];
  },
  tally: ({ question, levels }, { levels: answers }) => {
    const counts = answers[question] ?? NO_ANSWERS;
    const satisfied = countAt(counts, levels);
    return { met: satisfied, missed: countAll(counts) - satisfied, pending: 0, notApplicable: 0 };
  },
});
