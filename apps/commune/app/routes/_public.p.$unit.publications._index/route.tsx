import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { PublishedList } from "../../publication/published-list";

/** All that a unit has published, for citizens. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t, base }) => ({
      title: t("publication.public.title"),
      description: t("publication.public.description", { unit: unit.name }),
      current: "results",
      body: (
        <PublishedList
          base={base}
          unit={unit.name}
          published={await caller.publication.published({ slug: unit.slug })}
        />
      ),
    }),
    { cached: true },
  );
