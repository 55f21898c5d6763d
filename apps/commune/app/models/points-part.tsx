import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { withOmitted } from "./choice-form";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { useFormState } from "./form-failure";

/** Points of all score lines in one form, as they must add up; rules that no line counts can be given some. */
export function PointsPart({ draft }: { draft: DraftView }) {
  const t = useT();
  const format = useFormat();
  const form = useFormState("points");
  const { source, above, described } = draft;
  const total = (source.scorecard ?? above?.source.scorecard)?.total ?? 100;
  const lines = withOmitted(source.scorecard?.lines ?? [], above?.source.scorecard?.lines);
  const counted = new Set(lines.flatMap(({ measured_by }) => measured_by));
  const uncounted = described.rules.filter(({ id }) => !counted.has(id));
  const now = new Map(source.scorecard?.lines.map(({ id, points }) => [id, points]));
  if (lines.length === 0 && uncounted.length === 0) {
    return (
      <EmptyState icon="list-checks" title={t("model.editor.noLines")} text={t("model.editor.noLinesText")} level={2} />
    );
  }
  const field = (name: string, title: string, hint: string | undefined, points: number) => (
    <Field
      {...form.field(name, format.number(points))}
      key={name}
      inputMode="decimal"
      label={t("model.editor.points", { title })}
      hint={hint}
    />
  );
  return (
    <Panel
      id="points"
      title={t("model.view.scorecard")}
      aside={t("model.view.scoreTotal", { total: format.number(total) })}
    >
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="points" />
        <p className="hint">{t("model.editor.pointsHint", { total: format.number(total) })}</p>
        <div className="form-cols">
          {lines.map(({ id, title, clause }) => field(`points.${id}`, title, clause, now.get(id) ?? 0))}
        </div>
        {uncounted.length > 0 ? (
          <fieldset className="stack">
            <legend className="label">{t("model.editor.notScored")}</legend>
            <p className="hint">{t("model.editor.notScoredHint")}</p>
            <div className="form-cols">
              {uncounted.map(({ id, title, sentence }) =>
                field(`rules.${id}`, title, sentence && sentence !== title ? sentence : undefined, 0),
              )}
            </div>
          </fieldset>
        ) : null}
        <Button>{t("model.editor.savePoints")}</Button>
      </form>
    </Panel>
  );
}
