import { useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import { letterKindOf } from "@gandan/model/letter/kind-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { DraftingField, KindFields, type KindView, LeadField } from "../../letter-settings/kind-fields";
import type { actOnKind } from "../../letter-settings/text-acts.server";
import { TextEditor } from "../../letter-settings/text-editor";
import { TextHelp, TextHistory } from "../../letter-settings/text-help";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

function saidOf(done: string, t: Translate): string | null {
  const version = /^version-(\d{1,6})$/.exec(done)?.[1];
  if (version) return t("letterSettings.editor.saved", { version: Number(version) });
  if (done === "same") return t("letterSettings.editor.unchanged");
  if (done === "ended") return t("letterSettings.endedDone");
  return done === "saved" ? t("letterSettings.saved") : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const asked = letterKindOf.safeParse({ kind: args.params.kind });
  if (!asked.success) throw new Response(t("error.letter.kindUnknown"), { status: 404, statusText: "NOT_FOUND" });
  const text = await orResponse(t, caller.letter.text({ unitId, ...asked.data }));
  const page = `${text.kind.title}, ${t("settings.title")}`;
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    text,
    mayChange: text.mayChange && !unit.ended,
    mayResume: text.kind.ended && unit.permissions.includes("settings:edit") && !unit.ended,
    path,
    said: saidOf(new URL(args.request.url).searchParams.get("done") ?? "", t),
  };
}

export { actOnKind as action } from "../../letter-settings/text-acts.server";

export default function LetterKindPage() {
  const { text, mayChange, mayResume, path, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof actOnKind>();
  const t = useT();
  const { kind, version, history } = text;
  const tried = failure?.preview ?? null;
  const inForce = version === 0 || history[0]?.delivered;
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      <div>
        <p>
          <a href={`${path}/settings/letters`}>{t("letterSettings.title")}</a>
        </p>
        <h2>{t("letterSettings.editor.title", { kind: kind.title })}</h2>
        <p className="row">
          <Badge>
            {t("letterSettings.editor.now", {
              version: inForce ? t("letterSettings.delivered") : t("letterSettings.version", { version }),
            })}
          </Badge>
          {kind.ended ? <Badge>{t("letterSettings.ended")}</Badge> : null}
        </p>
      </div>
      <TextEditor
        key={version}
        source={failure?.source ?? text.source}
        seen={version}
        externalCode={failure?.externalCode ?? ""}
        problems={failure?.problems ?? []}
        preview={tried}
        previewCode={failure?.previewCode ?? null}
        previewPath={`${path}/settings/letters/${kind.kind}/preview`}
        mayChange={mayChange}
      />
      <TextHelp tone={kind.tone} />
      <TextHistory history={history} seen={version} mayChange={mayChange} />
      {mayChange ? <KindPanel kind={kind} failure={failure?.kind} /> : null}
      {mayResume ? <EndForm intent="resume" /> : null}
    </>
  );
}

interface KindPanelProps {
  kind: KindView;
  failure: { values: Record<string, string>; groups: string[]; errors: Record<string, string> } | undefined;
}

/** When letters of the kind are drafted; for one of the unit's own also what it is. */
function KindPanel({ kind, failure }: KindPanelProps) {
  const t = useT();
  return (
    <Panel id="kind" title={t(kind.delivered ? "letterSettings.draftingLabel" : "letterSettings.change")}>
      <Form method="post" className="stack">
        {kind.delivered ? (
          <DraftingField prefix="kind" chosen={kind.drafting} />
        ) : (
          <KindFields kind={kind} failure={failure} prefix="kind" />
        )}
        {kind.occasion === "late" ? <LeadField lead={kind.lead} /> : null}
        <div>
          <Button name="intent" value={kind.delivered ? "drafting" : "kind"}>
            {t(kind.delivered ? "letterSettings.saveDrafting" : "letterSettings.saveKind")}
          </Button>
        </div>
      </Form>
      {kind.delivered ? null : <EndForm intent="end" />}
    </Panel>
  );
}

function EndForm({ intent }: { intent: "end" | "resume" }) {
  const t = useT();
  return (
    <Form method="post">
      <Button kind={intent === "end" ? "danger" : "plain"} name="intent" value={intent}>
        {t(`letterSettings.${intent}`)}
      </Button>
    </Form>
  );
}
