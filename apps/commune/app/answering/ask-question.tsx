import { useT } from "@gandan/i18n/translation";
import type { Question } from "@gandan/model/model/model-schema";
import { FIELD, LONGEST_TEXT } from "@gandan/model/survey/read-answers";
import { Icon } from "@gandan/ui/icon";
import type { ReactNode } from "react";
import type { Conditions } from "./ask-conditions";

export interface AskQuestionProps {
  question: Question;
  /** What was sent before, when the page comes again. */
  values: readonly string[];
  problem: string | undefined;
  conditions: Conditions;
  /** Above the hint: when the question is to be answered at all. */
  when: string | undefined;
}

/** One question, as large as a thumb; its words and the mark of each level are read aloud as one label. */
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

function Hint({ question, when }: { question: Question; when: string | undefined }) {
  const t = useT();
  const lines = [
    question.help,
    question.kind === "several" ? t("answering.several") : undefined,
    question.kind === "text" ? t("answering.textHint") : undefined,
    question.required ? undefined : t("answering.optional"),
  ].filter((line) => line !== undefined);
  return (
    <>
      {when ? <small className="when-hint">{when}</small> : null}
      {lines.length > 0 ? <small>{lines.join(". ").replace(/([.?!])\. /g, "$1 ")}</small> : null}
    </>
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
      {optionsOf(question, t).map(({ value, label, level }) => {
        const opens = conditions.openedBy(question.id, value);
        return (
          <div className="opt" key={value}>
            <input
              type={question.kind === "several" ? "checkbox" : "radio"}
              name={name}
              id={`${name}-${value}`}
              value={value}
              required={isRequired && conditions.isAlways(question)}
              defaultChecked={values.includes(value)}
              className={opens.map((group) => `opens-${group}`).join(" ") || undefined}
            />
            <label htmlFor={`${name}-${value}`}>
              {label}
              {level ? <LevelBars level={level} /> : null}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

interface Option {
  value: string;
  label: string;
  level?: number;
}

function optionsOf({ kind, options = [] }: Question, t: ReturnType<typeof useT>): Option[] {
  if (kind === "level5") {
    return ([5, 4, 3, 2, 1] as const).map((level) => ({
      value: String(level),
      label: t(`answering.level.${level}`),
      level,
    }));
  }
  if (kind === "yes-no") {
    return [
      { value: "no", label: t("answering.no") },
      { value: "yes", label: t("answering.yes") },
    ];
  }
  return options.map((label, index) => ({ value: String(index + 1), label }));
}

function LevelBars({ level }: { level: number }) {
  return (
    <span className="lv" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((bar) => (
        <i key={bar} className={bar <= level ? "on" : undefined} />
      ))}
    </span>
  );
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

function Problem({ id, text }: { id: string; text: string }) {
  return (
    <p className="error ask-problem" id={id}>
      <Icon name="octagon-x" />
      {text}
    </p>
  );
}
