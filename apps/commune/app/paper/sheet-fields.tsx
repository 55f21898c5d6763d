import { useT } from "@gandan/i18n/translation";
import type { Question, SurveyForm } from "@gandan/model/model/model-schema";
import { formSheet } from "@gandan/model/survey/form-sheet";
import { FIELD, LONGEST_TEXT, type ReadSheet } from "@gandan/model/survey/read-answers";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";

interface SheetFieldsProps {
  form: SurveyForm;
  /** Name and value of each field as it stands. */
  fields: readonly (readonly [string, string])[];
  problems: ReadSheet["problems"];
}

/** The questions of a sheet for the keyboard: a digit chooses an answer, Tab goes on to the next. */
export function SheetFields({ form, fields, problems }: SheetFieldsProps) {
  const t = useT();
  const asked = new Map(problems);
  const order = formSheet(form, "vi").parts.flatMap(({ questions }) => questions);
  const numberOf = new Map(order.map(({ id }, index) => [id, index + 1]));
  const sections = new Map((form.sections ?? []).map((section) => [section.id, section.asked_when]));

  const errorOf = ({ id }: Question): string | undefined => {
    const problem = asked.get(id);
    if (problem === "required") return t("paper.requiredEmpty");
    if (problem === "unknown") return t("paper.unknown");
    return problem === "tooLong" ? t("paper.tooLong", { max: LONGEST_TEXT }) : undefined;
  };
  return (
    <>
      {order.map((question) => {
        const { id, kind, text, options = [], asked_when, section } = question;
        const name = `${FIELD}${id}`;
        const values = fields.flatMap(([field, value]) => (field === name ? [value] : []));
        const when = asked_when ?? (section === undefined ? undefined : sections.get(section));
        const common = {
          id: name,
          name,
          hint: when ? t("paper.asked", { question: numberOf.get(when.question) ?? 0 }) : undefined,
          error: errorOf(question),
        };
        const label = t("answering.number", { number: numberOf.get(id) ?? 0, text });
        if (kind === "several") {
          const choices = options.map((option, index) => ({ value: String(index + 1), label: option }));
          return (
            <ChoiceField key={id} {...common} control="checkbox" legend={label} options={choices} chosen={values} />
          );
        }
        if (kind === "text") {
          return (
            <Field
              key={id}
              {...common}
              control="textarea"
              label={label}
              rows={2}
              maxLength={LONGEST_TEXT}
              defaultValue={values[0] ?? ""}
            />
          );
        }
        return (
          <Field
            key={id}
            {...common}
            control="select"
            label={label}
            defaultValue={values[0] ?? ""}
            options={[{ value: "", label: t("paper.noAnswer") }, ...answersOf(question, t)]}
          />
        );
      })}
    </>
  );
}

/** The answers of a question with one answer, each beginning with what is typed for it. */
function answersOf({ kind, options = [] }: Question, t: ReturnType<typeof useT>) {
  if (kind === "yes-no") {
    return (["no", "yes"] as const).map((value) => ({ value, label: t(`answering.${value}`) }));
  }
  if (kind === "level5") {
    return ([5, 4, 3, 2, 1] as const).map((level) => ({
      value: String(level),
      label: t("paper.levelOption", { level, text: t(`answering.level.${level}`) }),
    }));
  }
  return options.map((text, index) => ({
    value: String(index + 1),
    label: t("paper.levelOption", { level: index + 1, text }),
  }));
}

/** What a field says, in words. */
export function answerText(
  question: Question | undefined,
  values: readonly string[],
  t: ReturnType<typeof useT>,
): string {
  if (!question || values.length === 0) return t("paper.noAnswer");
  const labels = new Map(answersOf(question, t).map(({ value, label }) => [value, label]));
  return values.map((value) => labels.get(value) ?? value).join("; ");
}
