import { useT } from "@gandan/i18n/translation";
import { DOSSIER_GROUPS } from "@gandan/model/dossier/dossier-group";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readReceipt } from "../../dossier/deed-form.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const procedures = await orResponse(t, caller.dossier.procedures({ unitId }));
  const title = t("shell.titleWithUnit", { page: t("dossier.act.receive"), unit: unit.name });
  return { title, procedures, path, key: crypto.randomUUID() };
}

/** Receives the dossier and goes to its page; what was typed comes back with what to correct. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const { input, values, refusal } = readReceipt(await args.request.formData(), t);
  if (!input) return data({ ...refusal, problem: null }, 422);
  let dossierId: string;
  try {
    ({ dossierId } = await caller.dossier.receive({ unitId, ...input }));
  } catch (error) {
    const { key, text } = problemOf(t, error);
    const atDue = key === "procedure.noTerm" || key === "dossier.duePast";
    const errors: Record<string, string> = atDue ? { dueAt: text } : {};
    return data({ values, errors, problem: atDue ? null : text }, 422);
  }
  throw redirect(`${path}/dossiers/${dossierId}?done=received`);
}

export default function ReceiveDossier() {
  const { procedures, path, key } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const optional = t("shell.form.optional");
  const shared = (name: string) => ({
    id: name,
    name,
    defaultValue: failure?.values[name],
    error: failure?.errors[name],
  });
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/dossiers`, label: t("dossier.title") },
        ]}
        current={t("dossier.act.receive")}
      />
      <PageHead title={t("dossier.act.receive")} lead={t("dossier.desk.receiveLead")} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <Form method="post" className="panel panel-p stack">
        <input type="hidden" name="key" value={failure?.values.key || key} />
        <Field
          {...shared("procedure")}
          control="select"
          required
          label={t("dossier.procedure")}
          options={[
            { value: "", label: t("dossier.desk.choose") },
            ...DOSSIER_GROUPS.flatMap((group) =>
              procedures
                .filter((procedure) => procedure.group === group)
                .map(({ code, name }) => ({
                  value: code,
                  label: `${name} (${code})`,
                  group: t(`dossier.group.${group}`),
                })),
            ),
          ]}
        />
        <Field
          {...shared("applicantName")}
          required
          maxLength={200}
          autoComplete="off"
          label={t("dossier.applicant")}
          hint={t("dossier.desk.applicantHint")}
        />
        <Field
          {...shared("phone")}
          control="tel"
          inputMode="tel"
          autoComplete="off"
          optional={optional}
          label={t("dossier.phone")}
        />
        <Field
          {...shared("papers")}
          control="textarea"
          rows={4}
          optional={optional}
          label={t("dossier.desk.papers")}
          hint={t("dossier.desk.papersHint")}
        />
        <ChoiceField
          id="complete"
          name="complete"
          control="checkbox"
          legend={t("dossier.stateLabel")}
          options={[{ value: "yes", label: t("dossier.desk.complete"), hint: t("dossier.desk.completeHint") }]}
          chosen={failure && failure.values.complete !== "yes" ? [] : ["yes"]}
        />
        <details
          className="more"
          open={["externalCode", "at", "dueAt"].some((name) => failure?.values[name] || failure?.errors[name])}
        >
          <summary>{t("dossier.desk.more")}</summary>
          <div className="stack">
            <Field
              {...shared("channel")}
              control="select"
              label={t("dossier.channelLabel")}
              options={(["direct", "online", "post", "home"] as const).map((value) => ({
                value,
                label: t(`dossier.channel.${value}`),
              }))}
            />
            <Field
              {...shared("dueAt")}
              control="datetime-local"
              optional={optional}
              label={t("dossier.desk.due")}
              hint={t("dossier.desk.receiveDueHint")}
            />
            <Field
              {...shared("externalCode")}
              maxLength={100}
              optional={optional}
              label={t("dossier.code")}
              hint={t("dossier.desk.codeHint")}
            />
            <Field
              {...shared("at")}
              control="datetime-local"
              optional={optional}
              label={t("dossier.event.when")}
              hint={t("dossier.event.whenHint")}
            />
          </div>
        </details>
        <div>
          <Button kind="primary">{t("dossier.act.receive")}</Button>
        </div>
      </Form>
    </div>
  );
}
