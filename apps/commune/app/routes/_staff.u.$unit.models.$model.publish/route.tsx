import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DialogConfirm } from "@gandan/ui/dialog-confirm";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { ChangesPanel } from "../../models/change-list";
import { ModelProblems } from "../../models/model-problems";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const modelId = args.params.model ?? "";
  const draft = await orResponse(t, caller.model.draft({ unitId, modelId }));
  const adoption = await orResponse(t, caller.adoption.read({ unitId }));
  const same = adoption.current?.modelId === draft.model.id;
  const page = `${t("model.publish.title")} · ${draft.source.title}`;
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    path,
    draft,
    from: same ? adoption.today : adoption.firstFreeDay,
    adopts: !same,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const modelId = args.params.model ?? "";
  const form = await args.request.formData();
  const effectiveFrom = String(form.get("effectiveFrom"));
  const basis = String(form.get("basis") ?? "").trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(effectiveFrom)) {
    return data({ text: t("error.field.date", { value: effectiveFrom }) }, { status: 422 });
  }
  try {
    const versionId = String(form.get("versionId"));
    const checksum = String(form.get("checksum"));
    await caller.model.publish({ unitId, versionId, checksum, effectiveFrom, ...(basis ? { basis } : {}) });
  } catch (error) {
    return data({ text: problemOf(t, error).text }, { status: 422 });
  }
  throw redirect(`${path}/models/${modelId}?published=1`);
}

/** The named confirmation before a version is put in force: from which day, and what that means. */
export default function PublishPage() {
  const { path, draft, from, adopts } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const modelHref = `${path}/models/${draft.model.id}`;
  const { version } = draft;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/models`, label: t("model.title") },
          { href: modelHref, label: draft.source.title },
          { href: `${modelHref}/check`, label: t("model.versions.draft", { version }) },
        ]}
        current={t("model.publish.title")}
      />
      {failed ? <Notice tone="missed" announce="now" title={failed.text} /> : null}
      {draft.problems.length > 0 ? (
        <>
          <h1>{t("model.publish.title")}</h1>
          <ModelProblems
            problems={draft.problems}
            title={t("model.publish.blocked", { count: draft.problems.length })}
          />
        </>
      ) : (
        <DialogConfirm
          id="publish"
          title={t("model.publish.ask", { version, model: draft.source.title })}
          text={t("model.publish.text", { from: format.date(from) })}
          action={`${modelHref}/publish`}
          fields={{ versionId: draft.versionId, checksum: draft.checksum }}
          confirm={t("model.publish.submit", { version })}
          cancel={{ href: `${modelHref}/draft`, label: t("shell.action.cancel") }}
        >
          {adopts ? <p className="soft">{t("model.publish.adopts")}</p> : null}
          <Field
            id="effective-from"
            name="effectiveFrom"
            control="date"
            required
            label={t("model.publish.from")}
            hint={t("model.publish.fromHint", { date: format.date(from) })}
            defaultValue={from}
          />
          <Field
            id="basis"
            name="basis"
            optional={t("shell.form.optional")}
            label={t("model.publish.basis")}
            hint={t("adoption.basisHint")}
            defaultValue={[draft.source.issued_by?.document?.title, draft.source.issued_by?.document?.number]
              .filter(Boolean)
              .join(", ")}
          />
        </DialogConfirm>
      )}
      {draft.base ? <ChangesPanel base={draft.base} /> : null}
    </div>
  );
}
