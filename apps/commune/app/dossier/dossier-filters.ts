import { type ListDossiers, listDossiers } from "@gandan/model/dossier/list-dossiers";

/** What is left out of an address, being usual. */
const USUAL: Record<string, string> = { sort: "received", direction: "descending", page: "1" };

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

/** The query of filters, some of them changed, without what is usual: "" or "?…". */
export function queryOf(filters: ListDossiers, changes: Partial<Record<keyof ListDossiers, string>> = {}): string {
  const all = Object.entries({ ...filters, ...changes }).map(([name, value]) => [name, String(value ?? "")]);
  const query = new URLSearchParams(all.filter(([name, value]) => value !== "" && value !== USUAL[name ?? ""]));
  return query.size > 0 ? `?${query}` : "";
}

/** The address of a queue, what is due first at the top where that matters. */
export function queueHref(path: string, queue: NonNullable<ListDossiers["queue"]>): string {
  const dueFirst = ["due-today", "late", "late-no-letter"].includes(queue);
  return `${path}/dossiers?queue=${queue}${dueFirst ? "&sort=due&direction=ascending" : ""}`;
}
