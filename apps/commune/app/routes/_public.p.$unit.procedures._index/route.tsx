import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ProceduresPage } from "../../public/procedures-page";

/** Procedures of a unit; with words typed it depends on who asks, and is not kept. */
export const loader = (args: LoaderFunctionArgs) => {
  const words = (new URL(args.request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  return publicPage(
    args,
    async ({ caller, unit, t }) => {
      const procedures = await caller.public.procedures({ slug: unit.slug, q: words });
      return {
        title: t("public.procedures.title"),
        ...(words ? {} : { description: t("public.procedures.description", { unit: unit.name }) }),
        current: "procedures",
        body: <ProceduresPage unit={unit} procedures={procedures} words={words} />,
      };
    },
    { cached: words === "" },
  );
};
