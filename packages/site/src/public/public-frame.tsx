import { useT } from "@gandan/i18n/translation";
import { Icon } from "@gandan/ui/icon";
import { LanguageSwitch } from "@gandan/ui/language-switch";
import type { ReactNode } from "react";
import { languageChoices } from "../shell/shell-parts";
import { type PublicPlace, type PublicUnit, publicHref, sealHref } from "./public-places";

interface PublicFrameProps {
  unit: PublicUnit;
  /** Path and query of the page, for the same in another language. */
  here: string;
  current: PublicPlace | undefined;
  children: ReactNode;
}

const MAIN: readonly PublicPlace[] = ["promise", "procedures", "results", "documents", "contact", "lookUp", "feedback"];
const MORE: readonly PublicPlace[] = ["petition", "accessibility", "privacy"];

/** What stands around a public page of a unit: whose page it is, where else to go, in which language. No script. */
export function PublicFrame({ unit, here, current, children }: PublicFrameProps) {
  const t = useT();
  const link = (place: PublicPlace) => (
    <a key={place} href={publicHref(unit.slug, place)} aria-current={place === current ? "page" : undefined}>
      {t(`public.nav.${place}`)}
    </a>
  );
  return (
    <>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <header className="bar bar-plain pub-bar">
        <div className="bar-in">
          <IssuerLink unit={unit} />
          <div className="bar-end">
            {unit.phone ? (
              <a className="btn btn-quiet nowrap" href={`tel:${unit.phone.replace(/[^+\d]/g, "")}`}>
                <Icon name="phone" />
                {unit.phone}
              </a>
            ) : null}
            <LanguageSwitch label={t("shell.language")} choices={languageChoices(t, here)} />
          </div>
        </div>
        <nav className="pub-nav" aria-label={t("public.nav.label")}>
          {MAIN.map(link)}
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="pub">
        {children}
      </main>
      <footer className="foot pub-foot">
        <nav aria-label={t("public.nav.more")}>
          {MORE.map(link)}
          <a href="/sign-in">{t("public.nav.staff")}</a>
        </nav>
        <span>
          {t("shell.name")} · {t("shell.tagline")}
        </span>
      </footer>
    </>
  );
}

function IssuerLink({ unit }: { unit: PublicUnit }) {
  const t = useT();
  return (
    <a className="pub-issuer" href={publicHref(unit.slug, "promise")}>
      {unit.seal ? <img src={sealHref(unit.slug, unit.seal)} alt="" width={52} height={52} /> : null}
      <span className="issuer">
        {t("public.issuer")}
        <b>{unit.name}</b>
      </span>
    </a>
  );
}
