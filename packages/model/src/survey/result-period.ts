import type { LocalDate } from "@gandan/calendar/local-time";
import { type Period, quarterOf, shiftDay, yearPeriod } from "../oversight/period";

/** The spans of the calendar by which results are shown; `life`: all the time the form took answers. */
export const RESULT_KINDS = ["month", "quarter", "half-year", "year", "life"] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export interface ResultPeriod extends Period {
  kind: ResultKind;
}

/** The period of a kind that a day lies in; `life` from the day the form was opened to the day it closed, or `today`. */
export function resultPeriod(
  kind: ResultKind,
  day: LocalDate,
  form: { openedOn: LocalDate; closedOn: LocalDate | null; today: LocalDate },
): ResultPeriod {
  const year = day.slice(0, 4);
  switch (kind) {
    case "month": {
      const next = new Date(`${day.slice(0, 8)}01T00:00:00Z`);
      next.setUTCMonth(next.getUTCMonth() + 1);
      return { kind, from: `${day.slice(0, 8)}01`, to: shiftDay(next.toISOString().slice(0, 10), -1) };
    }
    case "quarter":
      return { kind, ...quarterOf(day) };
    case "half-year":
      return day.slice(5) < "07-01"
        ? { kind, from: `${year}-01-01`, to: `${year}-06-30` }
        : { kind, from: `${year}-07-01`, to: `${year}-12-31` };
    case "year":
      return { kind, ...yearPeriod(day) };
    case "life":
      // Whole quarters: what is shown lies in them.
      return { kind, from: quarterOf(form.openedOn).from, to: quarterOf(form.closedOn ?? form.today).to };
  }
}
