import { type QuotasBelowInput, quotasBelow } from "@gandan/model/survey/quota-inputs";
import { queryLink } from "./query-link";

/** What the address asks for; empty fields of the filter ask for nothing. */
export function askedQuotas(request: Request): QuotasBelowInput {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
  return quotasBelow.parse(Object.fromEntries(given));
}

/** The address of the same list, asked for otherwise, without what is usual. */
export function quotaLink(path: string, { day, state, q, sort, direction, page }: QuotasBelowInput): string {
  return queryLink(path, {
    day,
    state: state === "all" ? undefined : state,
    q,
    sort: sort === "name" ? undefined : sort,
    direction: direction === "up" ? undefined : direction,
    page: page === null || page === 1 ? undefined : String(page),
  });
}
