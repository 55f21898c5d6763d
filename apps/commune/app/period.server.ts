import { localToday } from "@gandan/services/unit/local-today";

export interface Period {
  from: string;
  to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The last day of the month of `day`. */
function endOfMonth(day: string): string {
  const [year, month] = day.split("-").map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
}

/**
 * The span of local days that an address asks for (`from`, `to`); without one, the current month of Viet Nam, or for a
 * unit that has ended its last month. A reversed span is turned round.
 * @param lastDay first day on which the unit is no more
 */
export function periodOf(search: URLSearchParams, now: Date, lastDay: string | null): Period {
  const from = search.get("from") ?? "";
  const to = search.get("to") ?? "";
  if (DAY.test(from) && DAY.test(to)) return from <= to ? { from, to } : { from: to, to: from };
  let today = localToday(now);
  if (lastDay !== null && lastDay <= today) {
    today = new Date(Date.parse(`${lastDay}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  }
  return { from: `${today.slice(0, 7)}-01`, to: endOfMonth(today) };
}
