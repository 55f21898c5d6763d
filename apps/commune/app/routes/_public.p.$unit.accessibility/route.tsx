import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { AccessibilityPage } from "../../public/notice-pages";

export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ unit, t }) => ({
      title: t("public.accessibility.title"),
      description: t("public.accessibility.description", { unit: unit.name }),
      current: "accessibility",
      body: <AccessibilityPage unit={unit} />,
    }),
    { cached: true },
  );
