import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ResultsPage } from "../../public/results-page";

/** Results of a month: the running one, or the one asked for. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t, format }) => {
      const month = new URL(args.request.url).searchParams.get("month") ?? undefined;
      const results = await caller.public.results({ slug: unit.slug, month });
      return {
        title: t("public.results.title", { month: format.month(results.month) }),
        description: t("public.results.description", { unit: unit.name }),
        current: "results",
        body: <ResultsPage unit={unit} results={results} />,
      };
    },
    { cached: true, query: ["month"] },
  );
