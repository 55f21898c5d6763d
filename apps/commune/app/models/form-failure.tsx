import { useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Notice } from "@gandan/ui/notice";
import { createContext, useContext } from "react";

export type FieldProblem = "required" | "tooLong" | "date" | "number" | "time" | "days" | "choose" | "wrong";

/** A form of the editor that came back: what is wrong, where, and what was written into it. */
export interface FormFailure {
  text: string;
  /** The change it asked for, and of what. */
  change: string;
  id: string;
  /** By name of field. */
  fields: Record<string, FieldProblem | { vi: string; en: string }>;
  words: Record<string, string[]>;
  /** Of the text that the change would have made. */
  problems: ModelProblem[];
}

const FailureContext = createContext<FormFailure | null>(null);
export const FormFailureProvider = FailureContext.Provider;

/** Id of a field on the page: of which change, of what. */
const fieldId = (change: string, id: string, name: string): string =>
  [change, id, name]
    .filter(Boolean)
    .join("-")
    .replace(/[^\w-]/g, "-");

/** What one form of the editor shows: its usual words, or those that were sent with what is wrong with them. */
export function useFormState(change: string, id = "") {
  const t = useT();
  const context = useContext(FailureContext);
  const failure = context && context.change === change && context.id === id ? context : null;
  const idOf = (name: string) => fieldId(change, id, name);
  const words = (name: string, usual: readonly string[]) => (failure ? (failure.words[name] ?? []) : usual);
  const error = (name: string): string | undefined => {
    const problem = failure?.fields[name];
    if (!problem) return undefined;
    return typeof problem === "string" ? t(`model.editor.field.${problem}`) : inWords(t, name, problem[t.language]);
  };
  /** A field of one text: where it is found, what is in it, what is wrong with that. */
  const field = (name: string, usual?: string) => ({
    ...{ id: idOf(name), name },
    ...{ defaultValue: failure ? words(name, [])[0] : usual, error: error(name) },
  });
  return { idOf, words, error, field };
}

/** A problem of the text as one of its form: parameters by their labels, dates as they are read. */
function inWords(t: Translate, field: string, message: string): string {
  const last = field.split(".").at(-1) ?? field;
  const label = t.find(`rule.param.${last}`);
  return message
    .replaceAll(`“${last}”`, label ? `“${label}”` : "$&")
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, "$3/$2/$1");
}

/** What has not been saved and why, above the form that came back. */
export function FailureSummary({ failure }: { failure: FormFailure }) {
  const t = useT();
  const count = Object.keys(failure.fields).length;
  if (count > 0) {
    const errors = Object.entries(failure.fields).map(([name, one]) => ({
      id: fieldId(failure.change, failure.id, name),
      text: typeof one === "string" ? t(`model.editor.field.${one}`) : inWords(t, name, one[t.language]),
    }));
    return (
      <ErrorSummary
        title={t("model.editor.fieldsWrong", { count })}
        text={t("model.editor.notSaved")}
        errors={errors}
      />
    );
  }
  if (failure.problems.length === 0) return <Notice tone="missed" announce="now" title={failure.text} />;
  // Lines and columns would be those of a text that was not kept.
  return (
    <ErrorSummary
      title={failure.text}
      text={t("model.editor.rejectedText")}
      errors={failure.problems.map(({ path, message }) => ({ text: inWords(t, path, message[t.language]) }))}
    />
  );
}
