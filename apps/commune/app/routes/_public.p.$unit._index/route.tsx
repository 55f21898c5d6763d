import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { PromisePage } from "../../public/promise-page";

/** The unit's first page for citizens: what it has promised. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t }) => {
      const promise = await caller.public.promise({ slug: unit.slug });
      return {
        title: t("public.promise.title"),
        description: t("public.promise.description", { unit: unit.name }),
        current: "promise",
        body: <PromisePage unit={unit} promise={promise} />,
      };
    },
    { cached: true },
  );
