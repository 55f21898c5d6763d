import { useFormat, useT } from "@gandan/i18n/translation";
import { periodKind, shiftDay } from "@gandan/model/oversight/period";
import { QUOTA_STATES, type QuotaSort } from "@gandan/model/survey/quota-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
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
import { askedQuotas, quotaLink } from "../../oversight/quota-search";
import { QuotaStateMark } from "../../oversight/quota-state-mark";

/** Nothing here needs a script. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const asked = askedQuotas(args.request);
  const below = await orResponse(t, caller.surveyResult.quotasBelow({ unitId, ...asked }));
  return {
    title: t("shell.titleWithUnit", { page: t("quota.title"), unit: unit.name }),
    path,
    below,
    asked: { ...asked, day: below.quarter },
  };
}

/** Which units below have enough answer sheets for their dossiers. */
export default function QuotasBelow() {
  const { below, path, asked } = useLoaderData<typeof loader>();
  const { quarter, to, running, rows, found, total, states, asOf } = below;
  const t = useT();
  const format = useFormat();
  const here = `${path}/surveys/quotas`;
  const named = periodKind({ from: quarter, to });
  const name = named.kind === "quarter" ? t("quota.quarter", { number: named.quarter, year: String(named.year) }) : "";
  const isFiltered = asked.state !== "all" || asked.q !== "";
  const first = (below.page - 1) * below.pageSize;
  const sortBy = (sort: QuotaSort, usual: "up" | "down") => {
    const now = asked.sort === sort;
    const direction = now && asked.direction === usual ? (usual === "up" ? "down" : "up") : usual;
    return {
      href: quotaLink(here, { ...asked, sort, direction, page: 1 }),
      direction: now
        ? asked.direction === "up"
          ? ("ascending" as const)
          : ("descending" as const)
        : ("none" as const),
    };
  };
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/surveys`, label: t("surveyResult.below.title") },
        ]}
        current={t("quota.title")}
      />
      <PageHead
        title={t("quota.title")}
        lead={t("quota.lead")}
        actions={
          <ButtonLink icon="download" href={quotaLink(`${path}/surveys/quotas.xlsx`, asked)} download>
            {t("shell.action.download")}
          </ButtonLink>
        }
      />
      <FilterBar
        label={t("quota.filters")}
        action={here}
        submit={t("shell.action.filter")}
        hidden={{ day: quarter, ...(asked.sort === "name" ? {} : { sort: asked.sort }), direction: asked.direction }}
        clear={
          isFiltered
            ? {
                href: quotaLink(here, { ...asked, state: "all", q: "", page: 1 }),
                label: t("shell.action.clearFilters"),
              }
            : undefined
        }
      >
        <Field id="q" name="q" control="search" label={t("quota.words")} defaultValue={asked.q} />
        <Field
          id="state"
          name="state"
          control="select"
          label={t("quota.stateLabel")}
          defaultValue={asked.state}
          options={(["all", ...QUOTA_STATES] as const).map((value) => ({ value, label: t(`quota.state.${value}`) }))}
        />
      </FilterBar>
      <Stats
        panel
        items={[
          {
            label: t("quota.state.reached"),
            value: format.number(states.reached),
            note: t("quota.reachedOf", { count: format.number(states.reached), total: format.number(total) }),
          },
          {
            label: t("quota.state.short"),
            value: format.number(states.short),
            note: running ? t("quota.running") : undefined,
          },
          { label: t("quota.dossiers"), value: format.number(below.dossiers), note: name },
          { label: t("quota.sheets"), value: format.number(below.sheets), note: name },
        ]}
      />
      <Panel
        id="units"
        title={`${t("quota.caption")}, ${name}`}
        flush
        aside={
          <nav className="row no-print small" aria-label={t("quota.others")}>
            <a href={quotaLink(here, { ...asked, day: shiftDay(quarter, -1), page: 1 })}>{t("quota.previous")}</a>
            {running ? null : (
              <a href={quotaLink(here, { ...asked, day: shiftDay(to, 1), page: 1 })}>{t("quota.next")}</a>
            )}
          </nav>
        }
      >
        <DataTable
          caption={t("quota.caption")}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="landmark" title={t(isFiltered && total > 0 ? "quota.none" : "quota.noneBelow")} />}
          columns={[
            {
              key: "name",
              header: t("quota.unit"),
              sort: sortBy("name", "up"),
              cell: ({ name: unit, parentName }) => (
                <>
                  {unit}
                  {parentName ? <span className="sub"> {parentName}</span> : null}
                </>
              ),
            },
            {
              key: "dossiers",
              header: t("quota.dossiers"),
              narrowLabel: t("quota.dossiers"),
              align: "number",
              sort: sortBy("dossiers", "down"),
              cell: ({ counts }) => (counts ? format.number(counts.dossiers) : "–"),
            },
            {
              key: "needed",
              header: t("quota.needed"),
              narrowLabel: t("quota.needed"),
              align: "number",
              sort: sortBy("needed", "down"),
              cell: ({ counts }) =>
                counts?.needed != null && counts.share !== null ? (
                  <>
                    {format.number(counts.needed)}
                    <span className="sub">{t("quota.share", { share: format.percent(counts.share, 0) })}</span>
                  </>
                ) : (
                  "–"
                ),
            },
            {
              key: "sheets",
              header: t("quota.sheets"),
              narrowLabel: t("quota.sheets"),
              align: "number",
              sort: sortBy("sheets", "down"),
              cell: ({ counts }) =>
                counts ? (
                  <>
                    {format.number(counts.sheets)}
                    {counts.byMttq > 0 ? (
                      <span className="sub">{t("quota.byMttq", { count: counts.byMttq })}</span>
                    ) : null}
                  </>
                ) : (
                  "–"
                ),
            },
            {
              key: "lacking",
              header: t("quota.lacking"),
              narrowLabel: t("quota.lacking"),
              align: "number",
              sort: sortBy("lacking", "down"),
              cell: ({ state, lacking }) => (state === "short" || state === "reached" ? format.number(lacking) : "–"),
            },
            {
              key: "state",
              header: t("quota.stateLabel"),
              narrowLabel: t("quota.stateLabel"),
              cell: ({ state, counts }) => (
                <QuotaStateMark state={state} running={running} noQuota={counts !== null && counts.needed === null} />
              ),
            },
          ]}
        />
        <Pagination
          label={t("shell.page.nav")}
          page={below.page}
          pages={Math.ceil(found / below.pageSize)}
          href={(page) => quotaLink(here, { ...asked, page })}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page }),
          }}
          position={t("shell.page.range", { from: Math.min(first + 1, found), to: first + rows.length, total: found })}
        />
      </Panel>
      <p className="note">
        {t("quota.note")} {asOf ? t("quota.asOf", { time: format.dateTime(asOf) }) : null}
      </p>
    </div>
  );
}
