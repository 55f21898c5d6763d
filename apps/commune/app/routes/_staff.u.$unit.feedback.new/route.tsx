import { randomUUID } from "node:crypto";
import { useT } from "@gandan/i18n/translation";
import { enterFeedback, MAX_TEXT, TOPICS } from "@gandan/model/feedback/feedback-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { PageHead } from "@gandan/ui/page-head";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const FIELDS = ["source", "topic", "text", "place", "name", "phone", "email"] as const;
type FieldName = (typeof FIELDS)[number];

export async function loader(args: LoaderFunctionArgs) {
  const { t, unit, path } = await unitCaller(args);
  if (!unit.permissions.includes("feedback:answer")) {
    throw new Response(t("error.session.forbidden"), { status: 403, statusText: "FORBIDDEN" });
  }
  const title = t("shell.titleWithUnit", { page: t("feedback.staff.newTitle"), unit: unit.name });
  return { title, path, key: randomUUID() };
}

/** Writes down what was told, and goes to it. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const values = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? "")])) as Record<
    FieldName,
    string
  >;
  const { source, topic, place, name, phone, email } = values;
  const text = values.text.replace(/\r\n/g, "\n");
  const key = form.get("key");
  const contact = { name, phone, email };
  const asked = enterFeedback.safeParse({ key, source, topic, text, place, contact });
  const refuse = (errors: { id?: string; text: string }[], status: number) =>
    data({ errors, values, key: String(key) }, { status });
  if (!asked.success) {
    const wrong = new Set(asked.error.issues.map(({ path: at }) => String(at[0] === "contact" ? at[1] : at[0])));
    const said = FIELDS.filter((field) => wrong.has(field));
    return refuse(
      said.map((id) => ({
        id,
        text: id === "source" ? t("feedback.staff.errors.source") : t(`feedback.public.errors.${id}`),
      })),
      400,
    );
  }
  try {
    const { feedbackId, number, shown } = await caller.feedback.enter({ unitId, ...asked.data });
    const next = shown ? `/${feedbackId}?done=entered` : `?${new URLSearchParams({ entered: number })}`;
    return redirect(`${path}/feedback${next}`);
  } catch (error) {
    return refuse([{ text: problemOf(t, error).text }], 409);
  }
}

/** Feedback told to somebody of the office. */
export default function NewFeedback() {
  const { path, key } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const values = failure?.values;
  const errorOf = (id: FieldName) => failure?.errors.find((error) => error.id === id)?.text;
  const optional = t("feedback.public.optional");
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: `${path}/feedback`, label: t("feedback.title") }]}
        current={t("feedback.staff.newTitle")}
      />
      <PageHead title={t("feedback.staff.newTitle")} lead={t("feedback.staff.newLead")} />
      <ErrorSummary
        title={t("feedback.public.errorTitle", { count: failure?.errors.length ?? 0 })}
        errors={failure?.errors ?? []}
      />
      <Form method="post" className="stack-5 form" noValidate>
        <input type="hidden" name="key" value={failure?.key ?? key} />
        <ChoiceField
          id="source"
          name="source"
          control="radio"
          legend={t("feedback.staff.newSource")}
          error={errorOf("source")}
          chosen={[values?.source ?? "desk"]}
          options={(["desk", "phone", "box"] as const).map((value) => ({
            value,
            label: t(`feedback.source.${value}`),
          }))}
        />
        <Field
          id="topic"
          name="topic"
          control="select"
          label={t("feedback.staff.topicLabel")}
          error={errorOf("topic")}
          defaultValue={values?.topic ?? "procedure"}
          options={TOPICS.map((value) => ({ value, label: t(`feedback.topic.${value}`) }))}
        />
        <Field
          id="text"
          name="text"
          control="textarea"
          rows={6}
          maxLength={MAX_TEXT}
          label={t("feedback.public.text")}
          error={errorOf("text")}
          defaultValue={values?.text ?? ""}
        />
        <Field
          id="place"
          name="place"
          label={t("feedback.public.place")}
          optional={optional}
          maxLength={200}
          error={errorOf("place")}
          defaultValue={values?.place ?? ""}
        />
        <Field
          id="name"
          name="name"
          label={t("feedback.public.name")}
          optional={optional}
          maxLength={100}
          error={errorOf("name")}
          defaultValue={values?.name ?? ""}
        />
        <Field
          id="phone"
          name="phone"
          control="tel"
          label={t("feedback.public.phone")}
          optional={optional}
          maxLength={21}
          error={errorOf("phone")}
          defaultValue={values?.phone ?? ""}
        />
        <Field
          id="email"
          name="email"
          control="email"
          label={t("feedback.public.email")}
          optional={optional}
          maxLength={254}
          error={errorOf("email")}
          defaultValue={values?.email ?? ""}
        />
        <div className="row">
          <Button kind="primary">{t("feedback.staff.enter")}</Button>
        </div>
      </Form>
    </div>
  );
}
