import { errorText } from "@gandan/i18n/error-text";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import { indexOfUnit, type LeafProblem } from "@gandan/model/index/index-inputs";
import { ClassBadge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { PrintButton } from "@gandan/ui/print-button";
import { Stats } from "@gandan/ui/stat";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { appraiseFieldId } from "../../index-frame/appraise-fields";
import { AppraisePanel, type AppraiseProblem } from "../../index-frame/appraise-panel";
import { classStep } from "../../index-frame/class-step";
import { RankAround } from "../../index-frame/rank-around";
import { readAppraisalForm } from "../../index-frame/read-appraisal-form.server";
import { UnitTree } from "../../index-frame/unit-tree";
import { queryLink } from "../../oversight/query-link";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

function askedFor({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return indexOfUnit.parse({ year: searchParams.get("year") ?? undefined, below: params.below });
}

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const found = await orResponse(t, caller.index.ofUnit({ unitId, ...askedFor(args) }));
  const title = t("shell.titleWithUnit", { page: t("index.title"), unit: found.unit.name });
  const { searchParams } = new URL(args.request.url);
  const open = searchParams.get("open");
  return { title, found, path, open, saved: searchParams.get("saved") };
}

/** Appraises the leaves of a field, all or none, and goes back to it. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const asked = askedFor(args);
  const open = String(form.get("field") ?? "");
  const sent = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const refused = (problems: readonly LeafProblem[], status: number) => {
    const shown = problems.map(({ leaf, key, details }): AppraiseProblem => {
      const at = key === "index.reasonMissing" ? "reason" : "points";
      return { leaf, at, text: errorText(t, { code: "INVALID", key, details }) };
    });
    return data({ problem: null, problems: shown, sent }, status);
  };
  const { input, problems } = readAppraisalForm(form, asked);
  if (problems.length > 0) return refused(problems, 400);
  if (!input) return data({ problem: t("error.invalid"), problems: [], sent }, 400);
  let saved = 0;
  try {
    const answer = await caller.index.appraise({ unitId, ...input });
    if ("problems" in answer) return refused(answer.problems, 409);
    saved = answer.saved.length;
  } catch (error) {
    return data({ problem: problemOf(t, error).text, problems: [], sent }, 409);
  }
  const year = asked.year === undefined ? undefined : String(asked.year);
  return redirect(queryLink(`${path}/index/${asked.below}`, { year, open, saved: String(saved) }));
}

/** The field that is open, with the criteria in it. */
function openField(nodes: readonly AssessedNode[], open: string | null) {
  const start = nodes.findIndex(({ id, depth }) => depth === 0 && id === open);
  const field = nodes[start];
  if (!field) return null;
  const end = nodes.findIndex(({ depth }, i) => i > start && depth === 0);
  return { field, below: nodes.slice(start + 1, end < 0 ? undefined : end) };
}

export default function IndexOfUnit() {
  const { found, path, open, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { assessment, unit, year, classes, reached } = found;
  const { self, total, leaves, enteredAt, appraisedAt } = assessment;
  const of = `/${format.number(found.total)}`;
  const hrefOf = (field: string | null) =>
    queryLink(`${path}/index/${unit.slug}`, { year: String(year), open: field ?? undefined });
  const shown = openField(assessment.nodes, open);
  const difference = self !== null && total !== null && leaves.appraised > 0 ? total - self : null;
  const dates = [
    enteredAt ? t("index.enteredAt", { time: format.dateTime(enteredAt) }) : t("index.notHandedIn"),
    appraisedAt ? t("index.appraisedAt", { time: format.dateTime(appraisedAt) }) : t("index.notAppraised"),
  ];
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/index?year=${year}`, label: t("index.title") },
        ]}
        current={unit.name}
      />
      <PageHead
        title={`${unit.name}: ${found.title}`}
        lead={[found.sample ? t("index.sample") : "", `${dates.join(". ")}.`].filter(Boolean).join(" ")}
        actions={<PrintButton>{t("shell.action.print")}</PrintButton>}
      />
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      {answer && answer.problems.length > 0 ? (
        <ErrorSummary
          title={t("shell.form.errors", { count: answer.problems.length })}
          text={t("shell.form.notSaved")}
          errors={answer.problems.map(({ leaf, at, text }) => ({
            id: appraiseFieldId(leaf, at),
            text: `${assessment.nodes.find(({ id }) => id === leaf)?.title ?? leaf}: ${text}`,
          }))}
        />
      ) : null}
      {saved !== null && shown && !answer ? (
        <Notice
          tone={Number(saved) > 0 ? "met" : "info"}
          announce="polite"
          title={
            Number(saved) > 0
              ? t("index.savedAppraisal", { count: Number(saved), field: shown.field.title })
              : t("index.savedNothing", { field: shown.field.title })
          }
        />
      ) : null}
      <Stats
        panel
        items={[
          {
            label: t("index.appraised"),
            value: leaves.appraised > 0 ? format.points(total, 2) : "–",
            small: leaves.appraised > 0 ? of : undefined,
            note: t("index.appraisedOf", { done: leaves.appraised, total: leaves.all }),
          },
          {
            label: t("index.self"),
            value: format.points(self, 2),
            small: of,
            note: t("index.answered", {
              points: format.number(assessment.answered),
              total: format.number(found.total),
            }),
          },
          {
            label: t("index.difference"),
            value: format.points(difference, 2),
            tone: difference !== null && difference < 0 ? "missed" : "plain",
          },
          {
            label: t("index.classTentative"),
            value: reached ? <ClassBadge step={classStep(classes, reached.id)}>{reached.title}</ClassBadge> : "–",
            small: found.rank === null ? "" : t("index.rank", { rank: found.rank, total: found.ranked }),
            compact: true,
          },
        ]}
      />
      <div className="two two-wide">
        <UnitTree page={found} open={open} hrefOf={hrefOf} />
        <RankAround page={found} path={path} />
      </div>
      {found.mayAppraise ? (
        shown ? (
          <AppraisePanel
            key={shown.field.id}
            {...shown}
            sent={answer?.sent ?? null}
            problems={answer?.problems ?? []}
          />
        ) : (
          <p className="hint no-print">{t("index.appraiseOpen")}</p>
        )
      ) : null}
    </div>
  );
}
