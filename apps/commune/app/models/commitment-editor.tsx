import { useT } from "@gandan/i18n/translation";
import type { DescribedCommitment } from "@gandan/model/model-editing/describe-model";
import { Button, ButtonLink } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { EntryActs } from "./entry-acts";
import { useFormState } from "./form-failure";
import { MeasureChoice } from "./measure-choice";
import { MeasureTable } from "./measure-table";
import { RuleForm } from "./rule-form";

/** One commitment: the rules that measure it as sentences to fill in, all its measures, its wording, place and end. */
export function CommitmentEditor({ draft, commitment }: { draft: DraftView; commitment: DescribedCommitment }) {
  const t = useT();
  const form = useFormState("wording", commitment.id);
  const measures = commitment.measures.map(({ id }) => id);
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
        {rules.map(({ id, title }, place) => (
          <div key={id} className="stack">
            <RuleForm
              draft={draft}
              id={id}
              heading={(name) => t("model.editor.ruleNumber", { number: place + 1, title: name })}
            />
            <form method="post" className="row">
              <DraftFields checksum={draft.checksum} change="measures" of="commitment" id={commitment.id} />
              {measures
                .filter((one) => one !== id)
                .map((one) => (
                  <input key={one} type="hidden" name="ids" value={one} />
                ))}
              <Button size="small" kind="quiet" label={`${t("model.editor.unlinkRule")}: ${title}`}>
                {t("model.editor.unlinkRule")}
              </Button>
              <a
                className="small"
                href={`${draft.href}?part=rules&rule=${id}`}
                aria-label={`${t("model.editor.openRule")}: ${title}`}
              >
                {t("model.editor.openRule")}
              </a>
            </form>
          </div>
        ))}
        <div className="row">
          <ButtonLink href={`${draft.href}?entry=${commitment.id}&add=rule#add`} icon="plus">
            {t("model.editor.addRule")}
          </ButtonLink>
        </div>
        <MeasureTable caption={t("model.view.measuredBy")} measures={commitment.measures} />
        <MeasureChoice draft={draft} of="commitment" id={commitment.id} chosen={measures} />
        <form method="post" className="stack">
          <DraftFields checksum={draft.checksum} change="wording" of="commitment" id={commitment.id} />
          <Field
            {...form.field("text", commitment.text)}
            control="textarea"
            rows={2}
            required
            label={t("model.editor.wording")}
          />
          <Button>{t("model.editor.saveWording")}</Button>
        </form>
        <EntryActs draft={draft} of="commitment" id={commitment.id} title={commitment.text} />
      </div>
    </section>
  );
}
