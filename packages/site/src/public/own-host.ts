import { knownHosts } from "./kept-pages";

/** Pages of a unit that stand at the root of its own host. */
const ROOTS: Readonly<Record<string, string>> = { "/": "", "/sitemap.xml": "/sitemap.xml" };

/**
 * A request for the root of a unit's own host name, as one for the unit's first page; any other as it came.
 * @param slugOf the unit of a host name, null for a host of none
 */
export async function ownHost(request: Request, slugOf: (host: string) => Promise<string | null>): Promise<Request> {
  const url = new URL(request.url);
  const behind = ROOTS[url.pathname];
  if (behind === undefined || (request.method !== "GET" && request.method !== "HEAD")) return request;
  const host = (request.headers.get("host") ?? url.host).toLowerCase().replace(/:\d+$/, "");
  const slug = await knownHosts.getOrMake(host, "", async () => (await slugOf(host)) ?? "");
  if (!slug) return request;
  url.pathname = `/p/${slug}${behind}`;
  return new Request(url, request);
}
