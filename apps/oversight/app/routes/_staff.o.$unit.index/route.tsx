import { useFormat, useT } from "@gandan/i18n/translation";
import { indexRound } from "@gandan/model/index/index-inputs";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { ScrollRegion } from "@gandan/ui/scroll-region";
import { Tabs } from "@gandan/ui/tabs";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const input = indexRound.parse({ year: searchParams.get("year") ?? undefined });
  const page = await orResponse(t, caller.index.ranking({ unitId, ...input }));
  const title = t("shell.titleWithUnit", { page: t("index.title"), unit: unit.name });
  return { title, ...page, path };
}

export default function Ranking() {
  const { years, round, path } = useLoaderData<typeof loader>();
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
  const done = round.units.filter(({ total }) => total !== null).length;
  const mean = round.mean === null ? "" : t("index.mean", { points: format.points(round.mean, 2) });
  return (
    <div className="stack-5">
      {head}
      <PageHead
        title={t("index.rankTitle", { title: round.title })}
        lead={[round.sample ? t("index.sample") : "", t("index.rankLead", { count: done }), mean]
          .filter(Boolean)
          .join(" ")}
        actions={
          <ButtonLink icon="download" href={`${path}/index.xlsx?year=${round.year}`} download>
            {t("shell.action.download")}
          </ButtonLink>
        }
      />
      <Tabs
        label={t("index.yearPick")}
        tabs={years.map((year) => ({
          href: `${path}/index?year=${year}`,
          label: t("index.year", { year: String(year) }),
          current: year === round.year,
        }))}
      />
      <Panel id="ranking" title={t("index.rankCaption")} flush>
        <ScrollRegion label={t("shell.table.scroll")}>
          <DataTable
            caption={t("index.rankCaption")}
            rows={round.units}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="landmark" title={t("index.noTotal")} />}
            columns={[
              {
                key: "unit",
                header: t("index.unit"),
                nowrap: true,
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
                cell: ({ rank }) => rank ?? "–",
              },
              {
                key: "total",
                header: t("index.total"),
                narrowLabel: t("index.total"),
                align: "number",
                cell: ({ total }) =>
                  total === null ? (
                    <Badge tone="line">{t("index.notHandedIn")}</Badge>
                  ) : (
                    <strong>{format.points(total, 2)}</strong>
                  ),
              },
              {
                key: "class",
                header: t("index.classLabel"),
                narrowLabel: t("index.classLabel"),
                cell: ({ reached }) => reached?.title ?? "–",
              },
              ...round.fields.map(({ id, title, points }, i) => ({
                key: id,
                header: `${i + 1} (${format.number(points)})`,
                narrowLabel: title,
                align: "number" as const,
                cell: ({ fields, total }: (typeof round.units)[number]) =>
                  total === null ? "–" : format.points(fields[i] ?? null, 2),
              })),
            ]}
          />
        </ScrollRegion>
        <div className="panel-b">
          <h3>{t("index.fields", { count: round.fields.length })}</h3>
          <ol>
            {round.fields.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ol>
        </div>
      </Panel>
    </div>
  );
}
