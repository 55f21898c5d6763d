import { originOf } from "@gandan/api/origin-of";
import { pageCaller } from "@gandan/site/caller.server";
import { sitemapIndex } from "@gandan/site/public/sitemap.server";
import type { LoaderFunctionArgs } from "@remix-run/node";

/** The maps of all units that are served here. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx } = await pageCaller(args);
  const slugs = await caller.public.units();
  return sitemapIndex(slugs.map((slug) => `${originOf(ctx.host)}/p/${slug}/sitemap.xml`));
}
