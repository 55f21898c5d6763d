import { useT } from "@gandan/i18n/translation";
import { MAX_PHOTO_MB, MAX_PHOTOS, MAX_TEXT, TOPICS } from "@gandan/model/feedback/feedback-inputs";
import { termWords } from "@gandan/model/rules/term-param";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";

export interface SendValues {
  topic: string;
  text: string;
  place: string;
  name: string;
  phone: string;
  email: string;
}

export type SendField = keyof SendValues | "photos";

/** The page on which citizens write; no script. */
export function SendForm(props: {
  unit: PublicUnit;
  stamp: string;
  term: string;
  /** Whether who leaves an e-mail address is written to. */
  mails: boolean;
  values: SendValues;
  errors: Partial<Record<SendField, string>>;
  /** What the office could not take, as a sentence. */
  problem: string | null;
}) {
  const { unit, stamp, term, mails, values, errors, problem } = props;
  const t = useT();
  const wrong = Object.entries(errors).map(([id, text]) => ({ id, text }));
  return (
    <div className="stack-5">
      <PageHead
        title={t("feedback.public.title")}
        lead={t("feedback.public.lead", { term: termWords(term, t.language) })}
      />
      <p>
        {t("feedback.public.petitionFirst")}{" "}
        <a href={publicHref(unit.slug, "petition")}>{t("feedback.public.petitionLink")}</a>
      </p>
      {problem ? <Notice tone="missed" announce="now" title={problem} /> : null}
      <ErrorSummary
        title={t("feedback.public.errorTitle", { count: wrong.length })}
        text={t("feedback.public.errorText")}
        errors={wrong}
      />
      <form method="post" encType="multipart/form-data" className="stack-5" noValidate>
        <input type="hidden" name="stamp" value={stamp} />
        <ChoiceField
          id="topic"
          name="topic"
          control="radio"
          legend={t("feedback.public.topic")}
          hint={t("feedback.public.topicHint")}
          error={errors.topic}
          required
          chosen={values.topic ? [values.topic] : []}
          options={TOPICS.map((topic) => ({ value: topic, label: t(`feedback.topic.${topic}`) }))}
        />
        <Field
          id="text"
          name="text"
          control="textarea"
          rows={6}
          required
          maxLength={MAX_TEXT}
          label={t("feedback.public.text")}
          hint={t("feedback.public.textHint")}
          error={errors.text}
          defaultValue={values.text}
        />
        <Field
          id="place"
          name="place"
          label={t("feedback.public.place")}
          optional={t("feedback.public.optional")}
          hint={t("feedback.public.placeHint")}
          error={errors.place}
          maxLength={200}
          defaultValue={values.place}
        />
        <Photos error={errors.photos} />
        <fieldset className="stack-4">
          <legend>
            <h2>{t("feedback.public.contactTitle")}</h2>
          </legend>
          <p className="hint">
            {t("feedback.public.contactText")}{" "}
            <a href={publicHref(unit.slug, "privacy")}>{t("feedback.public.privacy")}</a>
          </p>
          <Field
            id="name"
            name="name"
            label={t("feedback.public.name")}
            optional={t("feedback.public.optional")}
            autoComplete="name"
            maxLength={100}
            error={errors.name}
            defaultValue={values.name}
          />
          <Field
            id="phone"
            name="phone"
            control="tel"
            inputMode="tel"
            label={t("feedback.public.phone")}
            optional={t("feedback.public.optional")}
            autoComplete="tel"
            maxLength={21}
            error={errors.phone}
            defaultValue={values.phone}
          />
          <Field
            id="email"
            name="email"
            control="email"
            label={t("feedback.public.email")}
            hint={mails ? t("feedback.public.emailHint") : undefined}
            optional={t("feedback.public.optional")}
            autoComplete="email"
            maxLength={254}
            error={errors.email}
            defaultValue={values.email}
          />
        </fieldset>
        <Trap />
        <div className="row">
          <Button kind="primary" size="large">
            {t("feedback.public.send")}
          </Button>
        </div>
      </form>
    </div>
  );
}

function Photos({ error }: { error: string | undefined }) {
  const t = useT();
  return (
    <div className={error ? "field field-error" : "field"}>
      <label htmlFor="photos">
        {t("feedback.public.photos")}
        <span className="optional"> ({t("feedback.public.optional")})</span>
      </label>
      <span className="hint" id="photos-hint">
        {t("feedback.public.photosHint", { most: MAX_PHOTOS, max: MAX_PHOTO_MB })}
      </span>
      <input
        id="photos"
        name="photo"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-describedby={error ? "photos-hint photos-error" : "photos-hint"}
      />
      {error ? (
        <span className="error" id="photos-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}

/** Out of sight and out of the way of the keyboard: who fills it in is no person. */
function Trap() {
  const t = useT();
  return (
    <div className="vh" aria-hidden="true">
      <label htmlFor="website">{t("feedback.public.trap")}</label>
      <input id="website" name="website" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
