import { useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Notice } from "@gandan/ui/notice";
import { Tabs } from "@gandan/ui/tabs";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { ChangesPanel } from "../../models/change-list";
import { CommitmentEditor } from "../../models/commitment-editor";
import { CommitmentTree } from "../../models/commitment-tree";
import { changeOf } from "../../models/draft-form.server";
import { DraftHead } from "../../models/draft-head";
import { BasisPart, CriteriaPart, PointsPart, TextPart, TimelinePart } from "../../models/draft-parts";
import { ModelProblems } from "../../models/model-problems";
import { ReplayPanel } from "../../models/replay-panel";

const PARTS = ["commitments", "criteria", "timeline", "scorecard", "basis", "text"] as const;
type Part = (typeof PARTS)[number];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const search = new URL(args.request.url).searchParams;
  const part: Part = PARTS.find((one) => one === search.get("part")) ?? "commitments";
  const draft = await orResponse(t, caller.model.draft({ unitId, modelId: args.params.model ?? "" }));
  const [from, to] = ["from", "to"].map((name) => search.get(name) ?? "");
  const period = DAY.test(from!) && DAY.test(to!) ? { from, to } : {};
  const replay =
    part === "commitments" && draft.problems.length === 0
      ? await orResponse(t, caller.model.replay({ unitId, versionId: draft.versionId, ...period }))
      : null;
  const first = draft.described.slogans[0]?.commitments[0]?.id ?? null;
  return {
    title: t("shell.titleWithUnit", { page: draft.model.title, unit: unit.name }),
    path,
    part,
    draft,
    replay,
    entry: search.get("entry") ?? first,
    saved: search.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const url = new URL(args.request.url);
  const form = await args.request.formData();
  const failure = (text: string, rest: { problems?: unknown[]; yaml?: string } = {}) =>
    data({ text, problems: [], ...rest } as { text: string; problems: Problems; yaml?: string }, { status: 422 });
  try {
    const draft = await caller.model.draft({ unitId, modelId: args.params.model ?? "" });
    const base = { unitId, versionId: draft.versionId, checksum: String(form.get("checksum")) };
    if (form.get("change") === "yaml") {
      await caller.model.replaceYaml({ ...base, yaml: String(form.get("yaml")).replaceAll("\r\n", "\n") });
    } else {
      const edit = changeOf(form, draft);
      if (!edit) return failure(t("error.invalid"));
      const result = await caller.model.edit({ ...base, edit });
      if (!result.saved) return failure(t("model.editor.rejected"), { problems: result.problems });
    }
  } catch (error) {
    const yaml = form.get("yaml");
    return failure(problemOf(t, error).text, typeof yaml === "string" ? { yaml } : {});
  }
  url.searchParams.set("saved", "1");
  throw redirect(url.pathname.replace(/\.data$/, "") + url.search);
}

type Problems = ReturnType<typeof useLoaderData<typeof loader>>["draft"]["problems"];

export default function DraftPage() {
  const { path, part, draft, entry, saved } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const modelHref = `${path}/models/${draft.model.id}`;
  return (
    <div className="stack-5">
      <DraftHead
        modelsHref={`${path}/models`}
        modelHref={modelHref}
        title={draft.source.title}
        version={draft.version}
        base={draft.base}
        unmeasured={draft.described.unmeasured}
        step={0}
        action={
          <ButtonLink kind="primary" href={`${modelHref}/check`}>
            {t("model.editor.check")}
          </ButtonLink>
        }
      />
      {failed ? (
        failed.problems.length > 0 ? (
          <ModelProblems problems={failed.problems} title={failed.text} text={t("model.editor.rejectedText")} />
        ) : (
          <Notice tone="missed" announce="now" title={failed.text} />
        )
      ) : saved ? (
        <Toast>{t("model.editor.done")}</Toast>
      ) : null}
      {failed || draft.problems.length === 0 ? null : <ModelProblems problems={draft.problems} />}
      <Tabs
        label={t("model.editor.parts")}
        tabs={[
          ...PARTS.map((one) => ({
            href: `${modelHref}/draft?part=${one}`,
            label: t(`model.editor.part.${one}`),
            current: one === part,
          })),
          { href: `${path}/models/adoption`, label: t("adoption.procedures.title") },
        ]}
      />
      <DraftPart part={part} entry={entry} yaml={failed?.yaml} />
      {draft.base ? <ChangesPanel base={draft.base} /> : null}
    </div>
  );
}

function DraftPart({ part, entry, yaml }: { part: Part; entry: string | null; yaml: string | undefined }) {
  const { path, draft, replay } = useLoaderData<typeof loader>();
  const t = useT();
  if (part === "criteria") return <CriteriaPart draft={draft} />;
  if (part === "timeline") return <TimelinePart draft={draft} />;
  if (part === "scorecard") return <PointsPart draft={draft} />;
  if (part === "basis") return <BasisPart draft={draft} />;
  if (part === "text") return <TextPart checksum={draft.checksum} yaml={yaml ?? draft.yaml} />;
  const commitments = draft.described.slogans.flatMap((slogan) => slogan.commitments);
  const current = commitments.find(({ id }) => id === entry) ?? commitments[0];
  return (
    <div className="editor">
      <CommitmentTree
        described={draft.described}
        current={current?.id ?? null}
        hrefOf={(id) => `${path}/models/${draft.model.id}/draft?entry=${id}`}
      />
      {current ? (
        <CommitmentEditor key={current.id} draft={draft} commitment={current} />
      ) : (
        <EmptyState icon="pencil" level={2} title={t("model.editor.none")} text={t("model.editor.addInText")} />
      )}
      <ReplayPanel
        replay={replay}
        draftVersion={draft.version}
        dossiersHref={`${path}/dossiers`}
        hidden={current ? { entry: current.id } : {}}
      />
    </div>
  );
}
