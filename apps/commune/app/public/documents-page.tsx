import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { PublicUnit } from "@gandan/site/public/public-places";
import { EmptyState } from "@gandan/ui/empty-state";
import { FactList } from "@gandan/ui/fact-list";
import { Icon } from "@gandan/ui/icon";
import { PageHead } from "@gandan/ui/page-head";

type Documents = Awaited<ReturnType<Caller["public"]["documents"]>>;

/** The plan that a unit follows, and what it rests on. */
export function DocumentsPage({ unit, documents }: { unit: PublicUnit; documents: Documents }) {
  const t = useT();
  const format = useFormat();
  const { plan, legalBasis } = documents;
  const withNumber = (title: string, number: string | null) =>
    number ? `${title}, ${t("public.documents.number", { number })}` : title;
  const fact = (term: string, value: string | null) => (value ? [{ term, value }] : []);
  if (!plan)
    return (
      <>
        <PageHead title={t("public.documents.title")} />
        <EmptyState
          level={2}
          icon="file-text"
          title={t("public.documents.empty", { unit: unit.name })}
          text={t("public.documents.emptyText")}
        />
      </>
    );
  const issued = plan.document ? withNumber(plan.document.title, plan.document.number) : null;
  return (
    <div className="stack-5">
      <PageHead title={t("public.documents.title")} lead={t("public.documents.lead", { unit: unit.name })} />
      <section className="stack">
        <h2>{t("public.documents.plan")}</h2>
        <p className="label">{plan.title}</p>
        <FactList
          facts={[
            { term: t("public.documents.from"), value: format.date(plan.from) },
            ...fact(t("public.documents.basis"), [plan.basis, plan.reference].filter(Boolean).join(", ")),
            ...fact(t("public.documents.issuer"), plan.issuer),
            ...fact(t("public.documents.document"), issued),
            { term: t("public.documents.version"), value: plan.version },
          ]}
        />
        <p>
          <a className="btn btn-primary" href={`/p/${unit.slug}/plan.pdf`}>
            <Icon name="file-text" />
            {t("public.documents.file")}
          </a>
        </p>
      </section>
      {legalBasis.length > 0 ? (
        <section>
          <h2>{t("public.documents.legal")}</h2>
          <ul className="lines">
            {legalBasis.map(({ title, number, issuer }) => (
              <li key={`${title} ${number}`}>
                <span>{withNumber(title, number)}</span>
                {issuer ? <span className="soft">{issuer}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
