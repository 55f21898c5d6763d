import { useFormat, useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import { Check } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { basisLines } from "./leaf-title";

export interface AppraiseFieldsProps {
  node: AssessedNode;
  /** Points that may be given, or null for any up to the maximum. */
  levels: readonly number[] | null;
  /** What was sent and not taken, by name of field. */
  sent: Readonly<Record<string, string>> | null;
  problem: { at: "points" | "reason"; text: string } | undefined;
}

/** Where what is wrong with an appraisal is shown. */
export const appraiseFieldId = (leaf: string, at: "points" | "reason") => `${at}-${leaf}`;

/** Points as a form holds them: two decimals at most. */
const asText = (points: number | null | undefined) =>
  points === null || points === undefined ? "" : String(Math.round(points * 100) / 100);

/** The fields in which an office appraises a leaf; filled with the self-score until it has. */
export function AppraiseFields({ node, levels, sent, problem }: AppraiseFieldsProps) {
  const t = useT();
  const format = useFormat();
  const { id, appraised, self, counts, maximum } = node;
  const points = (value: number) => format.points(value, 2);
  const leftOut = appraised ? appraised.points === null : counts === "left-out";
  const comma = format.number(0.5).charAt(1);
  const shown = sent ? (sent[`points.${id}`] ?? "") : asText(appraised ? appraised.points : self);
  const selfText =
    counts === "left-out"
      ? t("index.selfOut")
      : self === null
        ? t("index.selfNone")
        : t("index.selfIs", { points: points(self) });
  const common = {
    id: appraiseFieldId(id, "points"),
    name: `points.${id}`,
    label: t("index.points"),
    error: problem?.at === "points" ? problem.text : undefined,
    hint: selfText,
  };
  return (
    <fieldset className="stack">
      <legend>
        <strong>{[node.code, node.title].filter(Boolean).join(" ")}</strong>
      </legend>
      {basisLines(t, format, node).map((line) => (
        <p key={line} className="hint">
          {line}
        </p>
      ))}
      <input type="hidden" name="leaf" value={id} />
      <input type="hidden" name={`self.${id}`} value={sent?.[`self.${id}`] ?? (self === null ? "" : String(self))} />
      <input
        type="hidden"
        name={`seen.${id}`}
        value={sent?.[`seen.${id}`] ?? (appraised ? new Date(appraised.appraisedAt).toISOString() : "")}
      />
      <div className="form-cols">
        <div>
          {levels ? (
            <Field
              {...common}
              control="select"
              defaultValue={shown}
              options={[
                { value: "", label: t("shell.form.choose") },
                ...levels.map((level) => ({ value: asText(level), label: points(level) })),
              ]}
            />
          ) : (
            <Field
              {...common}
              hint={`${selfText}. ${t("index.pointsHint", { max: points(maximum) })}`}
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
            checked={sent ? sent[`out.${id}`] !== undefined : leftOut}
          />
        </div>
        <Field
          id={appraiseFieldId(id, "reason")}
          name={`reason.${id}`}
          control="textarea"
          rows={2}
          maxLength={2000}
          label={t("index.reason")}
          hint={t("index.reasonHint")}
          error={problem?.at === "reason" ? problem.text : undefined}
          defaultValue={sent ? sent[`reason.${id}`] : (appraised?.reason ?? undefined)}
        />
      </div>
    </fieldset>
  );
}
