import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DialogConfirm } from "@gandan/ui/dialog-confirm";
import { Notice } from "@gandan/ui/notice";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { problemOf, unitCaller } from "../../caller.server";
import { frameToConfirm } from "../../index-frame/frame-confirm.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const loader = (args: LoaderFunctionArgs) => frameToConfirm(args, "draft");

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const frameId = args.params.frame ?? "";
  const form = await args.request.formData();
  try {
    await caller.frame.publish({ unitId, frameId, checksum: String(form.get("checksum")) });
  } catch (error) {
    return data({ text: problemOf(t, error).text }, { status: 409 });
  }
  throw redirect(`${path}/frames/${frameId}?saved=done`);
}

/** The named confirmation before the units see a frame. */
export default function PublishFrame() {
  const { path, page, id, checksum, units, name, year } = useLoaderData<typeof loader>();
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
        current={page}
      />
      {failed ? <Notice tone="missed" announce="now" title={failed.text} /> : null}
      <DialogConfirm
        id="publish"
        title={t("indexFrame.publishPage.title", { year })}
        text={t("indexFrame.publishPage.text", { count: units, title: name })}
        action={`${here}/publish`}
        fields={{ checksum }}
        confirm={t("indexFrame.publishPage.submit", { year })}
        cancel={{ href: here, label: t("shell.action.cancel") }}
      />
    </div>
  );
}
