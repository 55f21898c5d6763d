import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { MEASURE_WAYS } from "./measure-icon";

/** Everything that may measure a commitment or criterion, to tick. */
export function MeasureChoice(props: {
  draft: DraftView;
  of: "commitment" | "criterion";
  id: string;
  chosen: readonly string[];
}) {
  const { draft, of, id, chosen } = props;
  const t = useT();
  const { source, described } = draft;
  const ways = {
    rule: described.rules.map((one) => ({ id: one.id, title: one.title })),
    question: source.surveys.flatMap(({ questions }) => questions.map((one) => ({ id: one.id, title: one.text }))),
    evidence: source.evidence,
    task: source.timeline,
  };
  return (
    <details>
      <summary>{t("model.editor.measures")}</summary>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="measures" of={of} id={id} />
        {(["rule", "question", "evidence", "task"] as const).map((way) =>
          ways[way].length === 0 ? null : (
            <ChoiceField
              key={way}
              id={`measures-${id}-${way}`}
              name="ids"
              control="checkbox"
              legend={t(MEASURE_WAYS[way].label)}
              chosen={chosen}
              options={ways[way].map((one) => ({ value: one.id, label: one.title }))}
            />
          ),
        )}
        <Button>{t("model.editor.saveMeasures")}</Button>
      </form>
    </details>
  );
}
