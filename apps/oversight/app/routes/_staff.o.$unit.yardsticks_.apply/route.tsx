import { useFormat, useT } from "@gandan/i18n/translation";
import { applyYardstick } from "@gandan/model/yardstick/yardstick-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DialogConfirm } from "@gandan/ui/dialog-confirm";
import { EmptyState } from "@gandan/ui/empty-state";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { YardstickRules } from "../../yardstick/yardstick-rules";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { versions, unitsBelow, firstDay, mayApply } = await orResponse(t, caller.yardstick.list({ unitId }));
  if (!mayApply || unit.ended) throw new Response(t("error.session.forbidden"), { status: 403 });
  const title = t("shell.titleWithUnit", { page: t("yardstick.apply"), unit: unit.name });
  return { title, path, versions, unitsBelow, firstDay };
}

/** Where on the page an error of the service belongs. */
const FIELD_OF: Record<string, "version" | "from" | "basis"> = {
  "yardstick.past": "from",
  "yardstick.notInForce": "from",
  "yardstick.outdated": "from",
  "yardstick.overlap": "from",
  "yardstick.already": "version",
  "yardstick.notApplicable": "version",
  "model.versionNotFound": "version",
};

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const values = Object.fromEntries(["versionId", "from", "basis"].map((name) => [name, String(form.get(name) ?? "")]));
  const refuse = (errors: { id?: string; text: string }[]) => data({ errors, values }, { status: 422 });
  const read = applyYardstick.safeParse(values);
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path: [name] }) => name));
    return refuse([
      ...(wrong.has("versionId") ? [{ id: "version", text: t("error.field.choice") }] : []),
      ...(wrong.has("from") ? [{ id: "from", text: t("error.field.date", { value: values.from ?? "" }) }] : []),
      ...(wrong.has("basis") ? [{ id: "basis", text: t("error.field.required") }] : []),
    ]);
  }
  try {
    await caller.yardstick.applyBelow({ unitId, ...read.data });
  } catch (error) {
    const { key, text } = problemOf(t, error);
    const id = FIELD_OF[key];
    return refuse([{ ...(id ? { id } : {}), text }]);
  }
  throw redirect(`${path}/yardsticks?saved=apply`);
}

/** The named confirmation: which version, from which day, by which document, for how many units. */
export default function ApplyPage() {
  const { path, versions, unitsBelow, firstDay } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const errorOf = (id: string) => failed?.errors.find((error) => error.id === id)?.text;
  const value = (name: string) => failed?.values[name];
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/yardsticks`, label: t("yardstick.title") },
        ]}
        current={t("yardstick.apply")}
      />
      <ErrorSummary
        title={t("shell.form.errors", { count: failed?.errors.length ?? 0 })}
        text={t("shell.form.notSaved")}
        errors={failed?.errors ?? []}
      />
      {versions.length === 0 ? (
        <>
          <h1>{t("yardstick.apply")}</h1>
          <EmptyState
            icon="scale"
            level={2}
            title={t("yardstick.applyPage.nothing")}
            text={t("yardstick.applyPage.nothingText")}
          />
        </>
      ) : (
        <DialogConfirm
          id="apply"
          title={t("yardstick.applyPage.title")}
          text={`${t("yardstick.applyPage.text")} ${t("yardstick.applyPage.count", { count: unitsBelow })}`}
          action={`${path}/yardsticks/apply`}
          confirm={t("yardstick.applyPage.submit")}
          cancel={{ href: `${path}/yardsticks`, label: t("shell.action.cancel") }}
        >
          <Field
            id="version"
            name="versionId"
            control="select"
            required
            label={t("yardstick.applyPage.choose")}
            hint={t("yardstick.applyPage.chooseHint")}
            error={errorOf("version")}
            defaultValue={value("versionId") ?? versions[0]?.versionId}
            options={versions.map(({ versionId, title, version, owner }) => ({
              value: versionId,
              label: t("yardstick.applyPage.option", {
                title,
                version,
                owner: owner ?? t("yardstick.applyPage.library"),
              }),
            }))}
          />
          <Field
            id="from"
            name="from"
            control="date"
            required
            min={firstDay}
            label={t("yardstick.applyPage.from")}
            hint={t("yardstick.applyPage.fromHint", { date: format.date(firstDay) })}
            error={errorOf("from")}
            defaultValue={value("from") ?? firstDay}
          />
          <Field
            id="basis"
            name="basis"
            required
            maxLength={500}
            label={t("yardstick.basis")}
            hint={t("yardstick.basisHint")}
            error={errorOf("basis")}
            defaultValue={value("basis")}
          />
          <p className="soft">{t("yardstick.applyPage.replaces")}</p>
        </DialogConfirm>
      )}
      {versions.map(({ versionId, title, version, rules }) => (
        <YardstickRules
          key={versionId}
          id={`rules-${versionId}`}
          title={t("yardstick.rulesOf", { title, version })}
          rules={rules}
        />
      ))}
    </div>
  );
}
