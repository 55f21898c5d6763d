import { earliestOf, type Period, shiftDay, usualPeriod } from "@gandan/model/oversight/period";
import { localToday } from "@gandan/services/unit/local-today";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string | null): text is string =>
  text !== null && DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The span that an address asks for (`from`, `to`; turned round when reversed), or undefined. */
export function askedPeriod(search: URLSearchParams): Period | undefined {
  const [from, to] = [search.get("from"), search.get("to")];
  if (!isDay(from) || !isDay(to)) return undefined;
  return from <= to ? { from, to } : { from: to, to: from };
}

/** The span asked for, or the usual one: the current quarter, for an ended unit the quarter of its last day. */
export function periodOf(search: URLSearchParams, now: Date, validTo: string | null): Period {
  return askedPeriod(search) ?? usualPeriod(localToday(now), validTo);
}

/** The day asked for (`on`), or today, or the last day of an ended unit. */
export function dayOf(search: URLSearchParams, now: Date, validTo: string | null): string {
  const on = search.get("on");
  if (isDay(on)) return on;
  return lastDayOf(localToday(now), validTo);
}

/** `day`, or the last day of a unit that was no more on it. */
export function lastDayOf(day: string, validTo: string | null): string {
  return validTo === null ? day : earliestOf(day, shiftDay(validTo, -1));
}

/** The day in Viet Nam at `now`. */
export const today = localToday;

/** The page of a list that an address asks for, from 1. */
export function pageOf(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get("page") ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}
