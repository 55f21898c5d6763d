import { originOf } from "@gandan/api/origin-of";
import { publicFile } from "@gandan/site/public/public-file.server";
import { unitSitemap } from "@gandan/site/public/sitemap.server";
import type { LoaderFunctionArgs } from "@remix-run/node";

/** The public pages of a unit, for search engines. */
export const loader = (args: LoaderFunctionArgs) => {
  const host = args.request.headers.get("host") ?? new URL(args.request.url).host;
  return publicFile(args, `sitemap.xml ${host}`, async (caller, slug) => {
    const [{ origin }, procedures] = await Promise.all([
      caller.public.unit({ slug }),
      caller.public.procedures({ slug, q: "" }),
    ]);
    return unitSitemap(origin ?? originOf(host), slug, procedures);
  });
};
