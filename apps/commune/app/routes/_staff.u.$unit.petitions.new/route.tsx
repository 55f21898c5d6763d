import { useT } from "@gandan/i18n/translation";
import { HAND_WAYS, MAX_ALL_MB, MAX_FILES, MAX_TEXT, registerPetition } from "@gandan/model/petition/petition-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { EmptyState } from "@gandan/ui/empty-state";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { boundedForm } from "@gandan/web/bounded-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FileField } from "../../petition/file-field";
import { fieldsOf, wrongFields } from "../../petition/petition-fields";
import { sentFiles } from "../../petition/sent-files.server";

/** Of a whole form: its files at their largest, and what stands around them. */
const MOST_BYTES = (MAX_ALL_MB + 1) * 1024 * 1024;
const FIELDS = ["kind", "text", "name", "address", "contact", "on"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const [{ kinds, today }, { readers }] = await Promise.all([
    orResponse(t, caller.petition.list({ unitId, show: "open" })),
    orResponse(t, caller.petition.readers({ unitId })),
  ]);
  return {
    title: t("shell.titleWithUnit", { page: t("petition.new.title"), unit: unit.name }),
    path,
    kinds: unit.ended ? [] : kinds,
    key: crypto.randomUUID(),
    today,
    readers: readers.map(({ readerId, name, title }) => ({
      value: readerId,
      label: title ? `${name}, ${title}` : name,
    })),
  };
}

/** Seals what was typed; the code for its sender is the answer itself, shown once. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const none = { receipt: null, problem: null as string | null, errors: {} as Record<string, string> };
  const refuse = (answer: Partial<typeof none> & { barred?: string[]; values?: Record<string, string> }) =>
    data({ ...none, barred: [] as string[], values: {} as Record<string, string>, ...answer }, 422);
  const form = await boundedForm(args.request, MOST_BYTES);
  if (!(form instanceof FormData)) {
    return refuse({ errors: { files: t("petition.public.errors.size", { max: MAX_ALL_MB }) } });
  }
  const files = await sentFiles(form);
  form.delete("file");
  const values = fieldsOf(form);
  const barred = form.getAll("barred").map(String);
  if (files.length > MAX_FILES) {
    return refuse({ barred, values, errors: { files: t("petition.public.errors.files", { most: MAX_FILES }) } });
  }
  const asked = registerPetition.safeParse({ ...values, barred, files });
  if (!asked.success) {
    const errors = wrongFields(asked.error, FIELDS).map((name) => [
      name,
      name === "on" ? t("petition.new.onError") : t(`petition.public.errors.${name}`),
    ]);
    return refuse({ barred, values, errors: Object.fromEntries(errors) });
  }
  try {
    const receipt = await caller.petition.register({ unitId, ...asked.data });
    return data({ ...none, barred, values: {} as Record<string, string>, receipt });
  } catch (error) {
    const { text, key } = problemOf(t, error);
    return refuse({
      barred,
      values,
      ...(key.startsWith("petition.file") ? { errors: { files: text } } : { problem: text }),
    });
  }
}

export default function RegisterPetition() {
  const { path, kinds, key, today, readers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const here = `${path}/petitions`;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: here, label: t("petition.title") },
        ]}
        current={t("petition.new.title")}
      />
      <PageHead title={t("petition.new.title")} lead={t("petition.new.lead")} />
      {answer?.receipt ? (
        <>
          <Notice tone="met" announce="polite" title={t("petition.new.saved", { number: answer.receipt.number })}>
            <strong>{t("petition.new.code", { code: answer.receipt.code })}</strong> {t("petition.new.codeText")}
          </Notice>
          <div className="row">
            <ButtonLink href={`${here}/${answer.receipt.petitionId}`}>{t("petition.new.open")}</ButtonLink>
            <ButtonLink kind="quiet" href={`${here}/new`}>
              {t("petition.new.another")}
            </ButtonLink>
          </div>
        </>
      ) : kinds.length === 0 ? (
        <EmptyState icon="lock" level={2} title={t("petition.new.noKinds")} text={t("petition.list.notNamedText")} />
      ) : (
        <PaperForm
          kinds={kinds}
          formKey={answer?.values.key ?? key}
          today={today}
          readers={readers}
          barred={answer?.barred ?? []}
          values={answer?.values ?? {}}
          errors={answer?.errors ?? {}}
          problem={answer?.problem ?? null}
        />
      )}
    </div>
  );
}

interface PaperFormProps {
  kinds: readonly ("complaint" | "denunciation" | "recommendation")[];
  formKey: string;
  today: string;
  readers: readonly { value: string; label: string }[];
  barred: readonly string[];
  values: Partial<Record<string, string>>;
  errors: Partial<Record<string, string>>;
  problem: string | null;
}

function PaperForm({ kinds, formKey, today, readers, barred, values, errors, problem }: PaperFormProps) {
  const t = useT();
  const wrong = Object.entries(errors).map(([id, text]) => ({ id, text: text ?? "" }));
  return (
    <>
      {problem ? <Notice tone="missed" announce="now" title={problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: wrong.length })}
        text={t("shell.form.notSaved")}
        errors={wrong}
      />
      <Form method="post" encType="multipart/form-data" className="stack" autoComplete="off" noValidate>
        <input type="hidden" name="key" value={formKey} />
        <ChoiceField
          id="kind"
          name="kind"
          control="radio"
          legend={t("petition.list.kind")}
          error={errors.kind}
          required
          chosen={values.kind ? [values.kind] : []}
          options={kinds.map((kind) => ({ value: kind, label: t(`petition.kind.${kind}`) }))}
        />
        <Field
          id="instance"
          name="instance"
          control="select"
          label={t("petition.new.instance")}
          defaultValue={values.instance ?? "1"}
          options={[
            { value: "1", label: t("petition.new.instances.first") },
            { value: "2", label: t("petition.new.instances.second") },
          ]}
        />
        <Field
          id="way"
          name="way"
          control="select"
          label={t("petition.new.way")}
          defaultValue={values.way ?? "desk"}
          options={HAND_WAYS.map((way) => ({ value: way, label: t(`petition.way.${way}`) }))}
        />
        <Field
          id="on"
          name="on"
          control="date"
          required
          max={today}
          label={t("petition.new.on")}
          error={errors.on}
          defaultValue={values.on ?? today}
        />
        <Field
          id="text"
          name="text"
          control="textarea"
          rows={12}
          required
          maxLength={MAX_TEXT}
          label={t("petition.public.text")}
          error={errors.text}
          defaultValue={values.text}
        />
        <FileField error={errors.files} optional={t("shell.form.optional")} />
        {(["name", "address", "contact"] as const).map((name) => (
          <Field
            key={name}
            id={name}
            name={name}
            label={t(`petition.public.${name}`)}
            optional={t("shell.form.optional")}
            error={errors[name]}
            maxLength={{ name: 100, address: 300, contact: 200 }[name]}
            defaultValue={values[name]}
            autoComplete="off"
          />
        ))}
        <ChoiceField
          id="barred"
          name="barred"
          control="checkbox"
          legend={t("petition.public.barred")}
          hint={t("petition.new.barredHint")}
          chosen={barred}
          options={readers}
        />
        <div>
          <Button kind="primary">{t("petition.new.save")}</Button>
        </div>
      </Form>
    </>
  );
}
