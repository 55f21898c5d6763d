import { useFormat, useT } from "@gandan/i18n/translation";
import { formId } from "@gandan/model/survey/survey-inputs";
import { Button, ButtonLink } from "@gandan/ui/button";
import { FactList } from "@gandan/ui/fact-list";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FormOutline } from "../../surveys/form-outline";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const wanted = formId.safeParse({ formId: args.params.form });
  if (!wanted.success) throw new Response(t("error.survey.formNotFound"), { status: 404, statusText: "NOT_FOUND" });
  const form = await orResponse(t, caller.survey.form({ unitId, ...wanted.data }));
  return {
    title: t("shell.titleWithUnit", { page: `${form.title}, ${t("survey.title")}`, unit: unit.name }),
    here: `${path}/surveys/forms/${form.formId}`,
    points: `${path}/surveys/points`,
    form,
    opened: new URL(args.request.url).searchParams.has("opened"),
  };
}

/** Closes the form, or opens it again. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const wanted = formId.safeParse({ formId: args.params.form });
  if (!wanted.success) throw new Response(t("error.survey.formNotFound"), { status: 404, statusText: "NOT_FOUND" });
  const reopening = (await args.request.formData()).get("intent") === "reopen";
  try {
    if (reopening) {
      await caller.survey.reopen({ unitId, ...wanted.data });
      return redirect(`${path}/surveys?done=reopened`);
    }
    await caller.survey.close({ unitId, ...wanted.data });
    return redirect(`${path}/surveys?done=closed&form=${wanted.data.formId}`);
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
}

/** A form that was opened: since when, its questions, and how to close it. */
export default function OpenedForm() {
  const { here, points, form, opened } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const by = (day: string, person: string | null) => [format.date(day), person].filter(Boolean).join(", ");
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {opened && !failure && form.closedOn === null ? (
        <Notice tone="met" announce="polite" title={t("survey.said.opened")} />
      ) : null}
      <Panel
        id="form"
        title={form.title}
        aside={
          <ButtonLink size="small" href={`${here}/preview`}>
            {t("survey.preview.action")}
          </ButtonLink>
        }
      >
        <FactList
          facts={[
            {
              term: t("survey.form"),
              value: [form.code, t("survey.version", { version: form.version })].filter(Boolean).join(" · "),
            },
            { term: t("survey.openedOn"), value: by(form.openedOn, form.openedBy) },
            { term: t("survey.closedOn"), value: form.closedOn === null ? null : by(form.closedOn, form.closedBy) },
            { term: t("survey.minCell"), value: t("survey.minCellValue", { count: form.minCell }) },
            {
              term: t("survey.pointsTab"),
              value: form.closedOn === null ? <a href={points}>{t("survey.asksAt", { count: form.points })}</a> : null,
            },
          ]}
        />
      </Panel>
      <FormOutline form={form.source} />
      {form.mayEdit && (form.closedOn === null || form.last) ? (
        <Panel id="close" title={t("survey.close.title")} titleHidden={form.closedOn !== null}>
          <Form method="post" className="stack">
            {form.closedOn === null ? <p className="soft">{t("survey.close.text")}</p> : null}
            <div>
              <Button
                kind={form.closedOn === null ? "danger" : "plain"}
                name="intent"
                value={form.closedOn === null ? "close" : "reopen"}
              >
                {t(form.closedOn === null ? "survey.close.action" : "survey.close.reopen")}
              </Button>
            </div>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}
