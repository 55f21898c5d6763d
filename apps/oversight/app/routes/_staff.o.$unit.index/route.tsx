import { useFormat, useT } from "@gandan/i18n/translation";
import { indexRanking, NOT_HANDED_IN } from "@gandan/model/index/index-inputs";
import { Badge, ClassBadge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { PrintButton } from "@gandan/ui/print-button";
import { ScrollRegion } from "@gandan/ui/scroll-region";
import { Tabs } from "@gandan/ui/tabs";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { basisText } from "../../index-frame/basis-text";
import { classStep } from "../../index-frame/class-step";
import { queryLink } from "../../oversight/query-link";

const PAGE = 50;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** What the address asks for; empty fields of the filter ask for nothing. */
function askedFor(request: Request) {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
  return indexRanking.parse(Object.fromEntries(given));
}

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const asked = askedFor(args.request);
  const page = await orResponse(t, caller.index.ranking({ unitId, ...asked }));
  const title = t("shell.titleWithUnit", { page: t("index.title"), unit: unit.name });
  return { title, ...page, path, asked };
}

type Asked = ReturnType<typeof useLoaderData<typeof loader>>["asked"];

/** The address of the same ranking, asked for otherwise. */
function hrefOf(path: string, { year, words, reached, sort, direction }: Asked, page?: number) {
  return queryLink(path, {
    year: year === undefined ? undefined : String(year),
    words,
    reached,
    sort: sort === "rank" ? undefined : sort,
    direction: direction === "up" ? undefined : direction,
    page: page === undefined || page === 1 ? undefined : String(page),
  });
}

export default function Ranking() {
  const { years, round, path, asked } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const head = (
    <Breadcrumb
      label={t("shell.breadcrumb")}
      links={[{ href: path, label: t("shell.nav.compare") }]}
      current={t("index.title")}
    />
  );
  if (!round) {
    return (
      <div className="stack-5">
        {head}
        <PageHead title={t("index.title")} />
        <EmptyState icon="chart-column" level={2} title={t("index.empty")} text={t("index.emptyText")} />
      </div>
    );
  }
  const current = { ...asked, year: round.year };
  const list = `${path}/index`;
  const sortBy = (sort: string, first: "up" | "down") => {
    const isNow = current.sort === sort;
    const direction = isNow && current.direction === first ? (first === "up" ? "down" : "up") : first;
    return {
      href: hrefOf(list, { ...current, sort, direction }),
      direction: isNow
        ? current.direction === "up"
          ? ("ascending" as const)
          : ("descending" as const)
        : ("none" as const),
    };
  };
  const isFiltered = Boolean(asked.words || asked.reached);
  const from = (round.page - 1) * PAGE + 1;
  const mean = round.mean === null ? "" : t("index.mean", { points: format.points(round.mean, 2) });
  return (
    <div className="stack-5">
      {head}
      <PageHead
        title={t("index.rankTitle", { title: round.title })}
        lead={[round.sample ? t("index.sample") : "", t("index.rankLead", { count: round.done }), mean]
          .filter(Boolean)
          .join(" ")}
        actions={
          <>
            <ButtonLink icon="download" href={hrefOf(`${path}/index.xlsx`, current)} download>
              {t("shell.action.download")}
            </ButtonLink>
            <PrintButton>{t("shell.action.print")}</PrintButton>
          </>
        }
      />
      <Tabs
        label={t("index.yearPick")}
        tabs={years.map((year) => ({
          href: hrefOf(list, { ...current, year }),
          label: t("index.year", { year: String(year) }),
          current: year === round.year,
        }))}
      />
      <FilterBar
        label={t("index.filterLabel")}
        action={list}
        submit={t("shell.action.filter")}
        clear={
          isFiltered
            ? {
                href: hrefOf(list, { ...current, words: undefined, reached: undefined }),
                label: t("shell.action.clearFilters"),
              }
            : undefined
        }
        hidden={{ year: String(round.year), sort: current.sort, direction: current.direction }}
      >
        <Field id="words" name="words" control="search" label={t("index.search")} defaultValue={asked.words} />
        <Field
          id="reached"
          name="reached"
          control="select"
          label={t("index.filterClass")}
          defaultValue={asked.reached ?? ""}
          options={[
            { value: "", label: t("shell.form.all") },
            ...round.classes.map(({ id, title }) => ({ value: id, label: title })),
            { value: NOT_HANDED_IN, label: t("index.notHandedIn") },
          ]}
        />
      </FilterBar>
      <Panel id="ranking" title={t("index.rankCaption")} aside={t("index.found", { count: round.found })} flush>
        <ScrollRegion label={t("shell.table.scroll")}>
          <DataTable
            caption={t("index.rankCaption")}
            rows={round.units}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="landmark" title={t("index.nothingFound")} text={t("index.nothingFoundText")} />}
            columns={[
              {
                key: "unit",
                header: t("index.unit"),
                nowrap: true,
                sort: sortBy("name", "up"),
                cell: ({ name, code, slug }) => (
                  <>
                    <a className="main" href={`${path}/index/${slug}?year=${round.year}`}>
                      {name}
                    </a>
                    <span className="sub">{code}</span>
                  </>
                ),
              },
              {
                key: "rank",
                header: t("index.rankLabel"),
                narrowLabel: t("index.rankLabel"),
                align: "number",
                sort: sortBy("rank", "up"),
                cell: ({ rank }) => rank ?? "–",
              },
              {
                key: "total",
                header: t("index.total"),
                narrowLabel: t("index.total"),
                align: "number",
                sort: sortBy("total", "down"),
                cell: ({ total }) =>
                  total === null ? (
                    <Badge tone="line">{t("index.notHandedIn")}</Badge>
                  ) : (
                    <strong>{format.points(total, 2)}</strong>
                  ),
              },
              {
                key: "basis",
                header: t("index.basis"),
                narrowLabel: t("index.basis"),
                nowrap: true,
                cell: ({ total, appraised }) => (total === null ? "–" : basisText(t, appraised, round.leaves)),
              },
              {
                key: "self",
                header: t("index.self"),
                narrowLabel: t("index.self"),
                align: "number",
                sort: sortBy("self", "down"),
                cell: ({ self }) => format.points(self, 2),
              },
              {
                key: "class",
                header: t("index.classLabel"),
                narrowLabel: t("index.classLabel"),
                cell: ({ reached }) =>
                  reached ? <ClassBadge step={classStep(round.classes, reached.id)}>{reached.title}</ClassBadge> : "–",
              },
              {
                key: "answered",
                header: t("index.coverage"),
                narrowLabel: t("index.coverage"),
                align: "number",
                sort: sortBy("answered", "down"),
                cell: ({ answered }) => format.percent(answered / round.total, 0),
              },
              ...round.fields.map(({ id, title, points }, i) => ({
                key: id,
                header: `${i + 1} (${format.number(points)})`,
                narrowLabel: title,
                align: "number" as const,
                sort: sortBy(id, "down"),
                cell: ({ fields, total }: (typeof round.units)[number]) =>
                  total === null ? "–" : format.points(fields[i] ?? null, 2),
              })),
            ]}
          />
        </ScrollRegion>
        <Pagination
          label={t("shell.page.nav")}
          page={round.page}
          pages={round.pages}
          href={(page) => hrefOf(list, current, page)}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page: String(page) }),
          }}
          position={
            round.found === 0
              ? undefined
              : t("shell.page.range", { from, to: from + round.units.length - 1, total: round.found })
          }
        />
        <div className="panel-b">
          <h3>{t("index.fields", { count: round.fields.length })}</h3>
          <ol>
            {round.fields.map(({ id, title }, i) => (
              <li key={id}>
                {i + 1}. {title}
              </li>
            ))}
          </ol>
        </div>
      </Panel>
    </div>
  );
}
