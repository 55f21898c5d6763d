import { publicFile } from "@gandan/site/public/public-file.server";
import type { LoaderFunctionArgs } from "@remix-run/node";

/** The plan that a unit follows, for anybody. */
export const loader = (args: LoaderFunctionArgs) =>
  publicFile(args, "plan.pdf", (caller, slug) => caller.public.plan({ slug }));
