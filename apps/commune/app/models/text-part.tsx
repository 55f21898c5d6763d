import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { DraftFields } from "./draft-fields";
import { useFormState } from "./form-failure";

/** The whole text. */
export function TextPart({ checksum, yaml }: { checksum: string; yaml: string }) {
  const t = useT();
  const form = useFormState("yaml");
  return (
    <Panel id="text" title={t("model.editor.yaml")}>
      <form method="post" className="stack">
        <DraftFields checksum={checksum} change="yaml" />
        <Field
          {...form.field("yaml", yaml)}
          control="textarea"
          code
          rows={30}
          required
          spellCheck={false}
          label={t("model.editor.yaml")}
          hint={t("model.editor.yamlHint")}
        />
        <Button>{t("model.editor.saveYaml")}</Button>
      </form>
    </Panel>
  );
}
