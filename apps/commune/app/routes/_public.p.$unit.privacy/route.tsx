import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { PrivacyPage } from "../../public/notice-pages";

export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ unit, t }) => ({
      title: t("public.privacy.title"),
      description: t("public.privacy.description", { unit: unit.name }),
      current: "privacy",
      body: <PrivacyPage unit={unit} />,
    }),
    { cached: true },
  );
