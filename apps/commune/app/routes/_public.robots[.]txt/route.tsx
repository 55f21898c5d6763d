import { originOf } from "@gandan/api/origin-of";
import type { LoaderFunctionArgs } from "@remix-run/node";

/** Citizens' pages may be found; sheets, links of one person and the desk may not. */
export function loader({ request }: LoaderFunctionArgs) {
  const origin = originOf(request.headers.get("host") ?? new URL(request.url).host);
  const closed = ["/u/", "/account", "/sign-in", "/p/*/s/", "/p/*/t/", "/p/*/look-up", "/p/*/feedback/", "/p/*/board"];
  const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${origin}/sitemap.xml`, ""];
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" };
  return new Response(lines.join("\n"), { headers });
}
