import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { EntryActs } from "./entry-acts";
import { useFormState } from "./form-failure";
import { ClauseField } from "./new-rule";

/** A slogan with its first commitment. */
export function NewSlogan({ draft }: { draft: DraftView }) {
  const t = useT();
  const form = useFormState("add-slogan");
  return (
    <Panel id="add" title={t("model.editor.addSlogan")}>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="add-slogan" />
        <Field
          {...form.field("title")}
          required
          label={t("model.editor.sloganTitle")}
          hint={t("model.editor.sloganHint")}
        />
        <Field
          {...form.field("text")}
          control="textarea"
          rows={2}
          required
          label={t("model.editor.firstCommitment")}
          hint={t("model.editor.firstCommitmentHint")}
        />
        <ClauseField form={form} />
        <Button>{t("model.editor.addSlogan")}</Button>
      </form>
    </Panel>
  );
}

/** A commitment at the end of a slogan, measured by rules there are. */
export function NewCommitment({ draft, slogan }: { draft: DraftView; slogan: { id: string; title: string } }) {
  const t = useT();
  const form = useFormState("add-commitment", slogan.id);
  const { rules } = draft.described;
  return (
    <Panel id="add" title={t("model.editor.addCommitmentTo", { slogan: slogan.title })}>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="add-commitment" id={slogan.id} />
        <Field
          {...form.field("text")}
          control="textarea"
          rows={2}
          required
          label={t("model.editor.commitmentText")}
          hint={t("model.editor.commitmentHint")}
        />
        <ClauseField form={form} />
        {rules.length > 0 ? (
          <details>
            <summary>{t("model.editor.measureExisting")}</summary>
            <ChoiceField
              id="new-measures"
              name="measures"
              control="checkbox"
              legend={t("model.editor.measureExisting")}
              chosen={form.words("measures", [])}
              options={rules.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </details>
        ) : null}
        <Button describedBy="then-rule">{t("model.editor.addCommitment")}</Button>
        <p className="hint" id="then-rule">
          {t("model.editor.thenRule")}
        </p>
      </form>
    </Panel>
  );
}

/** A slogan's own words, place and end. */
export function SloganEditor({ draft, slogan }: { draft: DraftView; slogan: { id: string; title: string } }) {
  const t = useT();
  const form = useFormState("wording", slogan.id);
  return (
    <Panel id="slogan" title={slogan.title}>
      <div className="stack-5">
        <form method="post" className="stack">
          <DraftFields checksum={draft.checksum} change="wording" of="slogan" id={slogan.id} />
          <Field {...form.field("text", slogan.title)} required label={t("model.editor.sloganWording")} />
          <Button>{t("model.editor.saveWording")}</Button>
        </form>
        <EntryActs draft={draft} of="slogan" id={slogan.id} title={slogan.title} />
      </div>
    </Panel>
  );
}
