import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { useFormState } from "./form-failure";

type Form = ReturnType<typeof useFormState>;
interface Paper {
  title?: string | undefined;
  number?: string | undefined;
  date?: string | undefined;
}

function PaperFields(props: { form: Form; paper?: Paper | undefined; required?: boolean }) {
  const { form, paper, required = false } = props;
  const t = useT();
  const optional = t("shell.form.optional");
  const day = paper?.date?.length === 10 ? paper.date : undefined;
  return (
    <>
      <Field
        {...form.field("document.title", paper?.title)}
        {...(required ? { required } : { optional })}
        label={t("model.editor.documentName")}
      />
      <Field
        {...form.field("document.number", paper?.number)}
        optional={optional}
        label={t("model.editor.documentNumber")}
      />
      <Field
        {...form.field("document.date", day)}
        control="date"
        optional={optional}
        label={t("model.editor.documentDate")}
      />
    </>
  );
}

/** Name, summary, issuer and the documents that the model is issued by and rests on. */
export function BasisPart({ draft }: { draft: DraftView }) {
  const t = useT();
  const form = useFormState("basis");
  const { title, summary, issued_by: issued } = draft.source;
  const optional = t("shell.form.optional");
  return (
    <>
      <Panel id="basis" title={t("model.editor.part.basis")}>
        <form method="post" className="stack">
          <DraftFields checksum={draft.checksum} change="basis" />
          <Field {...form.field("title", title)} required label={t("model.editor.modelName")} />
          <Field
            {...form.field("summary", summary)}
            control="textarea"
            rows={4}
            optional={optional}
            label={t("model.editor.summary")}
          />
          <Field {...form.field("issuer", issued?.unit)} required label={t("model.editor.issuer")} />
          <fieldset className="stack">
            <legend className="label">{t("model.editor.issuing")}</legend>
            <PaperFields form={form} paper={issued?.document} />
          </fieldset>
          <Button>{t("model.editor.saveBasis")}</Button>
        </form>
      </Panel>
      <PlanText draft={draft} />
      <Documents draft={draft} />
    </>
  );
}

const PLAN_LISTS = ["aims", "requirements", "funding", "recipients"] as const;

/** What the plan says around its promises. */
function PlanText({ draft }: { draft: DraftView }) {
  const t = useT();
  const form = useFormState("plan");
  return (
    <Panel id="plan" title={t("model.editor.plan.title")}>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="plan" />
        <p className="soft">{t("model.editor.plan.lead")}</p>
        {PLAN_LISTS.map((name) => (
          <Field
            key={name}
            {...form.field(name, draft.source.plan?.[name].join("\n"))}
            control="textarea"
            rows={name === "recipients" ? 4 : 6}
            optional={t("shell.form.optional")}
            label={t(`model.editor.plan.${name}`)}
            hint={t("model.editor.onePerLine")}
          />
        ))}
        <Button>{t("model.editor.plan.save")}</Button>
      </form>
    </Panel>
  );
}

/** What the model rests on: laws and plans above it. */
function Documents({ draft }: { draft: DraftView }) {
  const t = useT();
  const format = useFormat();
  const form = useFormState("add-document");
  const papers = draft.source.legal_basis;
  return (
    <Panel id="documents" title={t("model.editor.documents")}>
      <div className="stack-5">
        {papers.length === 0 ? <p className="soft">{t("model.editor.noDocuments")}</p> : null}
        <ul className="stack">
          {papers.map((paper, place) => {
            const date = paper.date?.length === 10 ? format.date(paper.date) : undefined;
            return (
              <li key={`${paper.title} ${paper.number ?? ""} ${paper.date ?? ""}`}>
                <form method="post" className="row between">
                  <DraftFields checksum={draft.checksum} change="remove-document" id={String(place)} />
                  <span>{[paper.title, paper.number, paper.issuer, date].filter(Boolean).join(", ")}</span>
                  <Button size="small" label={`${t("model.editor.remove.document")}: ${paper.title}`}>
                    {t("model.editor.remove.document")}
                  </Button>
                </form>
              </li>
            );
          })}
        </ul>
        <form method="post" className="stack" aria-labelledby="add-document">
          <h3 id="add-document">{t("model.editor.addDocument")}</h3>
          <DraftFields checksum={draft.checksum} change="add-document" />
          <PaperFields form={form} required />
          <Field
            {...form.field("document.issuer")}
            optional={t("shell.form.optional")}
            label={t("model.editor.documentIssuer")}
          />
          <Button>{t("model.editor.addDocument")}</Button>
        </form>
      </div>
    </Panel>
  );
}
