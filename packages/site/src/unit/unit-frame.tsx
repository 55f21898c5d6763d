import { useFormat, useT } from "@gandan/i18n/translation";
import type { TextKey } from "@gandan/i18n/translator";
import type { IconName } from "@gandan/ui/icon";
import { Notice } from "@gandan/ui/notice";
import { PageShell } from "@gandan/ui/page-shell";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { guideHref } from "../guide/guide-places";
import { KeptForms } from "../kept/kept-forms";
import { languageChoices, shellLabels } from "../shell/shell-parts";
import type { UnitPermission, unitFrameLoader } from "./units.server";

/** An entry of the menu of a unit's pages. */
export interface Section {
  name: TextKey;
  icon: IconName;
  /** Appended to the unit's address. */
  to: string;
  /** Its tables need the width: the menu is folded there. */
  wide?: boolean;
  /** Shown to those alone who may. */
  needs?: UnitPermission;
  /** What is counted beside it. */
  counts?: "notices";
}

interface UnitFrameProps {
  sections: readonly Section[];
  /** What the search box looks in: an address below the unit's, with its label. */
  search: { to: string; label: TextKey; needs?: UnitPermission };
  /** Where a person's reminders are, for those who have any. */
  bell?: { to: string; needs: UnitPermission };
}

/** Frame of a unit's pages: menu, unit switcher, search, and the word that a unit has ended. */
export function UnitFrame({ sections, search, bell }: UnitFrameProps) {
  const { unit, path, units, unitBase, person, personId, notices } = useLoaderData<typeof unitFrameLoader>();
  const t = useT();
  const format = useFormat();
  const location = useLocation();
  const { pathname } = location;
  const shown = sections.filter(({ needs }) => !needs || unit.permissions.includes(needs));
  const current = [...shown].reverse().find(({ to }) => pathname === path + to || pathname.startsWith(`${path}${to}/`));
  const successors = unit.successors.map(({ name, code }) => `${name} (${code})`).join(", ");
  return (
    <PageShell
      labels={shellLabels(t)}
      home={{ href: path, name: t("shell.name") }}
      layout={current?.wide ? "menu" : "rail"}
      nav={shown.map(({ name, icon, to, counts }) => ({
        href: path + to,
        label: t(name),
        icon,
        count: counts ? notices : undefined,
        current: to === current?.to,
      }))}
      unit={{
        label: t("shell.switchUnit"),
        name: unit.name,
        detail: unit.parentName ?? unit.code,
        choices:
          units.length < 2
            ? []
            : units.map((each) => ({
                href: `${unitBase}/${each.slug}`,
                name: each.name,
                detail: each.parentName ?? each.code,
                current: each.id === unit.id,
              })),
      }}
      search={
        !search.needs || unit.permissions.includes(search.needs)
          ? { action: path + search.to, label: t(search.label) }
          : undefined
      }
      languages={languageChoices(t, pathname + location.search)}
      help={{ href: guideHref(unitBase, pathname.slice(path.length)), label: t("guide.help") }}
      bell={
        bell && unit.permissions.includes(bell.needs)
          ? {
              href: path + bell.to,
              label: notices > 0 ? t("notice.bell", { count: notices }) : t("notice.bellNone"),
              count: notices,
            }
          : undefined
      }
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
      <KeptForms person={personId} unit={path} />
      <Outlet />
    </PageShell>
  );
}
