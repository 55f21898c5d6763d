import { useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import { TEXT_LIMIT } from "@gandan/model/letter/kind-inputs";
import type { TextProblem } from "@gandan/model/letter/letter-text";
import { Button } from "@gandan/ui/button";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { LetterPaper, type LetterPaperProps } from "../letter/letter-paper";

interface TextEditorProps {
  /** What was typed, or the text in force. */
  source: string;
  /** The version that is changed. */
  seen: number;
  externalCode: string;
  problems: readonly TextProblem[];
  preview: Omit<LetterPaperProps, "open"> | null;
  /** Of the dossier that the preview shows. */
  previewCode: string | null;
  /** Where the file of the preview is made. */
  previewPath: string;
  mayChange: boolean;
}

/** The words of a kind of letter: written, tried with a real dossier, saved as a new version. */
export function TextEditor(props: TextEditorProps) {
  const { source, seen, externalCode, problems, preview, previewCode, previewPath, mayChange } = props;
  const t = useT();
  return (
    <>
      <ErrorSummary
        title={t("letterSettings.editor.wrong", { count: problems.length })}
        errors={problems.map((problem) => ({ id: "source", text: problemText(t, problem) }))}
      />
      <form method="post" className="panel panel-p stack">
        <input type="hidden" name="seen" value={seen} />
        <Field
          id="source"
          name="source"
          control="textarea"
          rows={18}
          maxLength={TEXT_LIMIT}
          spellCheck={false}
          label={t("letterSettings.editor.source")}
          hint={t("letterSettings.editor.sourceHint")}
          defaultValue={source}
          disabled={!mayChange}
        />
        <Field
          id="externalCode"
          name="externalCode"
          label={t("letterSettings.editor.dossier")}
          hint={t("letterSettings.editor.dossierHint")}
          optional={t("shell.form.optional")}
          defaultValue={externalCode}
          maxLength={100}
          autoComplete="off"
        />
        {mayChange ? (
          <div className="row">
            <Button kind="primary" name="intent" value="save">
              {t("letterSettings.editor.save")}
            </Button>
            <Button name="intent" value="preview">
              {t("letterSettings.editor.preview")}
            </Button>
            <Button formAction={previewPath} formTarget="_blank" icon="file-text">
              {t("letterSettings.editor.pdf")}
            </Button>
          </div>
        ) : null}
      </form>
      {preview ? (
        <Panel id="preview" title={t("letterSettings.editor.previewTitle")}>
          <p className="muted">
            {previewCode
              ? t("letterSettings.editor.previewOf", { code: previewCode })
              : t("letterSettings.editor.previewNone")}
          </p>
          <LetterPaper {...preview} open />
        </Panel>
      ) : null}
    </>
  );
}

function problemText(t: Translate, { problem, line, column, word, closest }: TextProblem): string {
  const shown = problem === "unknown" ? `{${word}}` : word;
  const text =
    problem === "unknown" && closest
      ? t("letterSettings.editor.problem.closest", { word: shown, closest: `{${closest}}` })
      : t(`letterSettings.editor.problem.${problem}`, { word: shown });
  return t("letterSettings.editor.place", { line, column, text });
}
