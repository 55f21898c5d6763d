import { useFormat, useT } from "@gandan/i18n/translation";
import { IntervalBar } from "@gandan/ui/chart/interval-bar";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Panel } from "@gandan/ui/panel";
import { placeShare } from "./place-share";
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
  const share = {
    key: "share",
    header: t(question.kind === "yes-no" ? "surveyResult.yes" : "surveyResult.satisfied"),
    narrowLabel: t(question.kind === "yes-no" ? "surveyResult.yes" : "surveyResult.satisfied"),
    cell: (row: Row) => {
      const told = placeShare(question.kind, row);
      if (!told) return <span className="muted">{t("surveyResult.fewOneSide")}</span>;
      const { low, high, n, interval } = told;
      const ends = { low: format.percent(interval.low), high: format.percent(interval.high) };
      const label = t("surveyResult.interval", ends);
      return (
        <>
          <b>{format.percentSpan(low / n, high / n)}</b>{" "}
          <span className="sub">{t("surveyResult.satisfiedOf", { satisfied: format.numberSpan(low, high), n })}</span>
          <IntervalBar
            at={(low + high) / 2 / n}
            low={interval.low}
            high={interval.high}
            min={0}
            max={1}
            label={label}
          />
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
            ...(question.kind === "level5" || question.kind === "yes-no" ? [share] : []),
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
