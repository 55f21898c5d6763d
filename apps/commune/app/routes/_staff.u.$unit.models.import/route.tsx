import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { problemOf, unitCaller } from "../../caller.server";
import { ModelProblems } from "../../models/model-problems";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { t, unit, path } = await unitCaller(args);
  return { title: t("shell.titleWithUnit", { page: t("model.importPage.title"), unit: unit.name }), path };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const file = form.get("file");
  const pasted = String(form.get("yaml") ?? "");
  const yaml = (file instanceof File && file.size > 0 ? await file.text() : pasted).replaceAll("\r\n", "\n");
  if (yaml.trim() === "") return data({ text: t("model.importPage.nothing"), problems: [], yaml }, { status: 422 });
  try {
    const taken = await caller.model.importYaml({ unitId, yaml });
    if ("modelId" in taken) throw redirect(`${path}/models/${taken.modelId}/draft`);
    return data({ text: t("model.importPage.rejected"), problems: taken.problems, yaml }, { status: 422 });
  } catch (error) {
    if (error instanceof Response) throw error;
    return data({ text: problemOf(t, error).text, problems: [], yaml }, { status: 422 });
  }
}

/** Takes in a model that was written or downloaded elsewhere. */
export default function ImportPage() {
  const { path } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: `${path}/models`, label: t("model.title") }]}
        current={t("model.importPage.title")}
      />
      <PageHead title={t("model.importPage.title")} lead={t("model.importPage.lead")} />
      {failed && failed.problems.length > 0 ? (
        <ModelProblems problems={failed.problems} title={failed.text} />
      ) : failed ? (
        <Notice tone="missed" announce="now" title={failed.text} />
      ) : null}
      <Panel id="upload" title={t("model.library.upload")}>
        <form method="post" encType="multipart/form-data" className="stack">
          <Field
            id="file"
            name="file"
            control="file"
            accept=".yaml,.yml,text/yaml"
            label={t("model.importPage.file")}
          />
          <Field
            id="yaml"
            name="yaml"
            control="textarea"
            code
            rows={20}
            spellCheck={false}
            label={t("model.importPage.paste")}
            defaultValue={failed?.yaml}
          />
          <Button kind="primary" icon="upload">
            {t("model.importPage.submit")}
          </Button>
        </form>
      </Panel>
    </div>
  );
}
