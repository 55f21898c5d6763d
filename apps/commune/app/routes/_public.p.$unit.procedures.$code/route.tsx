import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ProcedurePage } from "../../public/procedure-page";

/** One procedure of a unit. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t }) => {
      const procedure = await caller.public.procedure({ slug: unit.slug, code: (args.params.code ?? "").slice(0, 40) });
      return {
        title: procedure.name,
        description: t("public.procedures.oneDescription", { name: procedure.name, unit: unit.name }),
        current: "procedures",
        body: <ProcedurePage unit={unit} procedure={procedure} />,
      };
    },
    { cached: true },
  );
