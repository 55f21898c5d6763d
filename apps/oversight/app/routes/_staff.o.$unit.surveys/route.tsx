import { useFormat, useT } from "@gandan/i18n/translation";
import { periodKind, shiftDay } from "@gandan/model/oversight/period";
import { resultsBelow } from "@gandan/model/survey/result-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { IntervalBar } from "@gandan/ui/chart/interval-bar";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { queryLink } from "../../oversight/query-link";

/** Nothing here needs a script. */
export const handle = { script: false };

const KINDS = ["month", "quarter", "half-year", "year"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId, path } = await unitCaller(args);
  const input = resultsBelow.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const below = await orResponse(t, caller.surveyResult.below({ unitId, ...input }));
  const { from, to } = below.period;
  const named = periodKind(below.period);
  return {
    title: t("shell.titleWithUnit", { page: t("surveyResult.below.title"), unit: unit.name }),
    below,
    path,
    name:
      named.kind === "quarter" || named.kind === "year"
        ? t(`surveyResult.name.${named.kind}`, { ...named })
        : t("shell.period.range", { from: format.date(from), to: format.date(to) }),
  };
}

export default function SurveysBelow() {
  const { below, path, name } = useLoaderData<typeof loader>();
  const { period, rows, total } = below;
  const t = useT();
  const format = useFormat();
  const here = `${path}/surveys`;
  const link = (day: string) => queryLink(here, { kind: period.kind, day });
  const first = (below.page - 1) * below.pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.compare") }]}
        current={t("surveyResult.below.title")}
      />
      <PageHead
        title={t("surveyResult.below.title")}
        lead={t("surveyResult.below.lead")}
        actions={
          <>
            <a href={`${here}/quotas`}>{t("quota.title")}</a>
            <a href={`${here}/codes`}>{t("survey.below.title")}</a>
          </>
        }
      />
      <FilterBar
        label={t("shell.action.filter")}
        action={here}
        submit={t("shell.action.filter")}
        hidden={{ day: period.from }}
      >
        <Field
          id="kind"
          name="kind"
          control="select"
          label={t("surveyResult.period")}
          defaultValue={period.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`surveyResult.kind.${kind}`) }))}
        />
      </FilterBar>
      <Stats
        panel
        items={[
          { label: t("surveyResult.below.sheets"), value: format.number(below.sheets), note: name },
          {
            label: t("surveyResult.below.unit"),
            value: format.number(total),
            note: t("surveyResult.below.silent", { count: below.silent }),
          },
        ]}
      />
      <Panel
        id="units"
        title={`${t("surveyResult.below.caption")}, ${name}`}
        flush
        aside={
          <nav className="row no-print small" aria-label={t("surveyResult.otherPeriods")}>
            <a href={link(shiftDay(period.from, -1))}>{t("surveyResult.previous")}</a>
            <a href={link(shiftDay(period.to, 1))}>{t("surveyResult.next")}</a>
          </nav>
        }
      >
        <DataTable
          caption={t("surveyResult.below.caption")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="landmark" title={t("surveyResult.below.none")} />}
          columns={[
            {
              key: "name",
              header: t("surveyResult.below.unit"),
              cell: ({ name: unit, parentName }) => (
                <>
                  {unit}
                  {parentName ? <span className="sub"> {parentName}</span> : null}
                </>
              ),
            },
            {
              key: "forms",
              header: t("surveyResult.below.forms"),
              narrowLabel: t("surveyResult.below.forms"),
              align: "number",
              cell: ({ forms }) => format.number(forms),
            },
            {
              key: "sheets",
              header: t("surveyResult.below.sheets"),
              narrowLabel: t("surveyResult.below.sheets"),
              align: "number",
              cell: ({ sheets }) => format.number(sheets),
            },
            {
              key: "satisfied",
              header: t("surveyResult.below.satisfied"),
              narrowLabel: t("surveyResult.below.satisfied"),
              cell: ({ satisfied }) => {
                if (!satisfied) return <span className="muted">{t("surveyResult.few")}</span>;
                const { low, high, n, interval } = satisfied;
                const ends = { low: format.percent(interval.low), high: format.percent(interval.high) };
                const label = t("surveyResult.interval", ends);
                const at = (low + high) / 2 / n;
                return (
                  <>
                    <b>{format.percentSpan(low / n, high / n)}</b>{" "}
                    <span className="sub">
                      {t("surveyResult.satisfiedOf", { satisfied: format.numberSpan(low, high), n })}
                    </span>
                    <IntervalBar at={at} low={interval.low} high={interval.high} min={0} max={1} label={label} />
                  </>
                );
              },
            },
          ]}
        />
        <Pagination
          label={t("shell.page.nav")}
          page={below.page}
          pages={Math.ceil(total / below.pageSize)}
          href={(page) => queryLink(here, { kind: period.kind, day: period.from, page: String(page) })}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page }),
          }}
          position={t("shell.page.range", { from: Math.min(first + 1, total), to: first + rows.length, total })}
        />
      </Panel>
      <p className="note">{t("surveyResult.below.note")}</p>
    </div>
  );
}
