import { z } from "zod";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";
import { countAll, countAt, levelsParam } from "./level-counts";
import { percent } from "./word-names";

/** No officer has more than a share of dissatisfied answers (plan 004, III.6.b: above 25 % the chairman is told). One judgement an officer. */
export const officerDissatisfiedShare = defineFactRuleKind({
  kind: "officer.dissatisfied-share",
  judges: "officer",
  params: z.strictObject({
    levels: levelsParam.default([1, 2]),
    above: z.number().min(0).max(1).default(0.25),
    min_n: z.int().min(1).default(10),
  }),
  sampled: false,
  stricter: { levels: "superset", above: "lower" },
  sentence: ({ levels, above, min_n }, language) => {
    const list = [...levels].sort().join(", ");
    return language === "vi"
      ? `Không cán bộ, công chức nào có quá ${percent(above, "vi")} đánh giá ở mức ${list} trên 5 (khi có từ ${min_n} đánh giá).`
      : `No officer has more than ${percent(above, "en")} of answers at level ${list} of 5 (from ${min_n} answers on).`;
  },
  judge: ({ levels, above, min_n }, { officers, period }, asOf) =>
    officers.map(({ officer, levels: counts }) => {
      const n = countAll(counts);
      if (n < min_n) {
        const why = reason("officer.tooFew", { officer, n, minN: min_n });
        return asOf > period.to ? notApplicable(why) : pending(why);
      }
      const dissatisfied = countAt(counts, levels);
      const params = { officer, dissatisfied, n, aboveShare: above };
      return dissatisfied > above * n
        ? missed(reason("officer.aboveShare", params))
        : met(reason("officer.withinShare", params));
    }),
});
