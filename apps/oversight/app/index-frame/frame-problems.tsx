import { useT } from "@gandan/i18n/translation";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import { ErrorSummary } from "@gandan/ui/error-summary";

/** What is wrong with the text of a frame, line by line. Nothing when nothing is. */
export function FrameProblems({ problems }: { problems: readonly ModelProblem[] }) {
  const t = useT();
  return (
    <ErrorSummary
      title={t("indexFrame.problems", { count: problems.length })}
      text={t("indexFrame.problemsText")}
      errors={problems.map(({ line, column, path, message }) => ({
        id: "yaml",
        text: t("model.editor.position", {
          line,
          column,
          problem: path ? t("model.editor.problemAt", { path, problem: message[t.language] }) : message[t.language],
        }),
      }))}
    />
  );
}
