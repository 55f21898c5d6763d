import { useT } from "@gandan/i18n/translation";
import { PageShell } from "@gandan/ui/page-shell";
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { guideHref } from "../guide/guide-places";
import { languageChoices, shellLabels } from "./shell-parts";

/** The frame of pages outside any unit. */
export function PlainShell({ children }: { children: ReactNode }) {
  const t = useT();
  const { pathname, search } = useLocation();
  return (
    <PageShell
      labels={shellLabels(t)}
      home={{ href: "/", name: t("shell.name") }}
      nav={[]}
      languages={languageChoices(t, pathname + search)}
      help={pathname.startsWith("/guide") ? undefined : { href: guideHref("", pathname), label: t("guide.help") }}
      footer={[`${t("shell.name")} · ${t("shell.tagline")}`]}
    >
      {children}
    </PageShell>
  );
}
