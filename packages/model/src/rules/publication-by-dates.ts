import { localDateOf, minuteOfDate } from "@gandan/calendar/local-time";
import { z } from "zod";
import { slug } from "../model/model-schema";
import { met, missed, pending } from "../outcome/judgement";
import type { Judgement } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";
import type { PublicationFacts } from "./facts";
import { dateWords } from "./word-names";

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "month-day");

interface Deadline {
  date: string;
  /** Publications after the deadline before this one, up to `to`, count for it. */
  from: number;
  to: number;
}

/** All deadlines of the years of the period, each with the time since the one before it. */
function deadlines(by: readonly string[], before: boolean, { from, to }: PublicationFacts["period"]): Deadline[] {
  const years = [Number(localDateOf(from).slice(0, 4)) - 1, Number(localDateOf(to).slice(0, 4))] as const;
  const all: Deadline[] = [];
  for (let year = years[0]; year <= years[1]; year++) {
    for (const monthAndDay of [...by].sort()) {
      const date = `${year}-${monthAndDay}`;
      const last = minuteOfDate(date, before ? "00:00" : "24:00") - 1;
      all.push({ date, from: (all.at(-1)?.to ?? Number.NEGATIVE_INFINITY) + 1, to: last });
    }
  }
  return all.filter((deadline) => deadline.to >= from && deadline.to <= to);
}

function judgeDeadline(
  publication: string,
  { date, from, to }: Deadline,
  facts: PublicationFacts,
  asOf: number,
): Judgement {
  const first = facts.published
    .filter((one) => one.publication === publication && one.at >= from && one.at <= to)
    .reduce((earliest, { at }) => Math.min(earliest, at), Number.POSITIVE_INFINITY);
  if (first <= to) return met(reason("publication.published", { publishedAt: first, byDate: date }));
  return asOf <= to
    ? pending(reason("publication.running", { byDate: date }))
    : missed(reason("publication.notPublished", { byDate: date }));
}

function judgeContinuous(publication: string, facts: PublicationFacts, asOf: number): Judgement {
  const { from, to } = facts.period;
  const end = Math.min(asOf, to);
  let covered = from;
  for (const span of facts.online.filter((one) => one.publication === publication).sort((a, b) => a.from - b.from)) {
    if (span.from <= covered) covered = Math.max(covered, span.to);
  }
  if (covered < end) return missed(reason("publication.interrupted", { sinceAt: covered }));
  const fromDate = localDateOf(from);
  if (asOf <= to) return pending(reason("publication.continuousSoFar", { fromDate }));
  return met(reason("publication.continuous", { fromDate, toDate: localDateOf(to) }));
}

/** Something is published by fixed dates of each year, or stands on-line without a gap (plan 004, III.6.a). One judgement a date, and one for standing. */
export const publicationByDates = defineFactRuleKind({
  kind: "publication.by-dates",
  judges: "publication",
  params: z.strictObject({
    publication: slug,
    by: z.array(monthDay).default([]),
    /** True when the plan says "before" the dates: the date itself is then too late. */
    before: z.boolean().default(false),
    continuous: z.boolean().default(false),
  }),
  sampled: false,
  stricter: { by: "superset" },
  sentence: ({ publication, by, before, continuous }, language, nameOf) => {
    const parts: string[] = [];
    const dates = by.map((date) => dateWords(date, "vi")).join(language === "vi" ? " và " : " and ");
    if (language === "vi") {
      if (by.length > 0) parts.push(`được công bố ${before ? "trước" : "chậm nhất"} ngày ${dates} hằng năm`);
      if (continuous) parts.push("được công bố trực tuyến thường xuyên");
      return `"${nameOf(publication)}" ${parts.join(" và ")}.`;
    }
    if (by.length > 0) parts.push(`is published ${before ? "before" : "by"} ${dates} (day/month) each year`);
    if (continuous) parts.push("stands on-line at all times");
    return `"${nameOf(publication)}" ${parts.join(" and ")}.`;
  },
  judge: ({ publication, by, before, continuous }, facts, asOf) => [
    ...deadlines(by, before, facts.period).map((deadline) => judgeDeadline(publication, deadline, facts, asOf)),
    ...(continuous ? [judgeContinuous(publication, facts, asOf)] : []),
  ],
});
