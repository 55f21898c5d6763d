import { useT } from "@gandan/i18n/translation";
import type { Question } from "@gandan/model/model/model-schema";
import { Icon } from "@gandan/ui/icon";
import { createContext, useContext } from "react";

/** Whether the heading above the question says already that it may be passed over. */
export const MayPassOver = createContext(false);

/** What stands in small print under a question. */
export function hintsOf(question: Question, mayPassOver: boolean, t: ReturnType<typeof useT>): string[] {
  return [
    question.help,
    question.kind === "several" ? t("answering.several") : undefined,
    question.kind === "text" ? t("answering.textHint") : undefined,
    question.required || mayPassOver ? undefined : t("answering.optional"),
  ].filter((line) => line !== undefined);
}

export function Hint({ question, when }: { question: Question; when: string | undefined }) {
  const t = useT();
  const lines = hintsOf(question, useContext(MayPassOver), t);
  return (
    <>
      {when ? <small className="when-hint">{when}</small> : null}
      {lines.length > 0 ? <small>{lines.join(". ").replace(/([.?!])\. /g, "$1 ")}</small> : null}
    </>
  );
}

export function Problem({ id, text }: { id: string; text: string }) {
  return (
    <p className="error ask-problem" id={id}>
      <Icon name="octagon-x" />
      {text}
    </p>
  );
}
