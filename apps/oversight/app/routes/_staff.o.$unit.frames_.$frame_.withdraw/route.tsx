import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DialogConfirm } from "@gandan/ui/dialog-confirm";
import { Notice } from "@gandan/ui/notice";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { problemOf, unitCaller } from "../../caller.server";
import { frameToConfirm } from "../../index-frame/frame-confirm.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const loader = (args: LoaderFunctionArgs) => frameToConfirm(args, "published");

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  let draftId: string;
  try {
    const taken = await caller.frame.withdraw({ unitId, frameId: args.params.frame ?? "" });
    draftId = taken.frameId;
  } catch (error) {
    return data({ text: problemOf(t, error).text }, { status: 409 });
  }
  throw redirect(`${path}/frames/${draftId}?saved=withdrawn`);
}

/** The named confirmation before a published frame is taken back. */
export default function WithdrawFrame() {
  const { path, page, id, year } = useLoaderData<typeof loader>();
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
        id="withdraw"
        title={t("indexFrame.withdrawPage.title", { year })}
        text={t("indexFrame.withdrawPage.text")}
        action={`${here}/withdraw`}
        confirm={t("indexFrame.withdrawPage.submit", { year })}
        danger
        cancel={{ href: here, label: t("shell.action.cancel") }}
      />
    </div>
  );
}
