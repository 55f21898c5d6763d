import { useT } from "@gandan/i18n/translation";
import type { ModelChange } from "@gandan/model/model-editing/model-change";
import { Button, ButtonLink } from "@gandan/ui/button";
import { Tabs } from "@gandan/ui/tabs";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { BasisPart } from "../../models/basis-part";
import { ChangesPanel } from "../../models/change-list";
import { CommitmentsPart } from "../../models/commitments-part";
import { CriteriaPart } from "../../models/criteria-part";
import { changeOf, fieldsOf, wordsSent } from "../../models/draft-form.server";
import { DraftHead } from "../../models/draft-head";
import { FailureSummary, type FormFailure, FormFailureProvider } from "../../models/form-failure";
import { ModelProblems } from "../../models/model-problems";
import { PointsPart } from "../../models/points-part";
import { ReplayPanel } from "../../models/replay-panel";
import { RulesPart } from "../../models/rules-part";
import { TextPart } from "../../models/text-part";
import { TimelinePart } from "../../models/timeline-part";

const PARTS = ["commitments", "rules", "criteria", "timeline", "scorecard", "basis", "text"] as const;
type Part = (typeof PARTS)[number];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const search = new URL(args.request.url).searchParams;
  const part: Part = PARTS.find((one) => one === search.get("part")) ?? "commitments";
  const draft = await orResponse(t, caller.model.draft({ unitId, modelId: args.params.model ?? "" }));
  // Who only reads sees the draft as its readers will.
  if (!draft.mayEdit) throw redirect(`${path}/models/${draft.model.id}?version=${draft.versionId}`);
  const [from, to] = ["from", "to"].map((name) => search.get(name) ?? "");
  const period = DAY.test(from!) && DAY.test(to!) ? { from, to } : {};
  const replay =
    part === "commitments" && draft.problems.length === 0
      ? await orResponse(t, caller.model.replay({ unitId, versionId: draft.versionId, ...period }))
      : null;
  return {
    title: t("shell.titleWithUnit", { page: draft.model.title, unit: unit.name }),
    path,
    part,
    draft,
    replay,
    query: {
      entry: search.get("entry"),
      slogan: search.get("slogan"),
      rule: search.get("rule"),
      add: search.get("add"),
      kind: search.get("kind"),
    },
    saved: search.get("saved"),
  };
}

/** Where the page goes on after a change: at what it added, or away from what it took out. */
function nextPage(url: URL, edit: ModelChange, added: string | undefined): string {
  const search = new URLSearchParams(url.search);
  const change = edit.change;
  let anchor = "";
  if (change === "add-slogan" || change === "add-commitment") search.set("entry", added ?? "");
  if (change === "add-rule" && search.get("part") === "rules") search.set("rule", added ?? "");
  if (change === "add-task") anchor = `#task-${added}`;
  if (change === "task") anchor = `#task-${edit.id}`;
  if (change === "remove") search.delete(edit.of === "commitment" ? "entry" : edit.of);
  if (change.startsWith("add-") || change === "remove") for (const name of ["add", "kind"]) search.delete(name);
  if (change === "add-slogan" || change === "add-commitment") search.delete("slogan");
  search.set("saved", "1");
  return `${url.pathname.replace(/\.data$/, "")}?${search}${anchor}`;
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const url = new URL(args.request.url);
  const form = await args.request.formData();
  const word = (name: string) => String(form.get(name) ?? "");
  const failure = (text: string, rest: Partial<FormFailure> = {}) => {
    const sent = { change: word("change"), id: word("id"), words: wordsSent(form) };
    return data({ text, fields: {}, problems: [], ...sent, ...rest } satisfies FormFailure, { status: 422 });
  };
  let next = "";
  try {
    const draft = await caller.model.draft({ unitId, modelId: args.params.model ?? "" });
    const base = { unitId, versionId: draft.versionId, checksum: word("checksum") };
    const search = new URLSearchParams(url.search);
    if (word("change") === "yaml") {
      await caller.model.replaceYaml({ ...base, yaml: word("yaml").replaceAll("\r\n", "\n") });
      search.set("saved", "1");
    } else if (word("change") === "undo") {
      await caller.model.undo(base);
      search.set("saved", search.get("saved") === "undone" ? "1" : "undone");
    } else {
      const asked = changeOf(form, draft);
      if ("fields" in asked) return failure(t("error.invalid"), asked);
      const { saved, problems, added } = await caller.model.edit({ ...base, edit: asked.edit });
      if (!saved) {
        const fields = fieldsOf(asked.edit, problems, draft, form);
        return failure(t("model.editor.rejected"), { fields, problems });
      }
      next = nextPage(url, asked.edit, added);
    }
    next ||= `${url.pathname.replace(/\.data$/, "")}?${search}`;
  } catch (error) {
    return failure(problemOf(t, error).text);
  }
  throw redirect(next);
}

export default function DraftPage() {
  const { path, part, draft, saved } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() ?? null;
  const t = useT();
  const modelHref = `${path}/models/${draft.model.id}`;
  return (
    <div className="stack-5">
      <DraftHead
        modelsHref={`${path}/models`}
        modelHref={modelHref}
        title={draft.source.title}
        version={draft.version}
        planOf={draft.source.type === "model" ? draft.versionId : null}
        base={draft.base}
        unmeasured={draft.described.unmeasured}
        mayEdit={draft.mayEdit}
        step={0}
        action={
          <ButtonLink kind="primary" href={`${modelHref}/check`}>
            {t("model.editor.check")}
          </ButtonLink>
        }
      />
      {failed ? <FailureSummary failure={failed} /> : saved ? <Saved /> : null}
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
      <FormFailureProvider value={failed}>
        <DraftPart />
      </FormFailureProvider>
      {draft.base ? <ChangesPanel base={draft.base} aside={saved ? null : <Undo />} /> : null}
    </div>
  );
}

/** The act that takes the last change back; null when there is none. */
function useUndo() {
  const { path, part, draft, query, saved } = useLoaderData<typeof loader>();
  const t = useT();
  const undone = saved === "undone";
  const search = new URLSearchParams({ part, saved: undone ? "undone" : "1" });
  for (const [name, value] of Object.entries(query)) if (value !== null) search.set(name, value);
  if (!draft.mayUndo) return undefined;
  return {
    action: `${path}/models/${draft.model.id}/draft?${search}`,
    label: t(undone ? "model.editor.redo" : "model.editor.undo"),
    fields: { change: "undo", checksum: draft.checksum },
  };
}

/** What was saved, and the way back from it. */
function Saved() {
  const { saved } = useLoaderData<typeof loader>();
  const t = useT();
  return <Toast undo={useUndo()}>{t(saved === "undone" ? "model.editor.undone" : "model.editor.done")}</Toast>;
}

/** The same where nothing was saved just now. */
function Undo() {
  const undo = useUndo();
  const t = useT();
  if (!undo) return null;
  return (
    <form method="post" action={undo.action}>
      {Object.entries(undo.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button size="small" icon="rotate-ccw">
        {t("model.editor.undoLast")}
      </Button>
    </form>
  );
}

function DraftPart() {
  const { path, part, draft, query, replay } = useLoaderData<typeof loader>();
  const view = { ...draft, href: `${path}/models/${draft.model.id}/draft` };
  switch (part) {
    case "rules":
      return <RulesPart draft={view} query={query} />;
    case "criteria":
      return <CriteriaPart draft={view} />;
    case "timeline":
      return <TimelinePart draft={view} />;
    case "scorecard":
      return <PointsPart draft={view} />;
    case "basis":
      return <BasisPart draft={view} />;
    case "text":
      return <TextPart checksum={draft.checksum} yaml={draft.yaml} />;
    default:
      return (
        <CommitmentsPart
          draft={view}
          query={query}
          replay={
            <ReplayPanel
              replay={replay}
              draftVersion={draft.version}
              dossiersHref={`${path}/dossiers`}
              hidden={query.entry ? { entry: query.entry } : {}}
            />
          }
        />
      );
  }
}
