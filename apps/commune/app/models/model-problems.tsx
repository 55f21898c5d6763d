import { useT } from "@gandan/i18n/translation";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import { ErrorSummary } from "@gandan/ui/error-summary";

/** What is wrong with a model's text, line by line. Nothing when nothing is. */
export function ModelProblems(props: { problems: readonly ModelProblem[]; title?: string; text?: string }) {
  const { problems, title, text } = props;
  const t = useT();
  return (
    <ErrorSummary
      title={title ?? t("model.editor.problems", { count: problems.length })}
      {...(text ? { text } : {})}
      errors={problems.map(({ line, column, path, message }) => ({
        text: t("model.editor.position", {
          line,
          column,
          problem: path ? t("model.editor.problemAt", { path, problem: message[t.language] }) : message[t.language],
        }),
      }))}
    />
  );
}
