import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import { ShareList } from "@gandan/ui/chart/share-list";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import type { SurveyPage } from "./survey-page";

type Question = SurveyPage["questions"][number];

/** The answers that a question has, in the order of its counts. */
export function answerLabels(t: Translate, { kind, options }: Pick<Question, "kind" | "options">): string[] {
  if (kind === "level5") return ([1, 2, 3, 4, 5] as const).map((level) => t(`surveyResult.level.l${level}`));
  if (kind === "yes-no") return [t("surveyResult.no"), t("surveyResult.yes")];
  return options;
}

/** The share of satisfied answers, with how sure it is. */
export function useSatisfied() {
  const t = useT();
  const format = useFormat();
  return ({ n, satisfied }: NonNullable<Question["answered"]>) => {
    if (!satisfied) return null;
    const { low, high } = satisfied.interval;
    const interval = t("surveyResult.interval", { low: format.percent(low), high: format.percent(high) });
    return {
      label: t("surveyResult.satisfied"),
      value: format.percent(satisfied.share),
      note: `${t("surveyResult.satisfiedOf", { satisfied: satisfied.n, n })}. ${interval}`,
      interval: { at: satisfied.share, low, high, min: 0, max: 1, label: interval, ends: { min: "0%", max: "100%" } },
    };
  };
}

/** What was answered to one question: every answer with its share and its number. */
export function QuestionResult({ question }: { question: Question }) {
  const t = useT();
  const format = useFormat();
  const satisfiedOf = useSatisfied();
  const { id, kind, text, answered } = question;
  const satisfied = answered && satisfiedOf(answered);
  const labels = answerLabels(t, question);
  return (
    <Panel
      id={`q-${id}`}
      title={text}
      level={3}
      aside={answered ? t("surveyResult.answers", { count: answered.n }) : undefined}
    >
      {answered ? (
        <div className="stack">
          {satisfied ? <Stats items={[satisfied]} /> : null}
          <ShareList
            caption={text}
            columns={{
              answer: t("surveyResult.answer"),
              share: t("surveyResult.share"),
              number: t("surveyResult.number"),
            }}
            rows={answered.counts.map((count, i) => ({
              key: String(i),
              label: labels[i] ?? String(i + 1),
              share: count / answered.n,
              text: format.percent(count / answered.n),
              number: format.number(count),
            }))}
          />
          {kind === "several" ? <p className="note">{t("surveyResult.several")}</p> : null}
        </div>
      ) : (
        <p className="muted">{t("surveyResult.few")}</p>
      )}
    </Panel>
  );
}
