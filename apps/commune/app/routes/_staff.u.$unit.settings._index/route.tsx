import { useFormat, useT } from "@gandan/i18n/translation";
import type { Office } from "@gandan/model/settings/office-inputs";
import { Button } from "@gandan/ui/button";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readOfficeForm } from "../../settings/office-form.server";
import { SettingHistory } from "../../settings/setting-history";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId } = await unitCaller(args);
  const [settings, changes] = await orResponse(
    t,
    Promise.all([caller.settings.office({ unitId }), caller.settings.history({ unitId, area: "office" })]),
  );
  const title = t("shell.titleWithUnit", {
    page: `${t("settings.office.tab")}, ${t("settings.title")}`,
    unit: unit.name,
  });
  const saved = new URL(args.request.url).searchParams.get("done") === "saved";
  return { title, settings: { ...settings, mayChange: settings.mayChange && !unit.ended }, changes, saved };
}

/** Saves how the unit shows itself; what was typed comes back with what to correct. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const { input, values, errors = {} } = readOfficeForm(await args.request.formData(), t);
  if (!input) return data({ values, errors, problem: null }, 422);
  try {
    await caller.settings.changeOffice({ unitId, ...input });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ values, errors, problem: text }, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(`${path}/settings?done=saved`);
}

export default function OfficePage() {
  const { settings, changes, saved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { value, mayChange, usualPlace, changedAt, changedBy } = settings;
  const wrong = Object.entries(failure?.errors ?? {});
  const field = (name: keyof Office) => ({
    id: name,
    name,
    defaultValue: failure?.values[name] ?? value[name],
    error: failure?.errors[name],
    disabled: !mayChange,
    autoComplete: "off",
    label: t(`settings.office.${name}`),
    hint: t(`settings.office.${name}Hint`, { place: usualPlace }),
  });
  const optional = t("shell.form.optional");
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: wrong.length })}
        text={t("shell.form.notSaved")}
        errors={wrong.map(([name, text]) => ({ id: name, text: String(text) }))}
      />
      {saved && !failure ? <Notice tone="met" announce="polite" title={t("settings.saved")} /> : null}
      {mayChange ? null : <Notice tone="info" title={t("settings.readOnly")} />}
      <Panel id="office" title={t("settings.office.title")}>
        <Form key={settings.revision} method="post" className="stack">
          <input type="hidden" name="revision" value={settings.revision} />
          <Field {...field("deskName")} required maxLength={150} />
          <Field {...field("phone")} control="tel" optional={optional} />
          <Field {...field("place")} optional={optional} maxLength={80} />
          <Field {...field("letterSymbol")} required maxLength={40} />
          <Field {...field("publicAddress")} optional={optional} maxLength={200} spellCheck={false} />
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
        labelOf={(field) => t.find(`settings.office.${field}`) ?? field}
        value={value}
        revision={settings.revision}
        mayChange={mayChange}
      />
    </>
  );
}
