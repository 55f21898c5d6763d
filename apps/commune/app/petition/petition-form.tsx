import { useT } from "@gandan/i18n/translation";
import { MAX_TEXT } from "@gandan/model/petition/petition-inputs";
import { PETITION_KINDS } from "@gandan/model/petition/petition-terms";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { FileField } from "./file-field";
import { PetitionGuide, type PetitionPage } from "./petition-guide";

export interface PetitionTyped {
  kind: string;
  text: string;
  name: string;
  address: string;
  contact: string;
  barred: readonly string[];
}

export type PetitionField = "kind" | "text" | "name" | "address" | "contact" | "files";

interface FormProps {
  unit: PublicUnit;
  page: PetitionPage;
  typed: PetitionTyped;
  errors: Partial<Record<PetitionField, string>>;
  /** What the office could not take, as a sentence. */
  problem: string | null;
}

/** The public page of petitions: what they are, and the way to send one. No script. */
export function PetitionForm(props: FormProps) {
  const { unit, page, errors, problem } = props;
  const t = useT();
  const wrong = Object.entries(errors).map(([id, text]) => ({ id, text }));
  const missing = PETITION_KINDS.filter((kind) => !page.kinds.includes(kind));
  const missingNames = missing.map((kind) => t(`petition.kind.${kind}`)).join("; ");
  return (
    <div className="stack-5">
      <PageHead
        title={t("petition.public.title")}
        lead={t("petition.public.lead")}
        actions={<a href={`${publicHref(unit.slug, "petition")}/follow`}>{t("petition.public.follow.title")}</a>}
      />
      {problem ? <Notice tone="missed" announce="now" title={problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: wrong.length })}
        text={t("petition.public.notSent")}
        errors={wrong}
      />
      <PetitionGuide unit={unit} page={page} />
      <section className="stack" aria-labelledby="send">
        <h2 id="send">{t("petition.public.formTitle")}</h2>
        {page.kinds.length === 0 ? (
          <Notice tone="info" title={t("petition.public.nobody")} />
        ) : (
          <>
            {missing.length > 0 ? (
              <Notice tone="info" title={t("petition.public.nobodyFor", { kinds: missingNames })} />
            ) : null}
            <Fields {...props} />
          </>
        )}
      </section>
    </div>
  );
}

function Fields({ page, typed, errors }: FormProps) {
  const t = useT();
  const optional = t("petition.public.optional");
  return (
    <form method="post" encType="multipart/form-data" className="stack-5" noValidate autoComplete="off">
      <input type="hidden" name="stamp" value={page.stamp} />
      <ChoiceField
        id="kind"
        name="kind"
        control="radio"
        legend={t("petition.public.kindLabel")}
        error={errors.kind}
        required
        chosen={typed.kind ? [typed.kind] : []}
        options={page.kinds.map((kind) => ({ value: kind, label: t(`petition.kind.${kind}`) }))}
      />
      <Field
        id="text"
        name="text"
        control="textarea"
        rows={10}
        required
        maxLength={MAX_TEXT}
        label={t("petition.public.text")}
        hint={t("petition.public.textHint")}
        error={errors.text}
        defaultValue={typed.text}
      />
      <FileField error={errors.files} optional={optional} />
      <fieldset className="stack">
        <legend>{t("petition.public.senderTitle")}</legend>
        <p className="hint">{t("petition.public.senderHint")}</p>
        {(["name", "address", "contact"] as const).map((name) => (
          <Field
            key={name}
            id={name}
            name={name}
            label={t(`petition.public.${name}`)}
            optional={optional}
            error={errors[name]}
            maxLength={{ name: 100, address: 300, contact: 200 }[name]}
            defaultValue={typed[name]}
            autoComplete="off"
          />
        ))}
      </fieldset>
      <ChoiceField
        id="barred"
        name="barred"
        control="checkbox"
        legend={t("petition.public.barred")}
        hint={t("petition.public.barredHint")}
        chosen={typed.barred}
        options={page.readers.map(({ readerId, name, title }) => ({
          value: readerId,
          label: title ? `${name}, ${title}` : name,
        }))}
      />
      <div className="vh" aria-hidden="true">
        <label htmlFor="website">{t("petition.public.trap")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <div className="stack">
        <div className="row">
          <Button kind="primary" size="large">
            {t("petition.public.send")}
          </Button>
        </div>
        <p className="hint">{t("petition.public.sharedDevice")}</p>
      </div>
    </form>
  );
}
