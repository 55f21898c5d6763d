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
    <article className="stack-4" aria-label={`${kind}: ${card.title}`}>
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
        lines={explanation.lines.map((line) => ({
          key: line.id,
          title: line.title,
          points: line.points,
          earned: line.earned,
          text: t("score.pointsShort", {
            points: format.points(line.earned),
            total: format.number(line.points),
          }),
          label:
            line.earned === null
              ? t("score.unmeasuredText", { points: format.number(line.points) })
              : t("score.points", { points: format.points(line.earned), total: format.number(line.points) }),
          reason:
            line.state === "measured"
              ? line.n === line.met
                ? t("score.metAll", { count: line.n })
                : t("score.missedOf", { missed: line.n - line.met, count: line.n })
              : line.state === "few"
                ? t("score.few")
                : t("score.unmeasured"),
          href: line.state === "unmeasured" ? undefined : `#line-${card.versionId}-${line.id}`,
        }))}
      />
      {explanation.lines.map((line) =>
        line.rules.length === 0 ? null : (
          <section key={line.id} id={`line-${card.versionId}-${line.id}`} className="panel panel-p stack-3">
            <h3>{line.title}</h3>
            {line.rules.map((rule) => (
              <RuleReasons
                key={rule.id}
                rule={rule}
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
