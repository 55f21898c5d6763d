import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { AdoptedModel } from "../../oversight/adoption-parts";
import { lastDayOf, today } from "../../oversight/period.server";
import { PeriodLinks } from "../../oversight/period-links";
import { queryLink } from "../../oversight/query-link";
import { readUnitsSearch } from "../../oversight/read-search.server";
import { UnitTies } from "../../oversight/unit-ties";

/** Nothing here needs a script: the page goes out without one, and without its data a second time. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, unit, unitId, path } = await unitCaller(args);
  const invalid = t("error.invalid");
  const input = readUnitsSearch({ request: args.request, now: ctx.now, validTo: unit.validTo, invalid });
  const found = await orResponse(t, caller.oversight.units({ unitId, ...input }));
  return {
    title: t("shell.titleWithUnit", { page: t("oversight.units.title"), unit: unit.name }),
    found,
    input,
    path,
    last: lastDayOf(today(ctx.now), unit.validTo),
  };
}

export default function Units() {
  const { found, input, path, last } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const here = `${path}/units`;
  const query = { from: input.from, to: input.to, q: input.words };
  const first = (found.page - 1) * found.pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.compare") }]}
        current={t("oversight.units.title")}
      />
      <PageHead title={t("oversight.units.title")} lead={t("oversight.units.intro")} />
      <FilterBar
        label={t("shell.action.filter")}
        action={here}
        submit={t("shell.action.filter")}
        clear={
          input.words
            ? { href: queryLink(here, { from: input.from, to: input.to }), label: t("shell.action.clearFilters") }
            : undefined
        }
      >
        <Field
          id="words"
          name="q"
          control="search"
          label={t("oversight.units.words")}
          defaultValue={input.words}
          maxLength={100}
        />
        <Field id="from" name="from" control="date" label={t("oversight.compare.from")} defaultValue={input.from} />
        <Field id="to" name="to" control="date" label={t("oversight.compare.to")} defaultValue={input.to} />
      </FilterBar>
      <PeriodLinks last={last} current={input} href={({ from, to }) => queryLink(here, { ...query, from, to })} />
      <Panel id="units" title={t("unit.below", { count: found.total })} flush>
        <DataTable
          caption={t("oversight.units.caption")}
          rows={found.units}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon="landmark"
              title={input.words ? t("unit.find.none", { query: input.words }) : t("oversight.compare.none")}
              text={input.words ? undefined : t("oversight.compare.noneText")}
            />
          }
          columns={[
            {
              key: "name",
              header: t("oversight.compare.unit"),
              cell: ({ name, slug }) => (
                <a className="main" href={queryLink(`${here}/${slug}`, { from: input.from, to: input.to })}>
                  {name}
                </a>
              ),
            },
            {
              key: "code",
              header: t("oversight.units.code"),
              narrowLabel: t("oversight.units.code"),
              cell: ({ code }) => code,
            },
            {
              key: "parent",
              header: t("oversight.units.parent"),
              narrowLabel: t("oversight.units.parent"),
              cell: ({ parentName }) => parentName,
            },
            {
              key: "model",
              header: t("oversight.units.model"),
              cell: ({ adoption }) => <AdoptedModel adoption={adoption} />,
            },
            {
              key: "time",
              header: t("oversight.units.time"),
              narrowLabel: t("oversight.units.time"),
              cell: ({ validFrom, validTo }) =>
                validTo
                  ? t("shell.period.range", { from: format.date(validFrom), to: format.date(validTo) })
                  : t("shell.period.since", { from: format.date(validFrom) }),
            },
            { key: "ties", header: t("oversight.units.ties"), cell: (unit) => <UnitTies unit={unit} /> },
          ]}
        />
        <Pagination
          label={t("shell.page.nav")}
          page={found.page}
          pages={Math.ceil(found.total / found.pageSize)}
          href={(page) => queryLink(here, { ...query, page: String(page) })}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page }),
          }}
          position={t("shell.page.range", {
            from: Math.min(first + 1, found.total),
            to: first + found.units.length,
            total: found.total,
          })}
        />
      </Panel>
    </div>
  );
}
