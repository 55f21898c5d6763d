import { findUnits } from "@gandan/model/public/unit-directory";
import { directoryOf } from "@gandan/site/public/directory.server";
import { openPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { FindUnitPage, pageOfUnits } from "../../public/find-unit-page";

/** Where anybody finds the page of a unit: by province, or by name. What was typed is not kept. */
export const loader = async (args: LoaderFunctionArgs) => {
  const asked = findUnits.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const directory = await directoryOf(args.context);
  const province = directory.provinces.find(({ slug }) => slug === asked.province);
  const shown = pageOfUnits(directory, { ...asked, province: province?.slug ?? "" });
  return openPage(
    args,
    async ({ t }) => ({
      title: province && !asked.q ? t("findUnit.in", { province: province.name }) : t("findUnit.title"),
      ...(asked.q || shown.page > 1 ? {} : { description: t("findUnit.description") }),
      body: <FindUnitPage directory={directory} province={province} words={asked.q} shown={shown} />,
    }),
    // Only addresses that lead to something are kept, so that nobody fills the memory with made-up ones.
    {
      cached: asked.q === "" && shown.page === asked.page && (asked.province === "" || province !== undefined),
      query: { province: /^[a-z0-9-]+$/, page: /^[1-9]\d{0,2}$/ },
    },
  );
};
