import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { Stats } from "@gandan/ui/stat";
import { useSatisfied } from "../surveys/question-result";
import { resultPeriodName } from "../surveys/result-period-name";

type Result = NonNullable<Awaited<ReturnType<Caller["surveyResult"]["public"]>>["result"]>;

/** What citizens answered in the quarter of a month, question by question, with what makes it doubtful beside it. */
export function Satisfaction({ result }: { result: Result }) {
  const t = useT();
  const format = useFormat();
  const satisfiedOf = useSatisfied();
  const { questions, period, integrity } = result;
  const asked = questions.flatMap(({ id, text, answered }) => {
    const stat = answered ? satisfiedOf(answered) : null;
    return stat ? [{ id, stat: { ...stat, label: text } }] : [];
  });
  return (
    <section className="stack">
      <h2>
        {t("public.results.satisfaction")}, {resultPeriodName(t, format, period)}
      </h2>
      <p className="soft">{t("public.results.satisfactionText")}</p>
      {asked.length > 0 ? <Stats items={asked.map(({ stat }) => stat)} /> : <p>{t("surveyResult.few")}</p>}
      <p className="note">
        {[
          t("public.results.sheets", { count: integrity.sheets }),
          integrity.responseRate === null
            ? ""
            : t("public.results.responseRate", { share: format.percent(integrity.responseRate) }),
          integrity.staffEntered
            ? t("public.results.staffEntered", { share: format.percent(integrity.staffEntered.share) })
            : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </section>
  );
}
