import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import type { Answered, AnsweredLine } from "@gandan/model/survey/answered";
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

/** The answers of a line: one, or several as "Bình thường trở xuống". */
export function lineLabel(
  t: Translate,
  { kind, labels }: { kind: Question["kind"]; labels: readonly string[] },
  { options }: Pick<AnsweredLine, "options">,
): string {
  const names = options.map((option) => labels[option] ?? String(option + 1));
  const [first, last] = [names[0] ?? "", names.at(-1) ?? ""];
  if (options.length === 1) return first;
  if (options.length === labels.length) return t("surveyResult.allTogether");
  const ends = kind === "level5" && options.every((option, i) => i === 0 || option === options[i - 1]! + 1);
  if (ends && options[0] === 0) return t("surveyResult.andBelow", { answer: last });
  if (ends && options.at(-1) === labels.length - 1) return t("surveyResult.andAbove", { answer: first });
  return names.join(", ");
}

/** The share of satisfied answers, exactly or between two ends, with how sure it is. */
export function useSatisfied() {
  const t = useT();
  const format = useFormat();
  return ({ satisfied }: Pick<Answered, "satisfied">) => {
    if (!satisfied) return null;
    const { low, high, n, interval } = satisfied;
    const said = t("surveyResult.interval", { low: format.percent(interval.low), high: format.percent(interval.high) });
    const of = t("surveyResult.satisfiedOf", { satisfied: format.numberSpan(low, high), n });
    return {
      label: t("surveyResult.satisfied"),
      value: format.percentSpan(low / n, high / n),
      note: `${of}. ${low < high ? `${t("surveyResult.fewAside")} ` : ""}${said}`,
      interval: {
        ...{ at: (low + high) / 2 / n, low: interval.low, high: interval.high, min: 0, max: 1, label: said },
        ends: { min: "0%", max: "100%" },
      },
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
            rows={answered.lines.map((line) => ({
              key: line.options.join(),
              label: lineLabel(t, { kind, labels }, line),
              share: line.low / answered.n,
              text: format.percentSpan(line.low / answered.n, line.high / answered.n),
              number: format.numberSpan(line.low, line.high),
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
