import { useT } from "@gandan/i18n/translation";
import { Icon } from "@gandan/ui/icon";
import { LanguageSwitch } from "@gandan/ui/language-switch";
import type { ReactNode } from "react";
import { languageChoices } from "../shell/shell-parts";

/** What stands around a public page that is no unit's: where it is, the way for staff, the language. No script. */
export function OpenFrame({ here, children }: { here: string; children: ReactNode }) {
  const t = useT();
  return (
    <>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <header className="bar bar-plain pub-bar">
        <div className="bar-in">
          <a className="pub-issuer" href="/p">
            <span className="issuer">
              {t("shell.tagline")}
              <b>{t("shell.name")}</b>
            </span>
          </a>
          <div className="bar-end">
            <a className="btn btn-quiet nowrap" href="/sign-in">
              <Icon name="user-round" />
              {t("findUnit.staff")}
            </a>
            <LanguageSwitch label={t("shell.language")} choices={languageChoices(t, here)} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="pub">
        {children}
      </main>
      <footer className="foot pub-foot">
        <nav aria-label={t("public.nav.more")}>
          <a href="/sign-in">{t("public.nav.staff")}</a>
        </nav>
        <span>
          {t("shell.name")} · {t("shell.tagline")}
        </span>
      </footer>
    </>
  );
}
