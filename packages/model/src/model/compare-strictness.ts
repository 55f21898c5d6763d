import { parseTerm, type Term } from "@gandan/calendar/term";
import type { Stricter } from "../rules/define-rule-kind";
import type { Sentence } from "./sentence";

/** What a change in the stricter direction looks like. */
export const STRICTER_WORDS: Readonly<Record<Stricter, { vi: string; en: string }>> = {
  higher: { vi: "cao hơn", en: "higher" },
  lower: { vi: "thấp hơn hoặc sớm hơn", en: "lower or earlier" },
  superset: { vi: "thêm mục", en: "more entries" },
  subset: { vi: "bớt mục", en: "fewer entries" },
  shorter: { vi: "thời hạn ngắn hơn", en: "a shorter term" },
  fixed: { vi: "không được đổi", en: "it may not change" },
} satisfies Record<Stricter, Sentence>;

/** Text that is the same for values that mean the same: keys sorted, lists as sets. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${pairs
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .sort()
      .join(",")}}`;
  }
  if (typeof value === "string") return JSON.stringify(value.normalize("NFC").replace(/\s+/g, " ").trim());
  return JSON.stringify(value) ?? "undefined";
}

function asTerm(value: unknown): Term | undefined {
  if (typeof value === "string") return parseTerm(value);
  return typeof value === "object" && value !== null && "unit" in value ? (value as Term) : undefined;
}

/**
 * Whether a term ends no later than another whatever the hour and day of acceptance.
 * Working hours count 8 to a day. Across units only what holds for every calendar counts: a same-day term ends by the
 * evening of the next working day at the latest; N calendar days end within N + 1 working days.
 */
function endsNoLater(term: Term, limit: Term): boolean {
  if (term.unit === "same-day") {
    if (limit.unit === "same-day") return term.cutoff >= limit.cutoff;
    return limit.unit === "calendar-days" ? limit.value >= 1 : workingDays(limit) >= 2;
  }
  if (limit.unit === "same-day") return false;
  if (term.unit === "calendar-days") {
    return limit.unit === "calendar-days" ? term.value <= limit.value : term.value + 1 <= workingDays(limit);
  }
  return limit.unit !== "calendar-days" && workingDays(term) <= workingDays(limit);
}

const workingDays = (term: Extract<Term, { value: number }>): number =>
  term.unit === "working-hours" ? term.value / 8 : term.value;

/** Whether `after` asks for less than `before`; a parameter that was not set asks for nothing unless it is `fixed`. */
export function looserThan(direction: Stricter, before: unknown, after: unknown): boolean {
  if (canonical(before) === canonical(after)) return false;
  if (direction === "fixed") return true;
  if (before === undefined) return false;
  if (direction === "shorter") {
    const [limit, term] = [asTerm(before), asTerm(after)];
    return !limit || !term || !endsNoLater(term, limit);
  }
  if (direction === "higher" || direction === "lower") {
    // Numbers by size, dates by their text.
    if (typeof before === "number" && typeof after === "number")
      return direction === "higher" ? after < before : after > before;
    if (typeof before === "string" && typeof after === "string")
      return direction === "higher" ? after < before : after > before;
    return true;
  }
  if (!Array.isArray(before) || !Array.isArray(after)) return true;
  const [small, large] = direction === "superset" ? [before, after] : [after, before];
  const have = new Set(large.map(canonical));
  return !small.every((one) => have.has(canonical(one)));
}
