import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";

/** Entries of the draft, and those of the extended model that it leaves out. */
export function withOmitted<T extends { id: string }>(own: readonly T[], above: readonly T[] | undefined): T[] {
  const have = new Set(own.map(({ id }) => id));
  return [...own, ...(above ?? []).filter(({ id }) => !have.has(id))];
}

/** Which criteria or commitments the model has, ticked all at once. */
export function ChoiceForm(props: {
  draft: DraftView;
  of: "criterion" | "commitment";
  legend: string;
  all: readonly { id: string; label: string; hint: string | null }[];
  kept: readonly string[];
}) {
  const { draft, of, legend, all, kept } = props;
  const t = useT();
  return (
    <form method="post" className="stack">
      <DraftFields checksum={draft.checksum} change="choice" of={of} />
      <ChoiceField
        id={`keep-${of}`}
        name="keep"
        control="checkbox"
        legend={legend}
        hint={t("model.editor.keepHint")}
        chosen={kept}
        options={all.map(({ id, label, hint }) => ({ value: id, label, ...(hint ? { hint } : {}) }))}
      />
      <Button>{t("model.editor.saveChoice")}</Button>
    </form>
  );
}
