import { useFormat, useT } from "@gandan/i18n/translation";
import { changeFormTitles, type FormTitles } from "@gandan/model/form/form-inputs";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { SettingHistory } from "../../settings/setting-history";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId } = await unitCaller(args);
  const [settings, changes] = await orResponse(
    t,
    Promise.all([caller.form.titles({ unitId }), caller.settings.history({ unitId, area: "form-titles" })]),
  );
  const title = t("shell.titleWithUnit", { page: `${t("form.titles.tab")}, ${t("settings.title")}`, unit: unit.name });
  const saved = new URL(args.request.url).searchParams.get("done") === "saved";
  return { title, settings: { ...settings, mayChange: settings.mayChange && !unit.ended }, changes, saved };
}

/** Saves the titles of the forms; what was typed comes back with what to correct. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const { revision, ...titles } = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const parsed = changeFormTitles.safeParse({ revision: Number(revision), titles });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path: at }) => String(at.at(-1)));
    return data({ values: titles, wrong, problem: null }, 422);
  }
  try {
    await caller.form.changeTitles({ unitId, ...parsed.data });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ values: titles, wrong: [] as string[], problem: text }, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(`${path}/settings/forms?done=saved`);
}

export default function FormTitlesPage() {
  const { settings, changes, saved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { value, usual, mayChange, changedAt, changedBy } = settings;
  const forms = (Object.keys(usual) as (keyof FormTitles)[]).sort();
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {saved && !failure ? <Notice tone="met" announce="polite" title={t("settings.saved")} /> : null}
      {mayChange ? null : <Notice tone="info" title={t("settings.readOnly")} />}
      <Panel id="titles" title={t("form.titles.title")}>
        <Form key={settings.revision} method="post" className="stack">
          <p className="soft">{t("form.titles.lead")}</p>
          <input type="hidden" name="revision" value={settings.revision} />
          {forms.map((form) => (
            <Field
              key={form}
              id={`title-${form}`}
              name={form}
              label={t("form.titles.label", { form })}
              hint={value[form] === usual[form] ? undefined : t("form.titles.usual", { title: usual[form] })}
              defaultValue={failure?.values[form] ?? value[form]}
              error={failure?.wrong.includes(form) ? t("form.titles.error") : undefined}
              disabled={!mayChange}
              required
              maxLength={150}
              autoComplete="off"
            />
          ))}
          {mayChange ? (
            <div>
              <Button kind="primary">{t("shell.action.save")}</Button>
            </div>
          ) : null}
          <p className="hint">
            {changedAt
              ? t("settings.changedLast", { time: format.dateTime(changedAt), person: changedBy ?? "–" })
              : t("settings.never")}
          </p>
        </Form>
      </Panel>
      <SettingHistory
        changes={changes}
        labelOf={(form) => t("form.titles.label", { form })}
        value={value}
        revision={settings.revision}
        mayChange={mayChange}
      />
    </>
  );
}
