import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { PageHead } from "@gandan/ui/page-head";
import { Tabs } from "@gandan/ui/tabs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { unitCaller } from "../../caller.server";
import { SURVEY_TABS } from "../../surveys/survey-tabs";

export async function loader(args: LoaderFunctionArgs) {
  const { unit, path } = await unitCaller(args);
  return { path, permissions: unit.permissions };
}

/** Frame of the surveys: the way to each part; a part is a route below with its own title and panels. */
export default function SurveysFrame() {
  const { path, permissions } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const t = useT();
  const here = `${path}/surveys`;
  const tabs = SURVEY_TABS.filter(({ needs }) => permissions.includes(needs));
  const current = tabs.findLast(({ to }) => pathname === here + to || (to && pathname.startsWith(`${here}${to}/`)));
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("survey.title")}
      />
      <PageHead title={t("survey.title")} lead={t("survey.lead")} />
      <Tabs
        label={t("survey.tabs")}
        tabs={tabs.map(({ name, to }) => ({
          href: here + to,
          label: t(name),
          // A form has no tab of its own.
          current: to === (current?.to ?? ""),
        }))}
      />
      <Outlet />
    </div>
  );
}
