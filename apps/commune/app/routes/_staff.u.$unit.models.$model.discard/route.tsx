import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DialogConfirm } from "@gandan/ui/dialog-confirm";
import { Notice } from "@gandan/ui/notice";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const draft = await orResponse(t, caller.model.draft({ unitId, modelId: args.params.model ?? "" }));
  const { model, versionId, version, base } = draft;
  const page = `${t("model.editor.discard")} · ${draft.source.title}`;
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    ...{ path, model, versionId, version, first: base?.place !== "own" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  try {
    await caller.model.discard({ unitId, versionId: String(form.get("versionId")) });
  } catch (error) {
    return data({ text: problemOf(t, error).text }, { status: 422 });
  }
  throw redirect(`${path}/models`);
}

/** The named confirmation before a draft is given up. */
export default function DiscardPage() {
  const { path, model, versionId, version, first } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const modelHref = `${path}/models/${model.id}`;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/models`, label: t("model.title") },
          { href: `${modelHref}/draft`, label: model.title },
        ]}
        current={t("model.editor.discard")}
      />
      {failed ? <Notice tone="missed" announce="now" title={failed.text} /> : null}
      <DialogConfirm
        id="discard"
        title={t("model.editor.discardAsk", { draft: version, model: model.title })}
        text={t(first ? "model.editor.discardFirst" : "model.editor.discardText")}
        action={`${modelHref}/discard`}
        fields={{ versionId }}
        confirm={t("model.editor.discard")}
        danger
        cancel={{ href: `${modelHref}/draft`, label: t("shell.action.cancel") }}
      />
    </div>
  );
}
