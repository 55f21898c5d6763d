import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { DocumentsPage } from "../../public/documents-page";

/** The plan that a unit follows. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t }) => ({
      title: t("public.documents.title"),
      description: t("public.documents.description", { unit: unit.name }),
      current: "documents",
      body: <DocumentsPage unit={unit} documents={await caller.public.documents({ slug: unit.slug })} />,
    }),
    { cached: true },
  );
