import { useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import type { ReactNode } from "react";

interface AnsweringFrameProps {
  unit: PublicUnit;
  /** Languages of what is asked, and the one it is shown in. */
  languages: readonly string[];
  language: string;
  /** What else stands in the address: "tablet=1&". */
  query: string;
  children: ReactNode;
}

const names = new Map<string, string>();

/** What a language calls itself. */
function nameOf(language: string): string {
  let name = names.get(language);
  if (name === undefined) {
    name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
    names.set(language, name);
  }
  return name;
}

/** What stands around a sheet: whose it is and its languages. No menu: there is one thing to do here. */
export function AnsweringFrame({ unit, languages, language, query, children }: AnsweringFrameProps) {
  const t = useT();
  return (
    <>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <header className="cit-head">
        <div>
          <a className="pub-issuer" href={publicHref(unit.slug, "promise")}>
            <span className="issuer">
              {t("public.issuer")}
              <b>{unit.name}</b>
            </span>
          </a>
          <nav className="lang" aria-label={t("answering.language")}>
            {(languages.length > 1 ? languages : []).map((each) => (
              <a
                key={each}
                href={`?${query}lang=${each}`}
                hrefLang={each}
                lang={each}
                aria-current={each === language ? "true" : undefined}
                aria-label={`${each.toUpperCase()}, ${nameOf(each)}`}
              >
                {each.toUpperCase()}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="cit">
        {children}
      </main>
      <footer className="foot">
        <span>
          {t("shell.name")} · {t("shell.tagline")}
        </span>
      </footer>
    </>
  );
}
