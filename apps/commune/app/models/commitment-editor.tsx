import { useT } from "@gandan/i18n/translation";
import type { ModelSource } from "@gandan/model/model/model-schema";
import type { DescribedModel } from "@gandan/model/model-editing/describe-model";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { DraftFields } from "./draft-fields";
import { MEASURE_WAYS } from "./measure-icon";
import { MeasureTable } from "./measure-table";
import { RuleForm } from "./rule-form";

/** What the forms of a draft need of it. */
export interface DraftView {
  source: ModelSource;
  described: DescribedModel;
  above: { source: ModelSource; ownerName: string } | null;
  checksum: string;
}
type Commitment = DescribedModel["slogans"][number]["commitments"][number];

/** Everything that may measure a commitment, to tick. */
function MeasureChoice({ draft, commitment }: { draft: DraftView; commitment: Commitment }) {
  const t = useT();
  const { source, described } = draft;
  const chosen = new Set(commitment.measures.map(({ id }) => id));
  const ways = {
    rule: described.rules.map(({ id, title }) => ({ id, title })),
    question: source.surveys.flatMap(({ questions }) => questions.map(({ id, text }) => ({ id, title: text }))),
    evidence: source.evidence,
    task: source.timeline,
  };
  return (
    <details>
      <summary>{t("model.editor.measures")}</summary>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="measures" of="commitment" id={commitment.id} />
        {(["rule", "question", "evidence", "task"] as const).map((way) =>
          ways[way].length === 0 ? null : (
            <fieldset key={way} className="field">
              <legend>{t(MEASURE_WAYS[way].label)}</legend>
              {ways[way].map(({ id, title }) => (
                <label className="check" key={id}>
                  <input type="checkbox" name="ids" value={id} defaultChecked={chosen.has(id)} />
                  <span>{title}</span>
                </label>
              ))}
            </fieldset>
          ),
        )}
        <Button>{t("model.editor.saveMeasures")}</Button>
      </form>
    </details>
  );
}

/** One commitment: its wording, the rules that measure it as sentences to fill in, and all its measures. */
export function CommitmentEditor({ draft, commitment }: { draft: DraftView; commitment: Commitment }) {
  const t = useT();
  const { source, above, checksum } = draft;
  const rules = commitment.measures.filter(({ type }) => type === "rule");
  return (
    <section className="panel" aria-labelledby="commitment">
      <div className="panel-h">
        <h2 id="commitment">{commitment.text}</h2>
        {commitment.clause ? <span className="panel-aside">{commitment.clause}</span> : null}
      </div>
      <div className="panel-b stack-5">
        {commitment.standsIn ? (
          <p className="soft">{t("model.view.standsIn", { model: commitment.standsIn })}</p>
        ) : null}
        {rules.map(({ id }, place) => {
          const rule = source.rules[id];
          const limits = above ? { rule: above.source.rules[id], ownerName: above.ownerName } : null;
          return rule ? (
            <RuleForm key={id} id={id} number={place + 1} rule={rule} above={limits} checksum={checksum} />
          ) : null;
        })}
        <MeasureTable caption={t("model.view.measuredBy")} measures={commitment.measures} />
        <MeasureChoice draft={draft} commitment={commitment} />
        <form method="post" className="stack">
          <DraftFields checksum={checksum} change="wording" of="commitment" id={commitment.id} />
          <Field
            id="wording"
            name="text"
            control="textarea"
            rows={2}
            required
            label={t("model.editor.wording")}
            defaultValue={commitment.text}
          />
          <Button>{t("model.editor.saveWording")}</Button>
        </form>
      </div>
    </section>
  );
}
