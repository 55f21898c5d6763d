import { useFormat, useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import { enterIndex, indexRound } from "@gandan/model/index/index-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import { Tabs } from "@gandan/ui/tabs";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { LeafForm } from "../../index-frame/leaf-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const input = indexRound.parse({ year: searchParams.get("year") ?? undefined });
  const page = await orResponse(t, caller.index.own({ unitId, ...input }));
  const title = t("shell.titleWithUnit", { page: t("index.title"), unit: unit.name });
  return { title, ...page, path, saved: searchParams.get("saved") };
}

/** Saves one leaf and goes back to its place. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const text = String(form.get("value") ?? "").replace(",", ".");
  const isShare = ["ratio", "survey"].includes(String(form.get("kind")));
  const parsed = enterIndex.safeParse({
    frameId: form.get("frameId"),
    leaf: form.get("leaf"),
    value: form.get("leftOut") ? null : text === "" ? undefined : Number(text) / (isShare ? 100 : 1),
    note: String(form.get("note") ?? ""),
    seen: form.get("seen") || null,
  });
  if (!parsed.success) return data({ problem: t("error.field.number") }, 400);
  try {
    await caller.index.enter({ unitId, ...parsed.data });
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
  const year = new URL(args.request.url).searchParams.get("year");
  const query = new URLSearchParams({ ...(year ? { year } : {}), saved: parsed.data.leaf });
  return redirect(`${path}/index?${query}#${parsed.data.leaf}`);
}

export default function Index() {
  const { years, round, path, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const head = (
    <Breadcrumb
      label={t("shell.breadcrumb")}
      links={[{ href: path, label: t("shell.nav.today") }]}
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
  const { assessment, frameId, mayEnter } = round;
  const leafSaved = assessment.nodes.find(({ id }) => id === saved);
  const total = format.number(round.total);
  return (
    <div className="stack-5">
      {head}
      <PageHead title={round.title} lead={round.sample ? t("index.sample") : t("index.intro")} />
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      {leafSaved ? <Notice tone="met" announce="polite" title={t("index.saved", { leaf: leafSaved.title })} /> : null}
      <Tabs
        label={t("index.yearPick")}
        tabs={years.map((year) => ({
          href: `${path}/index?year=${year}`,
          label: t("index.year", { year: String(year) }),
          current: year === round.year,
        }))}
      />
      <Stats
        panel
        items={[
          {
            label: t("index.total"),
            value: format.points(assessment.total, 2),
            small: `/${total}`,
            note: t("index.answered", { points: format.number(assessment.answered), total }),
          },
          { label: t("index.classTentative"), value: round.reached?.title ?? "–", compact: true },
        ]}
      />
      <p className="hint">
        {t("index.filledRule")}{" "}
        <a href={`${path}/score?from=${round.year}-01-01&to=${round.year}-12-31`}>{t("shell.action.why")}</a>
      </p>
      {fieldsOf(assessment.nodes).map(({ field, below }) => (
        <Panel
          key={field.id}
          id={field.id}
          title={[field.code, field.title].filter(Boolean).join(". ")}
          aside={t("score.pointsShort", {
            points: format.points(field.points, 2),
            total: format.number(field.maximum),
          })}
          flush
        >
          <DataTable
            caption={field.title}
            rows={below}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "leaf",
                header: t("index.leaf"),
                cell: (node) => (
                  <span id={node.id}>
                    {[node.code, node.title].filter(Boolean).join(" ")}
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
                    {node.entered?.note ? <span className="sub">{node.entered.note}</span> : null}
                  </span>
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
              {
                key: "act",
                header: t("index.enter"),
                headerHidden: true,
                cell: (node) =>
                  node.leaf && mayEnter ? (
                    <details>
                      <summary>
                        {t("index.details")}
                        <span className="vh"> {node.title}</span>
                      </summary>
                      <LeafForm node={node} frameId={frameId} />
                    </details>
                  ) : null,
              },
            ]}
          />
        </Panel>
      ))}
    </div>
  );
}

/** Fields with the criteria below them, in the order of the frame. */
function fieldsOf(nodes: readonly AssessedNode[]) {
  const fields: { field: AssessedNode; below: AssessedNode[] }[] = [];
  for (const node of nodes) {
    if (node.depth === 0) fields.push({ field: node, below: [] });
    else fields.at(-1)?.below.push(node);
  }
  return fields;
}
