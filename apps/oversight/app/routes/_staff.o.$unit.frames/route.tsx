import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FrameList } from "../../index-frame/frame-list";
import { sentText } from "../../index-frame/frame-text.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const page = await orResponse(t, caller.frame.list({ unitId }));
  const title = t("shell.titleWithUnit", { page: t("indexFrame.title"), unit: unit.name });
  return { title, path, ...page, mayEdit: page.mayEdit && !unit.ended, ended: unit.ended };
}

/** Throws a draft away, and takes it in again when asked to at once. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  try {
    if (form.get("act") === "restore") {
      const taken = await caller.frame.import({ unitId, yaml: await sentText(form) });
      if ("frameId" in taken) throw redirect(`${path}/frames/${taken.frameId}?saved=created`);
      throw redirect(`${path}/frames/new`);
    }
    const discarded = await caller.frame.discard({ unitId, frameId: String(form.get("frameId")) });
    return data({ discarded, text: null });
  } catch (error) {
    if (error instanceof Response) throw error;
    return data({ discarded: null, text: problemOf(t, error).text }, { status: 409 });
  }
}

/** Frames of the index by year. */
export default function Frames() {
  const { path, frames } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/index`, label: t("index.title") },
        ]}
        current={t("indexFrame.title")}
      />
      <PageHead title={t("indexFrame.title")} lead={t("indexFrame.lead")} />
      {done?.text ? <Notice tone="missed" announce="now" title={done.text} /> : null}
      {done?.discarded ? (
        <Notice
          tone="info"
          announce="polite"
          title={t("indexFrame.discarded", { year: String(done.discarded.year) })}
          action={
            <form method="post" action={`${path}/frames`}>
              <input type="hidden" name="act" value="restore" />
              <input type="hidden" name="yaml" value={done.discarded.yaml} />
              <Button size="small" icon="rotate-ccw">
                {t("indexFrame.restore")}
              </Button>
            </form>
          }
        />
      ) : null}
      <NextStep />
      <Panel id="frames" title={t("indexFrame.caption")} flush>
        <FrameList
          path={path}
          frames={frames}
          empty={<EmptyState icon="list-checks" title={t("indexFrame.empty")} text={t("indexFrame.emptyText")} />}
        />
      </Panel>
    </div>
  );
}

function NextStep() {
  const { path, frames, freeYear, mayEdit, ended } = useLoaderData<typeof loader>();
  const t = useT();
  if (ended) return null;
  const draft = frames.find(({ own, state }) => own && state === "draft");
  const latest = frames.find(({ own }) => own);
  const free = String(freeYear);
  const [title, text] = draft
    ? [t("indexFrame.next.draft", { year: String(draft.year) }), t("indexFrame.next.draftText")]
    : latest && latest.year === freeYear - 1
      ? [
          t("indexFrame.next.published", { year: String(latest.year), entered: String(latest.entered) }),
          t("indexFrame.next.publishedText", { free }),
        ]
      : [t("indexFrame.next.none", { year: free }), t("indexFrame.next.noneText")];
  const create = t("indexFrame.next.create", { year: free });
  return (
    <NextBanner
      id="next"
      icon="list-checks"
      title={title}
      text={mayEdit ? text : t("indexFrame.next.readOnly")}
      actions={
        mayEdit ? (
          draft ? (
            <>
              <ButtonLink kind="primary" href={`${path}/frames/${draft.id}`}>
                {t("indexFrame.next.openDraft", { year: String(draft.year) })}
              </ButtonLink>
              <ButtonLink href={`${path}/frames/new`}>{create}</ButtonLink>
            </>
          ) : (
            <ButtonLink kind="primary" href={`${path}/frames/new`}>
              {create}
            </ButtonLink>
          )
        ) : null
      }
    />
  );
}
