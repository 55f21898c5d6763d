import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ContactPage } from "../../public/contact-page";

/** Hotline, leaders, days of reception. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async ({ caller, unit, t }) => ({
      title: t("public.contact.title"),
      description: t("public.contact.description", { unit: unit.name }),
      current: "contact",
      body: <ContactPage contact={await caller.public.contact({ slug: unit.slug })} />,
    }),
    { cached: true },
  );
