import { useT } from "@gandan/i18n/translation";
import type { Question } from "@gandan/model/model/model-schema";
import { FIELD, LONGEST_TEXT } from "@gandan/model/survey/read-answers";
import type { ReactNode } from "react";
import type { Conditions } from "./ask-conditions";
import { classOf } from "./ask-levels";
import { Hint, Problem } from "./ask-parts";

export interface AskQuestionProps {
  question: Question;
  /** What was sent before, when the page comes again. */
  values: readonly string[];
  problem: string | undefined;
  conditions: Conditions;
  /** Above the hint: when the question is to be answered at all. */
  when: string | undefined;
}

/** One question without levels, its answers as large as a thumb. */
export function AskQuestion(props: AskQuestionProps) {
  const { question, when, conditions } = props;
  const group = conditions.groupOf(question.asked_when);
  const className = group === null ? "ask" : `ask when-${group}`;
  const hint = <Hint question={question} when={when} />;
  return question.kind === "text" ? (
    <TextQuestion {...props} className={className} hint={hint} />
  ) : (
    <ChoiceQuestion {...props} className={className} hint={hint} />
  );
}

type PartProps = AskQuestionProps & { className: string; hint: ReactNode };

function ChoiceQuestion({ question, values, problem, conditions, className, hint }: PartProps) {
  const t = useT();
  const name = `${FIELD}${question.id}`;
  const isRequired = question.required && !question.asked_when && question.kind !== "several";
  return (
    <fieldset className={className} id={name} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>
        {question.text}
        {hint}
      </legend>
      {problem ? <Problem id={`${name}-problem`} text={problem} /> : null}
      {optionsOf(question, t).map(({ value, label }) => (
        <div className="opt" key={value}>
          <input
            type={question.kind === "several" ? "checkbox" : "radio"}
            name={name}
            id={`${name}-${value}`}
            value={value}
            required={isRequired && conditions.isAlways(question)}
            defaultChecked={values.includes(value)}
            className={classOf(conditions.openedBy(question.id, value))}
          />
          <label htmlFor={`${name}-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}

interface Option {
  value: string;
  label: string;
}

/** The answers to choose from of a question without levels. */
export function optionsOf({ kind, options = [] }: Question, t: ReturnType<typeof useT>): Option[] {
  if (kind === "yes-no") {
    return [
      { value: "no", label: t("answering.no") },
      { value: "yes", label: t("answering.yes") },
    ];
  }
  return options.map((label, index) => ({ value: String(index + 1), label }));
}

function TextQuestion({ question, values, problem, className, hint }: PartProps) {
  const name = `${FIELD}${question.id}`;
  return (
    <div className={`field ${className}`}>
      <label htmlFor={name} className="ask-label">
        {question.text}
      </label>
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
      {problem ? <Problem id={`${name}-problem`} text={problem} /> : null}
      <textarea
        id={name}
        name={name}
        maxLength={LONGEST_TEXT}
        defaultValue={values[0] ?? ""}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem ${name}-hint` : `${name}-hint`}
      />
    </div>
  );
}
