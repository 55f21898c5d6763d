import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { FeedbackFigures } from "../feedback/feedback-figures";
import { type Published, PublishedLines } from "../publication/published-list";
import { KeptBar, KeptFigure } from "./kept-figure";
import { Satisfaction } from "./satisfaction";

type SurveyResult = Awaited<ReturnType<Caller["surveyResult"]["public"]>>["result"];
type Results = Awaited<ReturnType<Caller["public"]["results"]>>;

const PUBLISHED_SHOWN = 3;

interface ResultsPageProps {
  unit: PublicUnit;
  results: Results;
  /** What citizens said in the quarter; null when nobody was asked. */
  survey: SurveyResult | null;
  publications: Published["publications"];
}

/** How a unit kept its word in a month, and in the months before. */
export function ResultsPage({ unit, results, survey, publications }: ResultsPageProps) {
  const t = useT();
  const format = useFormat();
  const { month, to, dossiers, asOf, onTime, apologies, earlier, later } = results;
  const here = publicHref(unit.slug, "results");
  const lead = t("public.results.span", { from: format.date(month), to: format.date(to) });
  return (
    <div className="stack-5">
      <PageHead title={t("public.results.title", { month: format.month(month) })} lead={lead} />
      <nav className="row" aria-label={t("public.results.months")}>
        {earlier ? (
          <a href={`${here}?month=${earlier.slice(0, 7)}`}>
            {t("public.results.earlier", { month: format.month(earlier) })}
          </a>
        ) : null}
        {later ? (
          <a href={`${here}?month=${later.slice(0, 7)}`}>{t("public.results.later", { month: format.month(later) })}</a>
        ) : null}
      </nav>
      {dossiers === 0 ? (
        <EmptyState
          level={2}
          icon="chart-column"
          title={t("public.results.empty")}
          text={t("public.results.emptyText")}
        />
      ) : (
        <dl className="results">
          <Figure term={t("public.results.onTime")} kept={onTime} />
          <Figure term={t("public.results.apologies")} kept={apologies} />
          <div className="stat">
            <dt>{t("public.results.dossiers")}</dt>
            <dd>
              {format.number(dossiers)}
              {asOf ? <p className="note">{t("public.asOf", { time: format.dateTime(asOf) })}</p> : null}
            </dd>
          </div>
        </dl>
      )}
      {survey ? <Satisfaction result={survey} /> : null}
      <FeedbackFigures unit={unit} figures={results.feedback} />
      {publications.length > 0 ? (
        <section>
          <h2>{t("public.results.published")}</h2>
          <PublishedLines base={`/p/${unit.slug}`} publications={publications.slice(0, PUBLISHED_SHOWN)} />
          <p>
            <a href={`/p/${unit.slug}/publications`}>{t("public.results.publishedAll")}</a>
          </p>
        </section>
      ) : null}
      <Letters letters={results.letters} />
      <Months here={here} months={results.months} />
    </div>
  );
}

function Figure({ term, kept }: { term: string; kept: Results["onTime"] }) {
  const t = useT();
  const format = useFormat();
  const { met, n, share } = kept;
  return (
    <div className="stat">
      <dt>{term}</dt>
      <dd>
        {share === null ? (
          <p className="note">
            <KeptFigure kept={kept} />
          </p>
        ) : (
          <>
            {format.percent(share)}
            <KeptBar kept={kept} />
            <p className="note">{t("public.kept.share", { share: format.percent(share), met, n })}</p>
          </>
        )}
      </dd>
    </div>
  );
}

function Letters({ letters }: { letters: Results["letters"] }) {
  const t = useT();
  return (
    <section>
      <h2>{t("public.results.letters")}</h2>
      {letters.length === 0 ? (
        <p>{t("public.results.lettersNone")}</p>
      ) : (
        <DataTable
          caption={t("public.results.letters")}
          flush
          rows={letters}
          rowKey={({ kind }) => kind}
          columns={[
            { key: "kind", header: t("public.results.letterKind"), cell: ({ title }) => title },
            {
              key: "n",
              header: t("public.results.letterCount"),
              narrowLabel: t("public.results.letterCount"),
              align: "number",
              cell: ({ n }) => n,
            },
          ]}
        />
      )}
      <p className="hint">{t("public.results.lettersNote")}</p>
    </section>
  );
}

function Months({ here, months }: { here: string; months: Results["months"] }) {
  const t = useT();
  const format = useFormat();
  if (months.length < 2) return null;
  return (
    <section>
      <h2>{t("public.results.months")}</h2>
      <DataTable
        caption={t("public.results.months")}
        flush
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            key: "month",
            header: t("public.results.month"),
            cell: ({ month }) => <a href={`${here}?month=${month.slice(0, 7)}`}>{format.month(month)}</a>,
          },
          {
            key: "onTime",
            header: t("public.results.onTime"),
            narrowLabel: t("public.results.onTime"),
            cell: ({ onTime }) => <KeptFigure kept={onTime} />,
          },
          {
            key: "dossiers",
            header: t("public.results.dossiers"),
            narrowLabel: t("public.results.dossiers"),
            align: "number",
            cell: ({ dossiers }) => format.number(dossiers),
          },
        ]}
      />
    </section>
  );
}
