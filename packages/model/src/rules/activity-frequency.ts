import { z } from "zod";
import { slug } from "../model/model-schema";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import type { Judgement } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { type CalendarPeriod, periodsWithin } from "./calendar-periods";
import { defineFactRuleKind } from "./define-rule-kind";
import type { ActivityFacts } from "./facts";

const EVERY_WORDS = {
  week: { vi: "tuần", en: "week" },
  month: { vi: "tháng", en: "month" },
  quarter: { vi: "quý", en: "quarter" },
  "half-year": { vi: "sáu tháng", en: "half-year" },
  year: { vi: "năm", en: "year" },
} as const;

interface Wanted {
  activity: string;
  times: number;
  role: string | null;
}

function judgePeriod(wanted: Wanted, period: CalendarPeriod, facts: ActivityFacts, asOf: number): Judgement {
  const { activity, times, role } = wanted;
  const { fromDate, toDate } = period;
  if (period.from < facts.period.from) return notApplicable(reason("activity.partPeriod", { fromDate, toDate }));
  const count = facts.held.filter(
    (held) =>
      held.activity === activity &&
      (role === null || held.role === role) &&
      held.at >= period.from &&
      held.at <= period.to,
  ).length;
  const why = (key: "held" | "notHeld" | "running") => {
    const params = { count, times, fromDate, toDate };
    return role === null ? reason(`activity.${key}`, params) : reason(`activity.${key}ByRole`, { ...params, role });
  };
  if (count >= times) return met(why("held"));
  return asOf <= period.to ? pending(why("running")) : missed(why("notHeld"));
}

/** An activity takes place at least N times in each week, month … (plan 000, II.3.b: leaders visit a thôn once a week). One judgement a period, and a role. */
export const activityFrequency = defineFactRuleKind({
  kind: "activity.frequency",
  judges: "activity",
  params: z.strictObject({
    activity: slug,
    times: z.int().min(1).default(1),
    every: z.enum(["week", "month", "quarter", "half-year", "year"]),
    /** Each of these roles for itself; left out: whoever does it. */
    by: z.array(z.string().min(1)).min(1).optional(),
  }),
  sampled: false,
  stricter: { times: "higher", by: "superset" },
  sentence: ({ activity, times, every, by }, language, nameOf) => {
    const word = EVERY_WORDS[every][language];
    if (language === "vi") {
      const who = by ? `Mỗi người giữ chức danh ${by.join(", ")} thực hiện` : "Thực hiện";
      return `${who} "${nameOf(activity)}" ít nhất ${times} lần mỗi ${word}.`;
    }
    const often = times === 1 ? "once" : `${times} times`;
    return by
      ? `Each of ${by.join(", ")} does "${nameOf(activity)}" at least ${often} a ${word}.`
      : `"${nameOf(activity)}" takes place at least ${often} a ${word}.`;
  },
  judge: ({ activity, times, every, by }, facts, asOf) =>
    periodsWithin(facts.period.from, facts.period.to, every).flatMap((period) =>
      (by ?? [null]).map((role) => judgePeriod({ activity, times, role }, period, facts, asOf)),
    ),
});
