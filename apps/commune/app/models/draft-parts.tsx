import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import type { DraftView } from "./commitment-editor";
import { DraftFields } from "./draft-fields";

interface Choice {
  id: string;
  label: string;
  hint: string | null;
}

function ChoiceForm({
  draft,
  of,
  legend,
  all,
  kept,
}: {
  draft: DraftView;
  of: "criterion" | "commitment";
  legend: string;
  all: readonly Choice[];
  kept: ReadonlySet<string>;
}) {
  const t = useT();
  return (
    <form method="post" className="stack">
      <DraftFields checksum={draft.checksum} change="choice" of={of} />
      <fieldset className="field field-wide">
        <legend>{legend}</legend>
        <span className="hint">{t("model.editor.keepHint")}</span>
        {all.map(({ id, label, hint }) => (
          <label className="check" key={id}>
            <input type="checkbox" name="keep" value={id} defaultChecked={kept.has(id)} />
            <span>
              {label}
              {hint ? <small className="check-hint">{hint}</small> : null}
            </span>
          </label>
        ))}
      </fieldset>
      <Button>{t("model.editor.saveChoice")}</Button>
    </form>
  );
}

/** Entries of the draft, and those of the extended model that it leaves out. */
function withOmitted<T extends { id: string }>(own: readonly T[], above: readonly T[] | undefined): T[] {
  const have = new Set(own.map(({ id }) => id));
  return [...own, ...(above ?? []).filter(({ id }) => !have.has(id))];
}

/** Which criteria and commitments the model has. */
export function CriteriaPart({ draft }: { draft: DraftView }) {
  const t = useT();
  const { source, above } = draft;
  const criteria = withOmitted(source.criteria, above?.source.criteria);
  const flat = (model: DraftView["source"]) =>
    model.slogans.flatMap((slogan) => slogan.commitments.map((one) => ({ ...one, slogan: slogan.title })));
  const commitments = withOmitted(flat(source), above ? flat(above.source) : undefined);
  return (
    <>
      <Panel id="criteria" title={t("model.editor.keepCriteria")}>
        {criteria.length === 0 ? (
          <EmptyState icon="list-checks" title={t("model.editor.noCriteria")} text={t("model.editor.addInText")} />
        ) : (
          <ChoiceForm
            draft={draft}
            of="criterion"
            legend={t("model.view.criteria")}
            all={criteria.map(({ id, title, clause }) => ({ id, label: title, hint: clause ?? null }))}
            kept={new Set(source.criteria.map(({ id }) => id))}
          />
        )}
      </Panel>
      {commitments.length === 0 ? null : (
        <Panel id="commitments" title={t("model.editor.keepCommitments")}>
          <ChoiceForm
            draft={draft}
            of="commitment"
            legend={t("model.view.slogans")}
            all={commitments.map(({ id, text, slogan }) => ({ id, label: text, hint: slogan }))}
            kept={new Set(flat(source).map(({ id }) => id))}
          />
        </Panel>
      )}
    </>
  );
}

/** Tasks with their dates, owners and products. */
export function TimelinePart({ draft }: { draft: DraftView }) {
  const t = useT();
  const { timeline } = draft.source;
  if (timeline.length === 0) {
    return (
      <EmptyState icon="calendar" title={t("model.editor.noTasks")} text={t("model.editor.addInText")} level={2} />
    );
  }
  return (
    <>
      {timeline.map((task) => (
        <Panel key={task.id} id={`task-${task.id}`} title={task.title} aside={task.clause}>
          <form method="post" className="stack">
            <DraftFields checksum={draft.checksum} change="task" id={task.id} />
            <div className="row">
              <Field
                id={`from-${task.id}`}
                name="from"
                control="date"
                label={t("model.editor.from")}
                defaultValue={task.from}
              />
              <Field
                id={`due-${task.id}`}
                name="due"
                control="date"
                label={t("model.editor.due")}
                defaultValue={task.due}
              />
            </div>
            <Field
              id={`owners-${task.id}`}
              name="owners"
              control="textarea"
              rows={Math.max(2, task.owners.length)}
              label={t("model.editor.owners")}
              hint={t("model.editor.onePerLine")}
              defaultValue={task.owners.join("\n")}
            />
            <Field
              id={`products-${task.id}`}
              name="products"
              control="textarea"
              rows={Math.max(2, task.products.length)}
              label={t("model.editor.products")}
              hint={t("model.editor.onePerLine")}
              defaultValue={task.products.join("\n")}
            />
            <Button label={`${t("model.editor.saveTask")}: ${task.title}`}>{t("model.editor.saveTask")}</Button>
          </form>
        </Panel>
      ))}
    </>
  );
}

/** Points of all score lines in one form, as they must add up. */
export function PointsPart({ draft }: { draft: DraftView }) {
  const t = useT();
  const format = useFormat();
  const card = draft.source.scorecard ?? draft.above?.source.scorecard;
  if (!card) {
    return (
      <EmptyState icon="list-checks" title={t("model.editor.noLines")} text={t("model.editor.addInText")} level={2} />
    );
  }
  const now = new Map(draft.source.scorecard?.lines.map(({ id, points }) => [id, points]));
  return (
    <Panel
      id="points"
      title={t("model.view.scorecard")}
      aside={t("model.view.scoreTotal", { total: format.number(card.total) })}
    >
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="points" />
        <p className="hint">{t("model.editor.pointsHint", { total: format.number(card.total) })}</p>
        {withOmitted(draft.source.scorecard?.lines ?? [], draft.above?.source.scorecard?.lines).map(
          ({ id, title, clause }) => (
            <Field
              key={id}
              id={`points-${id}`}
              name={`points.${id}`}
              inputMode="decimal"
              label={t("model.editor.points", { title })}
              hint={clause}
              defaultValue={format.number(now.get(id) ?? 0)}
            />
          ),
        )}
        <Button>{t("model.editor.savePoints")}</Button>
      </form>
    </Panel>
  );
}

/** Name, summary, issuer and the document that the model is issued by. */
export function BasisPart({ draft }: { draft: DraftView }) {
  const t = useT();
  const { title, summary, issued_by: issued } = draft.source;
  const optional = t("shell.form.optional");
  const date = issued?.document?.date;
  return (
    <Panel id="basis" title={t("model.editor.part.basis")}>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="basis" />
        <Field id="title" name="title" required label={t("model.editor.modelName")} defaultValue={title} />
        <Field
          id="summary"
          name="summary"
          control="textarea"
          rows={4}
          optional={optional}
          label={t("model.editor.summary")}
          defaultValue={summary}
        />
        <Field id="issuer" name="issuer" required label={t("model.editor.issuer")} defaultValue={issued?.unit} />
        <Field
          id="document-title"
          name="documentTitle"
          optional={optional}
          label={t("model.editor.documentTitle")}
          defaultValue={issued?.document?.title}
        />
        <Field
          id="document-number"
          name="documentNumber"
          optional={optional}
          label={t("model.editor.documentNumber")}
          defaultValue={issued?.document?.number}
        />
        <Field
          id="document-date"
          name="documentDate"
          control="date"
          optional={optional}
          label={t("model.editor.documentDate")}
          defaultValue={date && date.length === 10 ? date : undefined}
        />
        <Button>{t("model.editor.saveBasis")}</Button>
      </form>
    </Panel>
  );
}

/** The whole text. */
export function TextPart({ checksum, yaml }: { checksum: string; yaml: string }) {
  const t = useT();
  return (
    <Panel id="text" title={t("model.editor.yaml")}>
      <form method="post" className="stack">
        <DraftFields checksum={checksum} change="yaml" />
        <Field
          id="yaml"
          name="yaml"
          control="textarea"
          code
          rows={30}
          required
          spellCheck={false}
          label={t("model.editor.yaml")}
          hint={t("model.editor.yamlHint")}
          defaultValue={yaml}
        />
        <Button>{t("model.editor.saveYaml")}</Button>
      </form>
    </Panel>
  );
}
