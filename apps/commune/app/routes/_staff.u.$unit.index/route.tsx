import { errorText } from "@gandan/i18n/error-text";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import { indexRound, type LeafProblem } from "@gandan/model/index/index-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { PrintButton } from "@gandan/ui/print-button";
import { Progress } from "@gandan/ui/progress";
import { Stats } from "@gandan/ui/stat";
import { Tabs } from "@gandan/ui/tabs";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FieldPanel, type FieldProblem } from "../../index-frame/field-panel";
import { leafFieldId } from "../../index-frame/leaf-fields";
import { readFieldForm, textsOf } from "../../index-frame/read-field-form.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const input = indexRound.parse({ year: searchParams.get("year") ?? undefined });
  const page = await orResponse(t, caller.index.own({ unitId, ...input }));
  const title = t("shell.titleWithUnit", { page: t("index.title"), unit: unit.name });
  const saved = { field: searchParams.get("field"), count: Number(searchParams.get("saved") ?? 0) };
  return { title, ...page, path, saved };
}

/** Saves the leaves of a field, all or none, and goes back to it. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const field = String(form.get("field") ?? "");
  const refused = (problems: readonly LeafProblem[], status: number) => {
    const shown = problems.map(({ leaf, key, details }): FieldProblem => {
      const at = key === "index.leftOutReason" ? "note" : "value";
      return { leaf, at, text: errorText(t, { code: "INVALID", key, details }) };
    });
    return data({ field, problem: null, problems: shown, sent: textsOf(form) }, status);
  };
  const { input, problems } = readFieldForm(form);
  if (problems.length > 0) return refused(problems, 400);
  if (!input) return data({ field, problem: t("error.invalid"), problems: [], sent: textsOf(form) }, 400);
  let saved = 0;
  try {
    const answer = await caller.index.enter({ unitId, ...input });
    if ("problems" in answer) return refused(answer.problems, 409);
    saved = answer.saved.length;
  } catch (error) {
    return data({ field, problem: problemOf(t, error).text, problems: [], sent: textsOf(form) }, 409);
  }
  const year = new URL(args.request.url).searchParams.get("year");
  const query = new URLSearchParams({ ...(year ? { year } : {}), field, saved: String(saved) });
  return redirect(`${path}/index?${query}#${field}`);
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
  const { leaves, enteredAt, appraisedAt, self } = assessment;
  const fields = fieldsOf(assessment.nodes);
  const savedField = answer ? undefined : fields.find(({ field }) => field.id === saved.field)?.field;
  const total = format.number(round.total);
  const difference = self !== null && assessment.total !== null ? assessment.total - self : null;
  return (
    <div className="stack-5">
      {head}
      <PageHead
        title={round.title}
        lead={round.sample ? t("index.sample") : t("index.intro")}
        actions={
          <>
            <ButtonLink icon="download" href={`${path}/index.xlsx?year=${round.year}`} download>
              {t("shell.action.download")}
            </ButtonLink>
            <PrintButton>{t("shell.action.print")}</PrintButton>
          </>
        }
      />
      {round.ended ? <Notice tone="info" title={t("index.ended")} /> : null}
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      {answer && answer.problems.length > 0 ? (
        <ErrorSummary
          title={t("shell.form.errors", { count: answer.problems.length })}
          text={t("shell.form.notSaved")}
          errors={answer.problems.map(({ leaf, at, text }) => ({
            id: leafFieldId(leaf, at),
            text: `${assessment.nodes.find(({ id }) => id === leaf)?.title ?? leaf}: ${text}`,
          }))}
        />
      ) : null}
      {savedField ? (
        <Notice
          tone={saved.count > 0 ? "met" : "info"}
          announce="polite"
          title={
            saved.count > 0
              ? t("index.savedField", { count: saved.count, field: savedField.title })
              : t("index.savedNothing", { field: savedField.title })
          }
        />
      ) : null}
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
            label: t("index.self"),
            value: format.points(self, 2),
            small: `/${total}`,
            note: t("index.answered", { points: format.number(assessment.answered), total }),
          },
          ...(leaves.appraised === 0
            ? []
            : [
                {
                  label: t("index.appraised"),
                  value: format.points(assessment.total, 2),
                  small: `/${total}`,
                  note: t("index.appraisedOf", { done: leaves.appraised, total: leaves.all }),
                },
                {
                  label: t("index.difference"),
                  value: format.points(difference, 2),
                  tone: difference !== null && difference < 0 ? ("missed" as const) : ("plain" as const),
                },
              ]),
          { label: t("index.classTentative"), value: round.reached?.title ?? "–", compact: true },
        ]}
      />
      <Progress
        id="progress"
        label={t("index.progressLabel")}
        value={leaves.answered}
        max={leaves.all}
        text={t("index.progress", { done: leaves.answered, total: leaves.all })}
        hint={[
          enteredAt ? t("index.enteredAt", { time: format.dateTime(enteredAt) }) : "",
          appraisedAt ? t("index.appraisedAt", { time: format.dateTime(appraisedAt) }) : "",
        ]
          .filter(Boolean)
          .join(". ")}
      />
      <p className="hint">
        {t("index.filledRule")}{" "}
        <a href={`${path}/score?from=${round.year}-01-01&to=${round.year}-12-31`}>{t("shell.action.why")}</a>
      </p>
      {fields.map(({ field, below }) => (
        <FieldPanel
          key={field.id}
          field={field}
          below={below}
          frameId={frameId}
          mayEnter={mayEnter}
          sent={answer?.field === field.id ? answer.sent : null}
          problems={answer?.field === field.id ? answer.problems : []}
        />
      ))}
    </div>
  );
}
