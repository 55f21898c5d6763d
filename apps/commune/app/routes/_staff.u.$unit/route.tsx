import { useFormat, useT } from "@gandan/i18n/translation";
import { Notice } from "@gandan/ui/notice";
import { PageShell } from "@gandan/ui/page-shell";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { unitCaller } from "../../caller.server";
import { languageChoices, shellLabels } from "../../shell-parts";

export async function loader(args: LoaderFunctionArgs) {
  const { caller, session, unit, path } = await unitCaller(args);
  const units = await caller.unit.mine();
  return { unit, path, units, person: session.actor.name };
}

const SECTIONS = [
  { key: "today", icon: "house", to: "" },
  { key: "dossiers", icon: "folder-open", to: "/dossiers" },
  { key: "imports", icon: "file-text", to: "/imports" },
  { key: "models", icon: "sliders-horizontal", to: "/models" },
  { key: "score", icon: "list-checks", to: "/score" },
  { key: "index", icon: "chart-column", to: "/index" },
] as const;

/** Frame of a unit's staff pages: menu, unit switcher, search, and the word that a unit has ended. */
export default function UnitFrame() {
  const { unit, path, units, person } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { pathname, search } = useLocation();
  const current = [...SECTIONS]
    .reverse()
    .find(({ to }) => pathname === path + to || pathname.startsWith(`${path}${to}/`));
  const wide = ["models", "index"].includes(current?.key ?? "");
  const successors = unit.successors.map(({ name, code }) => `${name} (${code})`).join(", ");
  return (
    <PageShell
      labels={shellLabels(t)}
      home={{ href: path, name: t("shell.name") }}
      layout={wide ? "menu" : "rail"}
      nav={SECTIONS.map(({ key, icon, to }) => ({
        href: path + to,
        label: t(`shell.nav.${key}`),
        icon,
        current: key === current?.key,
      }))}
      unit={{
        label: t("shell.switchUnit"),
        name: unit.name,
        detail: unit.parentName ?? unit.code,
        choices:
          units.length < 2
            ? []
            : units.map((each) => ({
                href: `/u/${each.slug}`,
                name: each.name,
                detail: each.parentName ?? each.code,
                current: each.id === unit.id,
              })),
      }}
      search={{ action: `${path}/dossiers`, label: t("shell.search") }}
      languages={languageChoices(t, pathname + search)}
      person={{
        label: t("shell.person"),
        name: person,
        role: unit.roles.map((role) => t.find(`session.role.${role}`) ?? role).join(", "),
        links: [{ href: "/account", label: t("session.list.title") }],
        signOut: { action: "/sign-out", label: t("session.signOut") },
      }}
      footer={[`${t("shell.name")} · ${t("shell.tagline")}`]}
      printable
    >
      {unit.ended && unit.validTo ? (
        <Notice
          tone="pending"
          title={
            successors
              ? t("unit.ended", { date: format.date(unit.validTo), successors })
              : t("unit.endedAlone", { date: format.date(unit.validTo) })
          }
        />
      ) : null}
      <Outlet />
    </PageShell>
  );
}
