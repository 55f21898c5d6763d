import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";

/** An address below a unit's that leads nowhere. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(args, () => {
    throw new Response("", { status: 404 });
  });
