import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { ScorePanel } from "@gandan/ui/score-panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { periodOf } from "../../period.server";
import { RuleReasons } from "../../score/rule-reasons";
import { scoreLines } from "../../score/score-lines";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, unit, unitId, path } = await unitCaller(args);
  const period = periodOf(new URL(args.request.url).searchParams, ctx.now, unit.validTo);
  const cards = await orResponse(t, caller.score.read({ unitId, ...period }));
  return { title: t("shell.titleWithUnit", { page: t("score.title"), unit: unit.name }), cards, period, path };
}

type Card = ReturnType<typeof useLoaderData<typeof loader>>["cards"][number];

export default function Score() {
  const { cards, period, path } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const span = { from: format.date(period.from), to: format.date(period.to) };
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("score.title")}
      />
      <PageHead title={t("score.title")} lead={t("score.intro")} />
      <FilterBar label={t("shell.action.filter")} action={`${path}/score`} submit={t("shell.action.filter")}>
        <Field id="from" name="from" control="date" label={t("score.from")} defaultValue={period.from} />
        <Field id="to" name="to" control="date" label={t("score.to")} defaultValue={period.to} />
      </FilterBar>
      {cards.every(({ dossiers }) => dossiers === 0) ? (
        <EmptyState icon="folder-open" level={2} title={t("score.noData")} text={t("score.noDataText", span)} />
      ) : (
        cards.filter(({ dossiers }) => dossiers > 0).map((card) => <ScoreCard key={card.versionId} card={card} />)
      )}
    </div>
  );
}

function ScoreCard({ card }: { card: Card }) {
  const { path } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { explanation } = card;
  const total = format.number(explanation.total);
  const period = { from: format.date(card.from), to: format.date(card.to) };
  const kind = card.yardstick ? t("score.yardstick") : t("score.own");
  return (
    <article className="stack-5" aria-label={`${kind}: ${card.title}`}>
      <ScorePanel
        id={`score-${card.versionId}`}
        title={`${kind}: ${card.title}`}
        value={format.points(explanation.points)}
        total={t("score.total", { total })}
        facts={[
          t("shell.period.range", period),
          t("score.coverage", { measured: format.number(explanation.coverage), total }),
          t("score.nDossiers", { count: card.dossiers }),
          card.asOf ? t("score.asOf", { time: format.dateTime(card.asOf) }) : "",
        ].filter(Boolean)}
        lines={scoreLines(t, format, explanation.lines, (line) => `#line-${card.versionId}-${line}`)}
      />
      {explanation.lines.map((line) =>
        line.rules.length === 0 ? null : (
          <section key={line.id} id={`line-${card.versionId}-${line.id}`} className="panel panel-p stack">
            <h3>{line.title}</h3>
            {line.rules.map((rule) => (
              <RuleReasons
                key={rule.id}
                rule={rule}
                path={path}
                missedHref={`${path}/score/missed?${new URLSearchParams({
                  versionId: card.versionId,
                  ruleId: rule.id,
                  from: card.from,
                  to: card.to,
                })}`}
              />
            ))}
          </section>
        ),
      )}
    </article>
  );
}
