import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { PageHead } from "@gandan/ui/page-head";
import { Tabs } from "@gandan/ui/tabs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { unitCaller } from "../../caller.server";
import { SETTINGS_TABS } from "../../settings/settings-tabs";

export async function loader(args: LoaderFunctionArgs) {
  const { unit, path } = await unitCaller(args);
  return { path, permissions: unit.permissions };
}

/** Frame of the settings: the way to each kind; a kind is a route below with its own title and panels. */
export default function SettingsFrame() {
  const { path, permissions } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const t = useT();
  const tabs = SETTINGS_TABS.filter(({ needs }) => permissions.includes(needs));
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("settings.title")}
      />
      <PageHead title={t("settings.title")} lead={t("settings.lead")} />
      <Tabs
        label={t("settings.tabs")}
        tabs={tabs.map(({ name, to }) => ({
          href: `${path}/settings${to}`,
          label: t(name),
          current: pathname === `${path}/settings${to}` || (to !== "" && pathname.startsWith(`${path}/settings${to}/`)),
        }))}
      />
      <Outlet />
    </div>
  );
}
