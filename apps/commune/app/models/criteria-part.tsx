import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { EntryActs, LeftOut } from "./entry-acts";
import { useFormState } from "./form-failure";
import { MeasureChoice } from "./measure-choice";
import { MeasureTable } from "./measure-table";
import { ClauseField } from "./new-rule";

type Criterion = DraftView["described"]["criteria"][number];

/** Criteria: each with what measures it, those of the extended model to choose from, and a new one. */
export function CriteriaPart({ draft }: { draft: DraftView }) {
  const t = useT();
  const { described, source, above } = draft;
  const gone = above?.source.criteria.filter((one) => !source.criteria.some(({ id }) => id === one.id)) ?? [];
  return (
    <>
      <Panel id="criteria" title={t("model.view.criteria")}>
        {described.criteria.length === 0 ? (
          <EmptyState icon="list-checks" title={t("model.editor.noCriteria")} />
        ) : (
          <div className="stack">
            {described.criteria.map((one) => (
              <CriterionForms key={one.id} draft={draft} criterion={one} />
            ))}
          </div>
        )}
        <LeftOut draft={draft} entries={gone} />
      </Panel>
      <NewCriterion draft={draft} />
    </>
  );
}

function CriterionForms({ draft, criterion }: { draft: DraftView; criterion: Criterion }) {
  const t = useT();
  const { id, title, clause, measures } = criterion;
  const form = useFormState("wording", id);
  return (
    <details id={id} open={form.error("text") !== undefined}>
      <summary>
        {title} {clause ? <span className="muted">({clause})</span> : null}
      </summary>
      <div className="stack">
        <form method="post" className="stack">
          <DraftFields checksum={draft.checksum} change="wording" of="criterion" id={id} />
          <Field {...form.field("text", title)} required label={t("model.editor.criterionTitle")} />
          <Button label={`${t("model.editor.saveTitle")}: ${title}`}>{t("model.editor.saveTitle")}</Button>
        </form>
        <MeasureTable caption={`${t("model.view.measuredBy")}: ${title}`} measures={measures} />
        <MeasureChoice draft={draft} of="criterion" id={id} chosen={measures.map((one) => one.id)} />
        <EntryActs draft={draft} of="criterion" id={id} title={title} />
      </div>
    </details>
  );
}

function NewCriterion({ draft }: { draft: DraftView }) {
  const t = useT();
  const form = useFormState("add-criterion");
  return (
    <Panel id="add" title={t("model.editor.addCriterion")}>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="add-criterion" />
        <Field {...form.field("title")} required label={t("model.editor.criterionTitle")} />
        <ClauseField form={form} />
        <Button>{t("model.editor.addCriterion")}</Button>
      </form>
    </Panel>
  );
}
