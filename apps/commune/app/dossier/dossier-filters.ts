import { type DossierQueue, type ListDossiers, listDossiers, orderOf } from "@gandan/model/dossier/list-dossiers";

/**
 * The filters as they stand in an address. A value that nothing can be made of, such as a date that is none, is left
 * out; the others hold.
 */
export function filtersOf(query: URLSearchParams): ListDossiers {
  const given = Object.fromEntries(query);
  const parsed = listDossiers.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues) delete given[String(path[0])];
  return listDossiers.parse(given);
}

/** What is left out of an address, being usual: "soon", the order of the queue, the first page. */
function usual({ queue, sort }: ListDossiers): Record<string, string> {
  const chosen = orderOf({ queue, sort: undefined, direction: undefined }).sort;
  return {
    hours: String(listDossiers.parse({}).hours),
    sort: chosen,
    direction: orderOf({ queue, sort, direction: undefined }).direction,
    page: "1",
  };
}

/** The query of filters, some of them changed, without what is usual: "" or "?…". */
export function queryOf(filters: ListDossiers, changes: Partial<Record<keyof ListDossiers, string>> = {}): string {
  const changed = { ...filters, ...changes };
  const left = usual(filtersOf(new URLSearchParams(entriesOf(changed))));
  return queryText(entriesOf(changed).filter(([name, value]) => value !== left[name]));
}

function entriesOf(filters: Record<string, unknown>): [string, string][] {
  return Object.entries(filters)
    .map(([name, value]): [string, string] => [name, String(value ?? "")])
    .filter(([, value]) => value !== "");
}

function queryText(entries: [string, string][]): string {
  const query = new URLSearchParams(entries);
  return query.size > 0 ? `?${query}` : "";
}

/** The address of a queue, in its usual order. */
export function queueHref(path: string, queue: DossierQueue, hours?: number): string {
  return `${path}/dossiers${queryOf(listDossiers.parse({ queue, ...(queue === "due-soon" ? { hours } : {}) }))}`;
}
