import { useFormat, useT } from "@gandan/i18n/translation";
import { indexOfUnit } from "@gandan/model/index/index-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DataTable } from "@gandan/ui/data-table";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const input = indexOfUnit.parse({ year: searchParams.get("year") ?? undefined, below: args.params.below });
  const found = await orResponse(t, caller.index.ofUnit({ unitId, ...input }));
  const title = t("shell.titleWithUnit", { page: t("index.title"), unit: found.unit.name });
  return { title, found, path };
}

export default function IndexOfUnit() {
  const { found, path } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { assessment } = found;
  const total = format.number(found.total);
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/index?year=${found.year}`, label: t("index.title") },
        ]}
        current={found.unit.name}
      />
      <PageHead title={`${found.unit.name}: ${found.title}`} lead={found.sample ? t("index.sample") : undefined} />
      <Stats
        panel
        items={[
          {
            label: t("index.total"),
            value: format.points(assessment.total, 2),
            small: `/${total}`,
            note: t("index.answered", { points: format.number(assessment.answered), total }),
          },
          {
            label: t("index.classTentative"),
            value: found.reached?.title ?? "–",
            small: found.rank === null ? "" : t("index.rank", { rank: found.rank, total: found.ranked }),
            compact: true,
          },
        ]}
      />
      <Panel id="leaves" title={t("index.field")} flush>
        <DataTable
          caption={t("index.field")}
          rows={assessment.nodes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "node",
              header: t("index.leaf"),
              cell: (node) => (
                <>
                  {node.depth === 0 ? (
                    <strong>{[node.code, node.title].filter(Boolean).join(". ")}</strong>
                  ) : (
                    [node.code, node.title].filter(Boolean).join(" ")
                  )}
                  {node.filled ? (
                    <span className="sub">
                      {t("index.filledBy", {
                        met: node.filled.met,
                        n: node.filled.n,
                        share: format.percent(node.filled.share),
                        low: format.percent(node.filled.interval.low),
                        high: format.percent(node.filled.interval.high),
                      })}
                    </span>
                  ) : null}
                </>
              ),
            },
            {
              key: "max",
              header: t("index.maximum"),
              narrowLabel: t("index.maximum"),
              align: "number",
              cell: ({ maximum }) => format.points(maximum, 2),
            },
            {
              key: "entered",
              header: t("index.self"),
              narrowLabel: t("index.self"),
              align: "number",
              cell: ({ entered, leaf }) => (leaf ? format.points(entered?.points, 2) : ""),
            },
            {
              key: "points",
              header: t("index.points"),
              narrowLabel: t("index.points"),
              align: "number",
              cell: ({ points }) => <strong>{format.points(points, 2)}</strong>,
            },
            { key: "source", header: t("index.source"), cell: ({ counts }) => t(`index.counts.${counts}`) },
            { key: "note", header: t("index.note"), cell: ({ entered }) => entered?.note ?? "" },
          ]}
        />
      </Panel>
    </div>
  );
}
