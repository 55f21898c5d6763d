import { publicFile } from "@gandan/site/public/public-file.server";
import type { LoaderFunctionArgs } from "@remix-run/node";

/** The picture before a unit's name. */
export const loader = (args: LoaderFunctionArgs) =>
  publicFile(args, "seal", async (caller, slug) => {
    const { bytes, mediaType } = await caller.public.seal({ slug });
    return { bytes, contentType: mediaType };
  });
