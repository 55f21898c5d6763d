import { useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { PageHead } from "@gandan/ui/page-head";

const DONE = ["script", "keyboard", "zoom", "contrast", "colour", "reader", "light"] as const;
const PRIVACY = ["visit", "survey", "feedback", "petition", "dossier", "rights"] as const;

/** How the pages serve everybody, what does not yet, and whom to tell. */
export function AccessibilityPage({ unit }: { unit: PublicUnit }) {
  const t = useT();
  return (
    <div className="stack-5 pub-text">
      <PageHead title={t("public.accessibility.title")} lead={t("public.accessibility.lead")} />
      <section>
        <h2>{t("public.accessibility.done")}</h2>
        <ul className="pub-papers">
          {DONE.map((each) => (
            <li key={each}>{t(`public.accessibility.doneList.${each}`)}</li>
          ))}
        </ul>
        <p>{t("public.accessibility.standard")}</p>
      </section>
      <section>
        <h2>{t("public.accessibility.known")}</h2>
        <p>{t("public.accessibility.knownText")}</p>
      </section>
      <section>
        <h2>{t("public.accessibility.help")}</h2>
        <p>{t("public.accessibility.helpText")}</p>
        <p>
          <a className="btn" href={publicHref(unit.slug, "feedback")}>
            {t("public.accessibility.helpLink")}
          </a>
        </p>
      </section>
    </div>
  );
}

/** Which personal data are kept, for what, and who sees them. */
export function PrivacyPage({ unit }: { unit: PublicUnit }) {
  const t = useT();
  return (
    <div className="stack-5 pub-text">
      <PageHead title={t("public.privacy.title")} lead={t("public.privacy.lead")} />
      {PRIVACY.map((each) => (
        <section key={each}>
          <h2>{t(`public.privacy.${each}`)}</h2>
          <p>{t(`public.privacy.${each}Text`)}</p>
        </section>
      ))}
      <p className="label">{t("public.privacy.who", { unit: unit.name })}</p>
      <p>
        <a href={publicHref(unit.slug, "contact")}>{t("public.nav.contact")}</a>
      </p>
    </div>
  );
}
