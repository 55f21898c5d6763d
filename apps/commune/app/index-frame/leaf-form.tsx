import { useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import { Button } from "@gandan/ui/button";
import { Check } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { Form } from "@remix-run/react";

/** The form in which a unit enters its own result for a leaf; works without script. */
export function LeafForm({ node, frameId }: { node: AssessedNode; frameId: string }) {
  const t = useT();
  const { leaf, entered } = node;
  if (!leaf) return null;
  const value = typeof entered?.value === "number" ? entered.value : undefined;
  const isShare = leaf.kind === "ratio" || leaf.kind === "survey";
  const shown = value === undefined ? undefined : isShare ? Math.round(value * 10_000) / 100 : value;
  const common = { id: `value-${node.id}`, name: "value", label: t(`index.value.${leaf.kind}`) };
  return (
    <Form method="post" className="form stack">
      <input type="hidden" name="frameId" value={frameId} />
      <input type="hidden" name="leaf" value={node.id} />
      <input type="hidden" name="kind" value={leaf.kind} />
      <input type="hidden" name="seen" value={entered ? entered.enteredAt.toISOString() : ""} />
      {node.note ? <p className="hint">{node.note}</p> : null}
      {leaf.kind === "yes-no" ? (
        <Field
          {...common}
          control="select"
          defaultValue={value === undefined ? "" : String(value)}
          options={[
            { value: "", label: t("shell.form.choose") },
            { value: "1", label: t("shell.form.yes") },
            { value: "0", label: t("shell.form.no") },
          ]}
        />
      ) : (
        <Field
          {...common}
          control="number"
          min={0}
          max={isShare ? 100 : 1_000_000}
          step={isShare ? "0.01" : "1"}
          inputMode="decimal"
          defaultValue={shown}
        />
      )}
      <Check
        name="leftOut"
        value="1"
        label={t("index.notApplicable")}
        checked={entered?.points === null && entered !== null}
      />
      <Field
        id={`note-${node.id}`}
        name="note"
        control="textarea"
        rows={2}
        maxLength={2000}
        label={t("index.note")}
        optional={t("shell.form.optional")}
        defaultValue={entered?.note ?? undefined}
      />
      <div>
        <Button>
          {t("index.save")}
          <span className="vh"> {node.title}</span>
        </Button>
      </div>
    </Form>
  );
}
