import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FrameProblems } from "../../index-frame/frame-problems";
import { sentText } from "../../index-frame/frame-text.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const frame = await orResponse(t, caller.frame.read({ unitId, frameId: args.params.frame ?? "" }));
  if (!frame.mayEdit || unit.ended) throw new Response(t("error.session.forbidden"), { status: 403 });
  if (frame.state === "published") throw redirect(`${path}/frames/${frame.id}`);
  const title = t("shell.titleWithUnit", { page: t("indexFrame.editPage.title"), unit: unit.name });
  const { id, year, yaml, checksum } = frame;
  return { title, path, id, year: String(year), yaml, checksum };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const frameId = args.params.frame ?? "";
  const form = await args.request.formData();
  const yaml = await sentText(form);
  const refuse = (text: string) => data({ text, problems: [], yaml }, { status: 422 });
  if (yaml.trim() === "") return refuse(t("error.field.required"));
  try {
    const saved = await caller.frame.save({ unitId, frameId, checksum: String(form.get("checksum")), yaml });
    if ("frameId" in saved) throw redirect(`${path}/frames/${frameId}?saved=saved`);
    return data({ text: null, problems: saved.problems, yaml }, { status: 422 });
  } catch (error) {
    if (error instanceof Response) throw error;
    return refuse(problemOf(t, error).text);
  }
}

/** The draft as text: checked whole before it is saved. */
export default function EditFrame() {
  const { path, id, year, yaml, checksum } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const here = `${path}/frames/${id}`;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/frames`, label: t("indexFrame.title") },
          { href: here, label: t("indexFrame.ofYear", { year }) },
        ]}
        current={t("indexFrame.editPage.title")}
      />
      <PageHead title={t("indexFrame.editPage.title")} lead={t("indexFrame.editPage.lead")} />
      {failed?.text ? <Notice tone="missed" announce="now" title={failed.text} /> : null}
      <FrameProblems problems={failed?.problems ?? []} />
      <form method="post" className="stack">
        <input type="hidden" name="checksum" value={checksum} />
        <Field
          id="yaml"
          name="yaml"
          control="textarea"
          code
          rows={28}
          spellCheck={false}
          required
          label={t("indexFrame.editPage.text")}
          error={failed?.text ?? undefined}
          defaultValue={failed?.yaml ?? yaml}
        />
        <div className="row">
          <Button kind="primary">{t("indexFrame.editPage.save")}</Button>
          <ButtonLink href={here}>{t("shell.action.cancel")}</ButtonLink>
        </div>
      </form>
    </div>
  );
}
