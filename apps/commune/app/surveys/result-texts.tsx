import { useFormat, useT } from "@gandan/i18n/translation";
import { Panel } from "@gandan/ui/panel";
import type { SurveyPage } from "./survey-page";

/** What citizens wrote in their own words, where it names nobody. */
export function ResultTexts({ texts }: { texts: SurveyPage["texts"] }) {
  const t = useT();
  const format = useFormat();
  if (texts.total === 0) return null;
  return (
    <Panel id="texts" title={t("surveyResult.texts.title", { count: texts.total })}>
      <p className="note">{t("surveyResult.texts.note")}</p>
      <ul className="list">
        {texts.some.map(({ question, month, text }, place) => (
          <li key={`${month}-${place + 1}`}>
            <div>
              <blockquote>{text}</blockquote>
              <p className="sub">
                {question} · {format.month(month)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {texts.total > texts.some.length ? (
        <p className="note">{t("surveyResult.texts.more", { count: texts.total - texts.some.length })}</p>
      ) : null}
    </Panel>
  );
}
