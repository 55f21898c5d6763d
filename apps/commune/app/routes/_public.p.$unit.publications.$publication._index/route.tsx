import { publicationId } from "@gandan/model/publication/publication-inputs";
import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { PublishedPage } from "../../publication/published-page";

/** One publication as it was signed, for citizens. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t, format, base }) => {
      const id = publicationId.safeParse({ publicationId: args.params.publication });
      if (!id.success) throw new Response(t("error.publication.notFound"), { status: 404 });
      const publication = await caller.publication.publishedOne({ slug: unit.slug, ...id.data });
      const { title, from, to } = publication;
      return {
        title: t("publication.of", { title, from: format.date(from), to: format.date(to) }),
        description: t("publication.public.description", { unit: unit.name }),
        current: "results",
        body: <PublishedPage base={base} publication={publication} />,
      };
    },
    { cached: true },
  );
