import { useFormat, useT } from "@gandan/i18n/translation";
import { changeFeedbackSettings } from "@gandan/model/feedback/feedback-inputs";
import { termWords } from "@gandan/model/rules/term-param";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const setting = await orResponse(t, caller.feedback.settings({ unitId }));
  const saved = new URL(args.request.url).searchParams.get("done") === "saved";
  const title = t("shell.titleWithUnit", { page: t("feedback.settings.title"), unit: unit.name });
  return { title, path, setting, saved };
}

/** Sets the days, as they were seen. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const days = String(form.get("days") ?? "");
  const asked = changeFeedbackSettings.safeParse({ revision: form.get("revision"), days });
  if (!asked.success) return data({ days, error: t("feedback.settings.daysError"), problem: null }, 400);
  try {
    await caller.feedback.changeSettings({ unitId, ...asked.data });
  } catch (error) {
    return data({ days, error: null, problem: problemOf(t, error).text }, 409);
  }
  throw redirect(`${path}/feedback/settings?done=saved`);
}

/** Within which time feedback is answered, and who says so. */
export default function FeedbackSettings() {
  const { path, setting, saved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { value, revision, term, byModel, mayChange, changedAt, changedBy } = setting;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: `${path}/feedback`, label: t("feedback.title") }]}
        current={t("feedback.settings.title")}
      />
      <PageHead title={t("feedback.settings.title")} lead={t("feedback.settings.lead")} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {saved && !failure ? <Toast>{t("settings.saved")}</Toast> : null}
      <Notice tone="info" title={t("feedback.settings.now", { term: termWords(term, t.language) })}>
        {t(byModel ? "feedback.settings.byModel" : "feedback.settings.byUnit")}
      </Notice>
      <Panel id="term" title={t("feedback.settings.own")}>
        {mayChange ? (
          <Form method="post" className="stack-4 form" noValidate key={revision}>
            <input type="hidden" name="revision" value={revision} />
            <Field
              id="days"
              name="days"
              inputMode="numeric"
              label={t("feedback.settings.days")}
              hint={t("feedback.settings.daysHint")}
              error={failure?.error ?? undefined}
              maxLength={2}
              defaultValue={failure?.days ?? String(value.days)}
              autoComplete="off"
            />
            <div className="row">
              <Button kind="primary">{t("feedback.settings.save")}</Button>
            </div>
          </Form>
        ) : (
          <p>
            {format.number(value.days)}. {t("feedback.settings.onlyRead")}
          </p>
        )}
        {changedAt && changedBy ? (
          <p className="hint">{t("feedback.settings.by", { name: changedBy, time: format.dateTime(changedAt) })}</p>
        ) : null}
      </Panel>
    </div>
  );
}
