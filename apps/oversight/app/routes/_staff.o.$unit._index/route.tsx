import { useFormat, useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { ComparisonFilters } from "../../oversight/comparison-filters";
import { ComparisonHeat } from "../../oversight/comparison-heat";
import { ComparisonNext } from "../../oversight/comparison-next";
import { ComparisonRank } from "../../oversight/comparison-rank";
import { ComparisonTrend } from "../../oversight/comparison-trend";
import { OwnScores } from "../../oversight/own-scores";
import { lastDayOf, pageOf, today } from "../../oversight/period.server";
import { periodName } from "../../oversight/period-name";
import { queryLink } from "../../oversight/query-link";
import { readComparisonSearch } from "../../oversight/read-search.server";
import { RegisterTable } from "../../oversight/register-table";
import { StandingList } from "../../oversight/standing-list";

const REGISTER_ROWS = 20;

/** Nothing here needs a script: the page goes out without one, and without its data a second time. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, format, unit, unitId, path } = await unitCaller(args);
  const invalid = t("error.invalid");
  const input = readComparisonSearch({ request: args.request, now: ctx.now, validTo: unit.validTo, invalid });
  const last = lastDayOf(today(ctx.now), unit.validTo);
  const on = lastDayOf(last, input.to < last ? input.to : null);
  const [comparison, register] = await Promise.all([
    orResponse(t, caller.oversight.comparePage({ unitId, ...input, page: pageOf(args.request) })),
    orResponse(t, caller.oversight.register({ unitId, on, first: REGISTER_ROWS })),
  ]);
  const heading = t("oversight.compare.title", {
    count: comparison.total,
    period: periodName(t, format, comparison.period),
  });
  return {
    title: t("shell.titleWithUnit", { page: heading, unit: unit.name }),
    heading,
    input,
    comparison,
    register,
    path,
    last,
  };
}

export default function Compare() {
  const { heading, input, comparison, register, path, last } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { period, yardstick, rows, trend, indicators } = comparison;
  const query = {
    from: input.from,
    to: input.to,
    measure: input.measure === "own" ? "own" : undefined,
    restated: input.restated ? "yes" : undefined,
    indicator: input.indicator,
    sort: input.sort === "name" ? undefined : input.sort,
    direction: input.direction === "down" ? "down" : undefined,
  };
  const hrefWith = (change: Record<string, string | undefined>) => queryLink(path, { ...query, ...change });
  const sortHref = (by: string, direction: "up" | "down") => hrefWith({ sort: by, direction });
  const inPeriod = queryLink("", { from: period.from, to: period.to });
  const unitHref = (slug: string) => `${path}/units/${slug}${inPeriod}`;
  const sort = { by: input.sort, direction: input.direction };
  const span = { from: format.date(period.from), to: format.date(period.to) };
  const own = input.measure === "own";
  const lead = own
    ? t("oversight.compare.ownIntro")
    : yardstick
      ? t("oversight.compare.intro", { version: String(yardstick.version), ...span })
      : t("shell.period.range", span);
  const trendTitle = indicators.find(({ id }) => id === trend?.indicator)?.title ?? "";
  return (
    <div className="stack-5">
      <PageHead
        title={heading}
        lead={comparison.asOf ? `${lead} ${t("score.asOf", { time: format.dateTime(comparison.asOf) })}.` : lead}
        actions={
          <ButtonLink icon="download" href={queryLink(`${path}/compare.xlsx`, query)} download>
            {t("shell.action.download")}
          </ButtonLink>
        }
      />
      <ComparisonNext
        comparison={comparison}
        silent={register.counts.silent}
        registerHref={queryLink(`${path}/register`, { on: register.on, state: "silent" })}
        unitHref={unitHref}
      />
      <ComparisonFilters
        action={path}
        input={input}
        indicators={indicators}
        last={last}
        periodHref={({ from, to }) => hrefWith({ from, to })}
      />
      {rows.length === 0 ? (
        <EmptyState
          icon="landmark"
          level={2}
          title={t("oversight.compare.none")}
          text={t("oversight.compare.noneText")}
        />
      ) : null}
      {rows.length > 0 && own ? (
        <Panel id="own" title={t("oversight.rank.own")} flush>
          <OwnScores rows={rows} last={period.to} sort={sort} sortHref={sortHref} unitHref={unitHref} />
        </Panel>
      ) : null}
      {rows.length > 0 && !own && !yardstick ? (
        <Notice
          tone="info"
          title={t("oversight.compare.noYardstick")}
          action={<ButtonLink href={hrefWith({ measure: "own" })}>{t("oversight.compare.seeOwn")}</ButtonLink>}
        >
          {t("oversight.compare.noYardstickText")}
        </Notice>
      ) : null}
      {rows.length > 0 && yardstick ? (
        <>
          <Panel id="heat-title" title={t("oversight.heat.title")}>
            <ComparisonHeat comparison={comparison} sort={sort} sortHref={sortHref} unitHref={unitHref} />
          </Panel>
          <div className="two">
            <Panel id="rank" title={t("oversight.rank.title")} aside={t("oversight.rank.subtitle", { total: "100" })}>
              <ComparisonRank comparison={comparison} unitHref={unitHref} />
            </Panel>
            <Panel id="standing" title={t("oversight.praise.title")}>
              <StandingList comparison={comparison} unitHref={unitHref} />
            </Panel>
          </div>
          {trend ? (
            <Panel id="trend" title={t("oversight.trend.titlePlain", { indicator: trendTitle })}>
              <ComparisonTrend rows={rows} trend={trend} indicator={trendTitle} unitHref={unitHref} />
            </Panel>
          ) : null}
        </>
      ) : null}
      <Pagination
        label={t("shell.page.nav")}
        page={comparison.page}
        pages={Math.ceil(comparison.total / comparison.pageSize)}
        href={(page) => hrefWith({ page: String(page) })}
        labels={{
          previous: t("shell.page.previous"),
          next: t("shell.page.next"),
          page: (page) => t("shell.page.page", { page }),
        }}
        position={
          comparison.total > comparison.pageSize
            ? t("shell.page.range", {
                from: (comparison.page - 1) * comparison.pageSize + 1,
                to: (comparison.page - 1) * comparison.pageSize + rows.length,
                total: comparison.total,
              })
            : undefined
        }
      />
      {register.total > 0 ? (
        <Panel
          id="register"
          title={t("oversight.register.titleOn", { date: format.date(register.on) })}
          aside={<a href={queryLink(`${path}/register`, { on: register.on })}>{t("shell.action.showAll")}</a>}
          flush
        >
          <RegisterTable rows={register.rows} unitHref={unitHref} />
        </Panel>
      ) : null}
    </div>
  );
}
