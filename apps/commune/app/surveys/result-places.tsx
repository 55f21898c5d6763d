import { useFormat, useT } from "@gandan/i18n/translation";
import { IntervalBar } from "@gandan/ui/chart/interval-bar";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Panel } from "@gandan/ui/panel";
import { answerLabels } from "./question-result";
import type { SurveyPage } from "./survey-page";

type Row = NonNullable<SurveyPage["places"]>["rows"][number];

/** One question by procedure and point, as far as each has enough answers. */
export function ResultPlaces({ result, action }: { result: SurveyPage; action: string }) {
  const { places, questions, period, form } = result;
  const t = useT();
  const format = useFormat();
  const question = questions.find(({ id }) => id === places?.question);
  if (!places || !question) {
    return (
      <Panel id="places" title={t("surveyResult.places.title")}>
        <p className="muted">{t("surveyResult.places.month")}</p>
      </Panel>
    );
  }
  const labels = answerLabels(t, question);
  const satisfied = {
    key: "satisfied",
    header: t("surveyResult.satisfied"),
    narrowLabel: t("surveyResult.satisfied"),
    cell: ({ answered }: Row) => {
      const share = answered.satisfied;
      if (!share) return null;
      const { low, high } = share.interval;
      const label = t("surveyResult.interval", { low: format.percent(low), high: format.percent(high) });
      return (
        <>
          <b>{format.percent(share.share)}</b>
          <IntervalBar at={share.share} low={low} high={high} min={0} max={1} label={label} />
        </>
      );
    },
  };
  return (
    <Panel id="places" title={t("surveyResult.places.title")}>
      <div className="stack">
        <FilterBar
          label={t("surveyResult.places.question")}
          action={action}
          submit={t("surveyResult.places.choose")}
          hidden={{ kind: period.kind, day: period.from }}
        >
          <Field
            id="question"
            name="question"
            control="select"
            label={t("surveyResult.places.question")}
            defaultValue={question.id}
            options={questions.map(({ id, text }) => ({ value: id, label: text }))}
          />
        </FilterBar>
        <DataTable
          caption={question.text}
          flush
          rows={places.rows}
          rowKey={({ kind, code, name }) => `${kind} ${code ?? name}`}
          empty={
            <EmptyState
              icon="chart-column"
              title={t("surveyResult.places.none")}
              text={t("surveyResult.places.noneText", { count: form.minCell })}
            />
          }
          columns={[
            { key: "place", header: t("surveyResult.places.place"), cell: ({ name }) => name },
            ...(question.kind === "level5" ? [satisfied] : []),
            ...labels.map((label, i) => ({
              key: String(i),
              header: label,
              narrowLabel: label,
              align: "number" as const,
              cell: ({ answered }: Row) => format.number(answered.counts[i] ?? 0),
            })),
            {
              key: "n",
              header: t("surveyResult.number"),
              narrowLabel: t("surveyResult.number"),
              align: "number" as const,
              cell: ({ answered }: Row) => format.number(answered.n),
            },
          ]}
        />
        <p className="note">{t("surveyResult.places.note")}</p>
      </div>
    </Panel>
  );
}
