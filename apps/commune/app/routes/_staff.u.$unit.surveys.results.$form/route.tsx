import { useFormat, useT } from "@gandan/i18n/translation";
import { shiftDay } from "@gandan/model/oversight/period";
import { surveyResult } from "@gandan/model/survey/result-inputs";
import { RESULT_KINDS } from "@gandan/model/survey/result-period";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { QuestionResult, useSatisfied } from "../../surveys/question-result";
import { ResultIntegrity } from "../../surveys/result-integrity";
import { resultPeriodName } from "../../surveys/result-period-name";
import { ResultPlaces } from "../../surveys/result-places";
import { ResultTexts } from "../../surveys/result-texts";

/** Nothing here needs a script. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId, path } = await unitCaller(args);
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const input = surveyResult.safeParse({ ...query, formId: args.params.form });
  if (!input.success) throw data({ text: t("error.survey.formNotFound") }, 404);
  const [result, forms] = await Promise.all([
    orResponse(t, caller.surveyResult.read({ unitId, ...input.data })),
    orResponse(t, caller.surveyResult.forms({ unitId })),
  ]);
  const page = t("surveyResult.of", { form: result.form.title });
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    path: `${path}/surveys/results`,
    result,
    forms,
    name: resultPeriodName(t, format, result.period),
  };
}

export default function Result() {
  const { path, result, forms, name } = useLoaderData<typeof loader>();
  const { form, period, questions, integrity } = result;
  const t = useT();
  const format = useFormat();
  const satisfiedOf = useSatisfied();
  const here = `${path}/${form.id}`;
  const link = (day: string) => `${here}?${new URLSearchParams({ kind: period.kind, day })}`;
  const main = questions.find(({ id }) => id === result.places?.question) ?? questions[0];
  const satisfied = main?.answered ? satisfiedOf(main.answered) : null;
  const count = form.minCell;
  const exported = new URLSearchParams({
    kind: period.kind,
    day: period.from,
    ...(result.places ? { question: result.places.question } : {}),
  });
  return (
    <>
      <FilterBar label={t("shell.action.filter")} action={here} submit={t("shell.action.filter")}>
        <Field
          id="kind"
          name="kind"
          control="select"
          label={t("surveyResult.period")}
          defaultValue={period.kind}
          options={RESULT_KINDS.map((kind) => ({ value: kind, label: t(`surveyResult.kind.${kind}`) }))}
        />
        <input type="hidden" name="day" value={period.from} />
      </FilterBar>
      {forms.length > 1 ? (
        <nav className="row no-print small" aria-label={t("surveyResult.form")}>
          {forms.map(({ formId, title, version }) => (
            <a
              key={formId}
              href={`${path}/${formId}?${new URLSearchParams({ kind: period.kind, day: period.from })}`}
              aria-current={formId === form.id ? "page" : undefined}
            >
              {t("surveyResult.version", { title, version })}
            </a>
          ))}
        </nav>
      ) : null}
      <Panel
        id="result"
        title={`${name}: ${t("surveyResult.version", { title: form.title, version: form.version })}`}
        aside={
          period.kind === "life" ? undefined : (
            <nav className="row no-print small" aria-label={t("surveyResult.otherPeriods")}>
              <a href={link(shiftDay(period.from, -1))}>{t("surveyResult.previous")}</a>
              <a href={link(shiftDay(period.to, 1))}>{t("surveyResult.next")}</a>
            </nav>
          )
        }
      >
        <div className="stack">
          <Stats
            items={[
              { label: t("surveyResult.sheets"), value: format.number(integrity.sheets) },
              ...(satisfied ? [satisfied] : []),
            ]}
          />
          <p className="note">
            {t("surveyResult.lead")}{" "}
            {result.upTo ? `${t("surveyResult.upTo", { date: format.date(result.upTo) })} ` : null}
            {t("surveyResult.rule", { count })}
          </p>
          <div className="row no-print">
            {(["csv", "xlsx"] as const).map((as) => (
              <ButtonLink key={as} href={`${here}/${as}?${exported}`}>
                {t(`surveyResult.export.${as}`)}
              </ButtonLink>
            ))}
          </div>
        </div>
      </Panel>
      {questions.every(({ answered }) => answered === null) ? (
        <EmptyState
          icon="chart-column"
          level={2}
          title={t("surveyResult.none")}
          text={t("surveyResult.noneText", { count, sheets: integrity.sheets })}
        />
      ) : (
        <>
          <section className="stack" aria-labelledby="questions">
            <h2 id="questions">{t("surveyResult.questions")}</h2>
            {questions.map((question) => (
              <QuestionResult key={question.id} question={question} />
            ))}
          </section>
          <ResultPlaces result={result} action={here} />
          <ResultTexts texts={result.texts} />
        </>
      )}
      <ResultIntegrity integrity={integrity} minCell={form.minCell} />
    </>
  );
}
