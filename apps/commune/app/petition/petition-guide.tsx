import type { Caller } from "@gandan/api/root.router";
import { useT } from "@gandan/i18n/translation";
import { PETITION_KINDS } from "@gandan/model/petition/petition-terms";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { petitionTermText } from "./petition-term";

export type PetitionPage = Awaited<ReturnType<Caller["petition"]["page"]>>;

/** Which petition is for what, by when the law wants it dealt with, and who opens it. */
export function PetitionGuide({ unit, page }: { unit: PublicUnit; page: PetitionPage }) {
  const t = useT();
  return (
    <>
      <section className="stack" aria-labelledby="which">
        <h2 id="which">{t("petition.public.whichTitle")}</h2>
        {PETITION_KINDS.map((kind) => (
          <section key={kind} className="stack" aria-labelledby={`about-${kind}`}>
            <h3 id={`about-${kind}`}>{t(`petition.kind.${kind}`)}</h3>
            <p>{t(`petition.public.${kind}.what`)}</p>
            <p>
              {t(`petition.public.${kind}.needs`)}{" "}
              {kind === "recommendation" ? (
                <a href={publicHref(unit.slug, "feedback")}>{t("petition.public.toFeedback")}</a>
              ) : null}
            </p>
            <ul>
              {page.terms
                .filter((term) => term.kind === kind)
                .map(({ step, value, legalReference }) => (
                  <li key={step}>
                    {t("petition.public.termLaw", {
                      text: t(`petition.public.term.${step}`, { term: petitionTermText(t, value) }),
                      law: legalReference,
                    })}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </section>
      <section className="stack" aria-labelledby="who">
        <h2 id="who">{t("petition.public.whoTitle")}</h2>
        {page.readers.length > 0 ? (
          <>
            <p>{t("petition.public.whoText")}</p>
            <ul>
              {page.readers.map(({ readerId, name, title, kinds }) => (
                <li key={readerId}>
                  {t("petition.public.who", {
                    name: title ? `${name}, ${title}` : name,
                    kinds: kinds.map((kind) => t(`petition.kind.${kind}`)).join("; "),
                  })}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {unit.parentName ? <p>{t("petition.public.chairman", { parent: unit.parentName })}</p> : null}
        <p>
          <a href={publicHref(unit.slug, "contact")}>{t("petition.public.toContact")}</a>
        </p>
      </section>
    </>
  );
}
