import type { Translate } from "@gandan/i18n/translator";
import type { PageShellProps } from "@gandan/ui/page-shell";

/** Texts of the page's frame. */
export function shellLabels(t: Translate): PageShellProps["labels"] {
  return {
    skip: t("shell.skip"),
    openMenu: t("shell.openMenu"),
    mainNav: t("shell.mainNav"),
    mainNavShort: t("shell.mainNavShort"),
    language: t("shell.language"),
    count: t("shell.tasksLeft"),
  };
}

/** The same page in each language. */
export function languageChoices(t: Translate, path: string): PageShellProps["languages"] {
  return (["vi", "en"] as const).map((code) => ({
    code,
    short: t(`shell.languageCode.${code}`),
    name: t(`shell.languageName.${code}`),
    href: `/language?to=${code}&next=${encodeURIComponent(path)}`,
    current: t.language === code,
  }));
}
