import type { Caller } from "@gandan/api/root.router";
import { useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { FactList } from "@gandan/ui/fact-list";
import { PageHead } from "@gandan/ui/page-head";
import { capital, termWords } from "./term-words";

type Procedure = Awaited<ReturnType<Caller["public"]["procedure"]>>;

/** One procedure: how long, how much, what to bring. */
export function ProcedurePage({ unit, procedure }: { unit: PublicUnit; procedure: Procedure }) {
  const t = useT();
  const { code, name, field, term, fee, sameDay, papers, note, source } = procedure;
  const termText = capital(termWords(t, term));
  return (
    <div className="stack-5">
      <PageHead title={name} lead={field ?? undefined} />
      <FactList
        facts={[
          {
            term: t("public.procedures.term"),
            value: sameDay ? `${t("public.procedures.sameDay")} (${termText})` : termText,
          },
          { term: t("public.procedures.fee"), value: fee ?? t("public.procedures.feeAsk") },
          { term: t("public.procedures.code"), value: code },
          ...(source ? [{ term: t("public.procedures.source"), value: source }] : []),
        ]}
      />
      <p className="hint">{t("public.procedures.feeNote")}</p>
      <section>
        <h2>{t("public.procedures.papers")}</h2>
        {papers.length > 0 ? (
          <ul className="pub-papers">
            {papers.map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ul>
        ) : (
          <p>{t("public.procedures.papersNone")}</p>
        )}
      </section>
      {note ? (
        <section>
          <h2>{t("public.procedures.note")}</h2>
          <p>{note}</p>
        </section>
      ) : null}
      <p>
        <a href={publicHref(unit.slug, "procedures")}>{t("public.procedures.all")}</a>
      </p>
    </div>
  );
}
