import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DialogConfirm } from "@gandan/ui/dialog-confirm";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const modelId = new URL(args.request.url).searchParams.get("model");
  const adoption = await orResponse(t, caller.adoption.read({ unitId }));
  const read = modelId ? await orResponse(t, caller.model.read({ unitId, modelId })) : null;
  const heading = read ? t("adoption.page.adoptTitle", { model: read.source.title }) : t("adoption.page.declineTitle");
  return {
    title: t("shell.titleWithUnit", { page: heading, unit: unit.name }),
    heading,
    path,
    modelId,
    from: adoption.firstFreeDay,
    mayEdit: adoption.mayEdit && !unit.ended,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const from = text("from");
  const reference = text("reference") ? { reference: text("reference") } : {};
  const refused = (said: string) => data({ text: said }, { status: 422 });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) return refused(t("error.field.date", { value: from }));
  const modelId = text("modelId");
  if (!modelId && !text("reason")) return refused(t("error.adoption.reasonMissing"));
  try {
    if (modelId) {
      const ownName = text("ownName") ? { ownName: text("ownName") } : {};
      const basis = text("basis") ? { basis: text("basis") } : {};
      await caller.adoption.adopt({ unitId, modelId, from, ...ownName, ...basis, ...reference });
    } else {
      await caller.adoption.decline({ unitId, from, reason: text("reason"), ...reference });
    }
  } catch (error) {
    return refused(problemOf(t, error).text);
  }
  throw redirect(`${path}/models/adoption?saved=model`);
}

/** The named confirmation of a choice: a model from a day on, or none with the reason. */
export default function AdoptPage() {
  const { path, modelId, from, heading, mayEdit } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const optional = t("shell.form.optional");
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/models`, label: t("model.title") },
          { href: `${path}/models/adoption`, label: t("adoption.title") },
        ]}
        current={heading}
      />
      {failed ? <Notice tone="missed" announce="now" title={failed.text} /> : null}
      {mayEdit ? null : <Notice tone="info" title={t("adoption.page.readOnly")} />}
      <DialogConfirm
        id="adopt"
        title={heading}
        text={t(modelId ? "adoption.page.adoptText" : "adoption.page.declineText")}
        action={`${path}/models/adopt${modelId ? `?model=${modelId}` : ""}`}
        fields={modelId ? { modelId } : {}}
        confirm={t(modelId ? "adoption.submit" : "adoption.decline")}
        cancel={{ href: `${path}/models/adoption`, label: t("shell.action.cancel") }}
      >
        <Field id="from" name="from" control="date" required label={t("adoption.from")} defaultValue={from} />
        {modelId ? (
          <>
            <Field
              id="own-name"
              name="ownName"
              optional={optional}
              label={t("adoption.ownName")}
              hint={t("adoption.ownNameHint")}
            />
            <Field
              id="basis"
              name="basis"
              optional={optional}
              label={t("adoption.basis")}
              hint={t("adoption.basisHint")}
            />
          </>
        ) : (
          <Field id="reason" name="reason" control="textarea" rows={3} required label={t("adoption.reason")} />
        )}
        <Field id="reference" name="reference" optional={optional} label={t("adoption.reference")} />
      </DialogConfirm>
    </div>
  );
}
