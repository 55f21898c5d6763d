import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { ComparisonTrend } from "../../oversight/comparison-trend";
import { askedPeriod, lastDayOf, today } from "../../oversight/period.server";
import { PeriodLinks } from "../../oversight/period-links";
import { periodName } from "../../oversight/period-name";
import { queryLink } from "../../oversight/query-link";
import { UnitCard } from "../../oversight/unit-card";
import { UnitFacts } from "../../oversight/unit-facts";

/** Nothing here needs a script: the page goes out without one, and without its data a second time. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, format, unitId, path } = await unitCaller(args);
  const below = args.params.below ?? "";
  const period = askedPeriod(new URL(args.request.url).searchParams);
  const page = await orResponse(t, caller.oversight.unit({ unitId, below, period }));
  const heading = t("oversight.unit.title", { unit: page.unit.name, period: periodName(t, format, page.period) });
  return {
    title: t("shell.title", { page: heading }),
    heading,
    page,
    path,
    last: lastDayOf(today(ctx.now), page.unit.belowTo),
  };
}

export default function Unit() {
  const { heading, page, path, last } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { unit, period, cards, among } = page;
  const here = `${path}/units/${unit.slug}`;
  const named = periodName(t, format, period);
  const backHref = queryLink(path, { from: period.from, to: period.to });
  const trendTitle = among.indicators.find(({ id }) => id === among.trend?.indicator)?.title ?? "";
  const successors = unit.successors.map(({ name, code }) => `${name} (${code})`).join(", ");
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: backHref, label: t("shell.nav.compare") },
          { href: `${path}/units`, label: t("oversight.units.title") },
        ]}
        current={unit.name}
      />
      <PageHead title={heading} lead={t("oversight.unit.noDetail")} />
      {page.ended && unit.validTo ? (
        <Notice
          tone="pending"
          title={
            successors
              ? t("unit.ended", { date: format.date(unit.validTo), successors })
              : t("unit.endedAlone", { date: format.date(unit.validTo) })
          }
        >
          {page.moved ? t("oversight.unit.moved", { period: named }) : null}
        </Notice>
      ) : null}
      <UnitFacts
        unit={unit}
        adoption={page.adoption}
        row={among.row}
        ranked={among.ranked}
        rankMinN={among.rankMinN}
        points={{ compared: among.comparedPoints, total: among.totalPoints }}
      />
      <FilterBar label={t("oversight.compare.period")} action={here} submit={t("shell.action.filter")}>
        <Field id="from" name="from" control="date" label={t("oversight.compare.from")} defaultValue={period.from} />
        <Field id="to" name="to" control="date" label={t("oversight.compare.to")} defaultValue={period.to} />
      </FilterBar>
      <PeriodLinks last={last} current={period} href={({ from, to }) => queryLink(here, { from, to })} />
      {cards.length === 0 ? (
        <EmptyState
          icon="folder-open"
          level={2}
          title={t("oversight.unit.empty")}
          text={t("oversight.unit.emptyText", { period: named })}
        />
      ) : (
        cards.map((card) => <UnitCard key={card.versionId} card={card} period={period} />)
      )}
      {among.row && among.trend ? (
        <Panel id="months" title={t("oversight.trend.titlePlain", { indicator: trendTitle })}>
          <ComparisonTrend rows={[among.row]} trend={among.trend} indicator={trendTitle} unitHref={() => here} />
        </Panel>
      ) : null}
    </div>
  );
}
