import { useFormat, useT } from "@gandan/i18n/translation";
import { shiftDay } from "@gandan/model/oversight/period";
import { surveyProgress } from "@gandan/model/survey/result-inputs";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Panel } from "@gandan/ui/panel";
import { Progress } from "@gandan/ui/progress";
import { Stats } from "@gandan/ui/stat";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { resultPeriodName } from "../../surveys/result-period-name";

/** Nothing here needs a script. */
export const handle = { script: false };

const KINDS = ["month", "quarter", "half-year", "year"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId, path } = await unitCaller(args);
  const input = surveyProgress.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const progress = await orResponse(t, caller.surveyResult.progress({ unitId, ...input }));
  return {
    title: t("shell.titleWithUnit", { page: t("surveyResult.progress.title"), unit: unit.name }),
    path: `${path}/surveys/progress`,
    progress,
    name: resultPeriodName(t, format, progress.period),
  };
}

export default function SurveyProgressPage() {
  const { path, progress, name } = useLoaderData<typeof loader>();
  const { period, dossiers, sheets, procedures, points } = progress;
  const t = useT();
  const format = useFormat();
  /** Fewer than a cell are not counted out. */
  const sheetsOf = (n: number | null) =>
    n === null ? t("surveyResult.integrity.fewer", { count: progress.minCell }) : format.number(n);
  const link = (day: string) => `${path}?${new URLSearchParams({ kind: period.kind, day })}`;
  return (
    <>
      <FilterBar
        label={t("shell.action.filter")}
        action={path}
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
      <Panel
        id="progress"
        title={`${t("surveyResult.progress.title")}: ${name}`}
        aside={
          <nav className="row no-print small" aria-label={t("surveyResult.otherPeriods")}>
            <a href={link(shiftDay(period.from, -1))}>{t("surveyResult.previous")}</a>
            <a href={link(shiftDay(period.to, 1))}>{t("surveyResult.next")}</a>
          </nav>
        }
      >
        <div className="stack">
          <Stats
            items={[
              { label: t("surveyResult.progress.dossiers"), value: format.number(dossiers) },
              { label: t("surveyResult.progress.sheets"), value: format.number(sheets) },
              { label: t("surveyResult.progress.byMttq"), value: format.number(progress.byMttq) },
            ]}
          />
          <Quota />
          <p className="note">{t("surveyResult.progress.note")}</p>
        </div>
      </Panel>
      <Panel id="by-procedure" title={t("surveyResult.progress.byProcedure")} flush>
        <DataTable
          caption={t("surveyResult.progress.byProcedure")}
          rows={procedures}
          rowKey={({ code }) => code}
          empty={
            <EmptyState
              icon="chart-column"
              title={t("surveyResult.progress.none")}
              text={t("surveyResult.progress.noneText")}
            />
          }
          columns={[
            { key: "name", header: t("surveyResult.progress.procedure"), cell: (row) => row.name },
            {
              key: "dossiers",
              header: t("surveyResult.progress.dossiers"),
              narrowLabel: t("surveyResult.progress.dossiers"),
              align: "number",
              cell: (row) => format.number(row.dossiers),
            },
            {
              key: "sheets",
              header: t("surveyResult.progress.sheets"),
              narrowLabel: t("surveyResult.progress.sheets"),
              align: "number",
              cell: (row) => sheetsOf(row.sheets),
            },
            {
              key: "share",
              header: t("surveyResult.share"),
              narrowLabel: t("surveyResult.share"),
              align: "number",
              cell: (row) =>
                row.dossiers === 0 || row.sheets === null ? "–" : format.percent(row.sheets / row.dossiers),
            },
          ]}
        />
      </Panel>
      <Panel id="by-point" title={t("surveyResult.progress.byPoint")} flush>
        <DataTable
          caption={t("surveyResult.progress.byPoint")}
          rows={points}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="chart-column" title={t("surveyResult.progress.noPoints")} />}
          columns={[
            {
              key: "name",
              header: t("surveyResult.progress.point"),
              cell: ({ label, retired }) => (retired ? `${label} (${t("surveyResult.progress.retired")})` : label),
            },
            {
              key: "sheets",
              header: t("surveyResult.progress.sheets"),
              narrowLabel: t("surveyResult.progress.sheets"),
              align: "number",
              cell: (row) => sheetsOf(row.sheets),
            },
          ]}
        />
      </Panel>
    </>
  );
}

/** How many sheets there are of those that the model asks for. */
function Quota() {
  const { progress } = useLoaderData<typeof loader>();
  const { quota, sheets, dossiers, running } = progress;
  const t = useT();
  const format = useFormat();
  if (!quota) return <p className="muted">{t("surveyResult.progress.noQuota")}</p>;
  const { needed, share, clause } = quota;
  const words = [
    t("surveyResult.progress.quotaRule", { share: format.percent(share, 0), dossiers }),
    clause ? t("surveyResult.progress.quotaClause", { clause }) : "",
  ];
  return (
    <>
      <Progress
        id="quota"
        label={t("surveyResult.progress.quota")}
        value={sheets}
        max={Math.max(1, needed)}
        text={t("surveyResult.progress.quotaOf", { sheets, needed })}
        hint={words.filter(Boolean).join(". ")}
      />
      <p>
        <strong>
          {sheets >= needed
            ? t("surveyResult.progress.reached")
            : t("surveyResult.progress.left", { count: needed - sheets })}
        </strong>{" "}
        {running ? t("surveyResult.progress.running") : null}
      </p>
    </>
  );
}
