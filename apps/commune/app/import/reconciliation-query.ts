import { type ReadReconciliation, readReconciliation } from "@gandan/model/import/reconciliation";

type Filters = Omit<ReadReconciliation, "importId">;

/** The filters of a reconciliation as they stand in an address. */
export const reconciliationFilters = (query: URLSearchParams): Filters =>
  readReconciliation.omit({ importId: true }).parse(Object.fromEntries([...query].filter(([, value]) => value !== "")));

/** The query of filters, some of them changed, without what is usual: "" or "?…". */
export function reconciliationQuery(filters: Filters, changes: Partial<Filters> = {}): string {
  const entries = Object.entries({ ...filters, ...changes }).filter(
    ([name, value]) => value !== undefined && !(name === "page" && value === 1),
  );
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
