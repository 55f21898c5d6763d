import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ResultsPage } from "../../public/results-page";

/** Results of a month: the running one, or the one asked for; what citizens said in its quarter; what was published. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t, format }) => {
      const { slug } = unit;
      const month = new URL(args.request.url).searchParams.get("month") ?? undefined;
      const results = await caller.public.results({ slug, month });
      const [{ result }, { publications }] = await Promise.all([
        caller.surveyResult.public({ slug, kind: "quarter", day: results.to }),
        caller.publication.published({ slug }),
      ]);
      return {
        title: t("public.results.title", { month: format.month(results.month) }),
        description: t("public.results.description", { unit: unit.name }),
        current: "results",
        body: <ResultsPage unit={unit} results={results} survey={result} publications={publications} />,
      };
    },
    { cached: true, query: { month: /^20\d\d-(?:0[1-9]|1[0-2])$/ } },
  );
