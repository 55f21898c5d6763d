import { useFormat, useT } from "@gandan/i18n/translation";
import { type AssessedNode, MIN_N } from "@gandan/model/index/assess-unit";
import { Check } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";

export interface LeafFieldsProps {
  node: AssessedNode;
  /** What was sent and not taken, by name of field. */
  sent: Readonly<Record<string, string>> | null;
  /** What is wrong with it, and in which of its fields. */
  problem: { at: "value" | "note"; text: string } | undefined;
}

/** Where what is wrong with a leaf is shown. */
export const leafFieldId = (leaf: string, at: "value" | "note") => `${at}-${leaf}`;

/** The fields in which a unit enters its result of a leaf. */
export function LeafFields({ node, sent, problem }: LeafFieldsProps) {
  const t = useT();
  const format = useFormat();
  const { id, leaf, entered } = node;
  if (!leaf) return null;
  const isShare = leaf.kind === "ratio" || leaf.kind === "survey";
  const value = typeof entered?.value === "number" ? entered.value : undefined;
  const stored = value === undefined ? "" : String(isShare ? Math.round(value * 10_000) / 100 : value);
  const comma = format.number(0.5).charAt(1);
  const shown = sent ? (sent[`value.${id}`] ?? "") : stored;
  const common = {
    id: leafFieldId(id, "value"),
    name: `value.${id}`,
    label: t(`index.value.${leaf.kind}`),
    error: problem?.at === "value" ? problem.text : undefined,
    hint: node.few === null ? undefined : t("index.few", { n: node.few, minimum: MIN_N }),
  };
  return (
    <fieldset className="stack">
      <legend>
        <strong>{[node.code, node.title].filter(Boolean).join(" ")}</strong>{" "}
        <span className="muted">({t("index.maximumIs", { points: format.points(node.maximum, 2) })})</span>
      </legend>
      <input type="hidden" name="leaf" value={id} />
      <input type="hidden" name={`kind.${id}`} value={leaf.kind} />
      <input
        type="hidden"
        name={`seen.${id}`}
        value={sent?.[`seen.${id}`] ?? (entered ? new Date(entered.enteredAt).toISOString() : "")}
      />
      {node.note ? <p className="hint">{node.note}</p> : null}
      <div className="form-cols">
        <div>
          {leaf.kind === "yes-no" ? (
            <Field
              {...common}
              control="select"
              defaultValue={shown}
              options={[
                { value: "", label: t("shell.form.choose") },
                { value: "1", label: t("shell.form.yes") },
                { value: "0", label: t("shell.form.no") },
              ]}
            />
          ) : (
            <Field
              {...common}
              control="text"
              inputMode="decimal"
              maxLength={12}
              defaultValue={shown.replace(".", comma)}
            />
          )}
          <Check
            name={`out.${id}`}
            value="1"
            label={
              <>
                {t("index.notApplicable")}
                <span className="vh">: {node.title}</span>
              </>
            }
            checked={sent ? sent[`out.${id}`] !== undefined : entered !== null && entered.points === null}
          />
        </div>
        <Field
          id={leafFieldId(id, "note")}
          name={`note.${id}`}
          control="textarea"
          rows={2}
          maxLength={2000}
          label={t("index.note")}
          hint={t("index.leftOutHint")}
          optional={t("shell.form.optional")}
          error={problem?.at === "note" ? problem.text : undefined}
          defaultValue={sent ? sent[`note.${id}`] : (entered?.note ?? undefined)}
        />
      </div>
    </fieldset>
  );
}
