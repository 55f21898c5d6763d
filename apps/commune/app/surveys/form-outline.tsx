import { useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import type { AskedWhen, Question, SurveyForm } from "@gandan/model/model/model-schema";
import { orderedQuestions } from "@gandan/model/survey/asked-questions";
import { formLanguages } from "@gandan/model/survey/form-sheet";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";

function answerWords(t: Translate, question: Question | undefined, answer: boolean | number): string {
  if (typeof answer === "boolean") return t(answer ? "survey.outline.yes" : "survey.outline.no");
  if (question?.kind === "level5") return t("survey.outline.level", { level: answer });
  return question?.options?.[answer - 1] ?? String(answer);
}

/** The questions of a form as an official checks them: every language, what can be answered, and when each is asked. */
export function FormOutline({ form }: { form: SurveyForm }) {
  const t = useT();
  const questions = orderedQuestions(form);
  const numberOf = new Map(questions.map(({ id }, index) => [id, index + 1]));
  const languages = formLanguages(form).filter((language) => language !== "vi");
  // English is the interface's own; Vietnamese is the form's.
  const unlabelled = languages.filter((one) => one !== "en" && !form.translations?.[one]?.labels);
  const condition = (when: AskedWhen | undefined) => {
    if (!when) return null;
    const on = questions.find(({ id }) => id === when.question);
    const answers = when.answer.map((one) => answerWords(t, on, one)).join(", ");
    return t("survey.outline.whenText", { number: numberOf.get(when.question) ?? 0, answers });
  };
  const sectionOf = ({ section }: Question) => form.sections?.find(({ id }) => id === section);
  return (
    <Panel
      id="questions"
      title={t("survey.outline.title")}
      aside={
        unlabelled.length > 0
          ? t("survey.outline.noLabels", { languages: unlabelled.join(", ").toUpperCase() })
          : undefined
      }
      flush
    >
      <DataTable
        caption={t("survey.outline.title")}
        rows={questions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "question",
            header: t("survey.outline.question"),
            cell: (question) => (
              <>
                {`${numberOf.get(question.id)}. ${question.text} `}
                {question.commitment ? <Badge tone="gold">{t("survey.outline.promise")}</Badge> : null}
                {languages.map((language) => {
                  const text = question.translations?.[language]?.text;
                  return text ? (
                    <span className="sub" lang={language} key={language}>
                      {text}
                    </span>
                  ) : null;
                })}
                {sectionOf(question) ? <span className="sub">{sectionOf(question)?.title}</span> : null}
              </>
            ),
          },
          {
            key: "answers",
            header: t("survey.outline.answers"),
            narrowLabel: t("survey.outline.answers"),
            cell: ({ kind, options = [], required }) => (
              <>
                {t(`survey.outline.kind.${kind}`, { options: options.join("; ") })}
                {required ? <span className="sub">{t("survey.outline.required")}</span> : null}
              </>
            ),
          },
          {
            key: "when",
            header: t("survey.outline.when"),
            narrowLabel: t("survey.outline.when"),
            cell: (question) =>
              [condition(sectionOf(question)?.asked_when), condition(question.asked_when)].filter(Boolean).join(". ") ||
              t("survey.outline.always"),
          },
        ]}
      />
    </Panel>
  );
}
