import { originOf } from "@gandan/api/origin-of";
import { orResponse, pageCaller } from "@gandan/site/caller.server";
import { unitSitemap } from "@gandan/site/public/sitemap.server";
import type { LoaderFunctionArgs } from "@remix-run/node";

/** The public pages of a unit, for search engines. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t } = await pageCaller(args);
  const slug = args.params.unit ?? "";
  const [{ origin }, procedures] = await orResponse(
    t,
    Promise.all([caller.public.unit({ slug }), caller.public.procedures({ slug, q: "" })]),
  );
  return unitSitemap(origin ?? originOf(ctx.host), slug, procedures);
}
