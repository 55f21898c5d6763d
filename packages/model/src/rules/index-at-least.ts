import { z } from "zod";
import { slug } from "../model/model-schema";
import { met, missed, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";

/** An index reaches X points, in one year or each year (plan 003, II.2: PAR index 95 or more by 2025). One judgement a year. */
export const indexAtLeast = defineFactRuleKind({
  kind: "index.at-least",
  judges: "index",
  params: z.strictObject({ index: slug, points: z.number().positive(), year: z.int().min(2000).max(2100).optional() }),
  sampled: false,
  stricter: { points: "higher", year: "lower" },
  sentence: ({ index, points, year }, language, nameOf) =>
    language === "vi"
      ? `Chỉ số "${nameOf(index)}"${year === undefined ? " hằng năm" : ` năm ${year}`} đạt từ ${String(points).replace(".", ",")} điểm trở lên.`
      : `Index "${nameOf(index)}" ${year === undefined ? "of each year" : `of ${year}`} is ${points} points or more.`,
  judge: ({ index, points: needed, year: only }, indices) =>
    indices
      .filter((one) => one.index === index && (only === undefined || one.year === only))
      .map(({ points, year: number }) => {
        // A year is a name, not a quantity: as text it is written without a thousands separator.
        const year = String(number);
        if (points === null) return pending(reason("index.awaited", { needed, year }));
        return points >= needed
          ? met(reason("index.reached", { points, needed, year }))
          : missed(reason("index.below", { points, needed, year }));
      }),
});
