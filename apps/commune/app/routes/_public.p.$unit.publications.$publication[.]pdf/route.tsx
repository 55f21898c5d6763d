import { publicationId } from "@gandan/model/publication/publication-inputs";
import { pageCaller } from "@gandan/site/caller.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse } from "../../caller.server";

/** The signed paper for anyone; it never changes. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t } = await pageCaller(args);
  const id = publicationId.safeParse({ publicationId: args.params.publication });
  if (!id.success) throw new Response(t("error.publication.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const asked = { slug: args.params.unit ?? "", ...id.data };
  const { fileName, contentType, bytes } = await orResponse(t, caller.publication.publishedPaper(asked));
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `inline; filename="${fileName}"`,
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
