import type { LocalDate } from "@gandan/calendar/local-time";
import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import { type Period, shiftDay } from "../oversight/period";
import { entryNames } from "../rules/entry-names";
import { publicationByDates } from "../rules/publication-by-dates";

/** Something that a model wants published. */
export interface WantedPublication {
  /** As the model names it. */
  slug: string;
  title: string;
  /** Clause of the plan. */
  clause: string | null;
  /** Month and day by which it is due each year, "06-10". */
  by: string[];
  /** The date itself is too late. */
  before: boolean;
  /** It also stands on-line without a gap. */
  continuous: boolean;
}

type Params = Pick<WantedPublication, "by" | "before" | "continuous"> & { publication: string };

/** What a model wants published, as its rules say. */
export function wantedPublications(source: ModelSource): WantedPublication[] {
  const nameOf = entryNames(source);
  return Object.values(source.rules)
    .filter(({ kind }) => kind === publicationByDates.kind)
    .flatMap((rule) => {
      const read = publicationByDates.params.safeParse(paramsOf(rule));
      if (!read.success) return [];
      const { publication: slug, by, before, continuous } = read.data as unknown as Params;
      return [{ slug, title: nameOf(slug), clause: rule.clause ?? null, by: [...by].sort(), before, continuous }];
    });
}

/** The days by which it is due in a year, the last day on which it is in time: the day before for what is due "before". */
export function dueDays({ by, before }: Pick<WantedPublication, "by" | "before">, year: number): LocalDate[] {
  return by.map((monthAndDay) => shiftDay(`${year}-${monthAndDay}`, before ? -1 : 0));
}

/** The first due day from `day` on; null for what has no dates. */
export function nextDue(wanted: Pick<WantedPublication, "by" | "before">, day: LocalDate): LocalDate | null {
  const year = Number(day.slice(0, 4));
  return [...dueDays(wanted, year), ...dueDays(wanted, year + 1)].filter((due) => due >= day).sort()[0] ?? null;
}

/** The last due day before `day`; null for what has no dates. */
export function lastDue(wanted: Pick<WantedPublication, "by" | "before">, day: LocalDate): LocalDate | null {
  const year = Number(day.slice(0, 4));
  return (
    [...dueDays(wanted, year - 1), ...dueDays(wanted, year)]
      .filter((due) => due < day)
      .sort()
      .at(-1) ?? null
  );
}

const MONTHS = 12;

const firstOfMonth = (day: LocalDate) => `${day.slice(0, 8)}01`;
const monthsBefore = (day: LocalDate, months: number): LocalDate =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - months, 1)).toISOString().slice(0, 10);

/**
 * What a publication made on `day` tells of: the whole months that are over since the last one ended, at most a year;
 * without a last one half a year. Null when no month is over since then.
 */
export function publicationPeriod(day: LocalDate, lastTo: LocalDate | null): Period | null {
  const to = shiftDay(firstOfMonth(day), -1);
  const since = lastTo === null ? monthsBefore(day, MONTHS / 2) : shiftDay(lastTo, 1);
  const [, from = since] = [since, monthsBefore(day, MONTHS)].sort();
  return from > to ? null : { from, to };
}

/** The whole calendar year before the day. */
export function yearBefore(day: LocalDate): Period {
  const year = Number(day.slice(0, 4)) - 1;
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
