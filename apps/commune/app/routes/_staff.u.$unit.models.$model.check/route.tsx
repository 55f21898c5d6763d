import { useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { Notice } from "@gandan/ui/notice";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { ChangesPanel } from "../../models/change-list";
import { DraftHead } from "../../models/draft-head";
import { ModelProblems } from "../../models/model-problems";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const draft = await orResponse(t, caller.model.draft({ unitId, modelId: args.params.model ?? "" }));
  const page = `${t("model.checkPage.title")} · ${draft.source.title}`;
  return { title: t("shell.titleWithUnit", { page, unit: unit.name }), path, draft };
}

/** Whether the draft may be published: problems with their places, what is not measured, what changes. */
export default function CheckPage() {
  const { path, draft } = useLoaderData<typeof loader>();
  const t = useT();
  const modelHref = `${path}/models/${draft.model.id}`;
  const valid = draft.problems.length === 0;
  return (
    <div className="stack-5">
      <DraftHead
        modelsHref={`${path}/models`}
        modelHref={modelHref}
        title={draft.source.title}
        version={draft.version}
        planOf={draft.source.type === "model" ? draft.versionId : null}
        base={draft.base}
        unmeasured={null}
        mayEdit={draft.mayEdit}
        step={1}
        action={
          valid && draft.mayPublish ? (
            <ButtonLink kind="primary" href={`${modelHref}/publish`}>
              {t("model.publish.check")}
            </ButtonLink>
          ) : valid ? (
            <span className="soft">{t("model.publish.noRight")}</span>
          ) : draft.mayEdit ? (
            <ButtonLink kind="primary" href={`${modelHref}/draft?part=text`}>
              {t("model.checkPage.fix")}
            </ButtonLink>
          ) : null
        }
      />
      {valid ? (
        <Notice tone="met" title={t("model.checkPage.ready")}>
          {draft.described.unmeasured > 0 ? t("model.editor.unmeasured", { count: draft.described.unmeasured }) : null}
        </Notice>
      ) : (
        <ModelProblems problems={draft.problems} />
      )}
      {draft.base ? <ChangesPanel base={draft.base} /> : null}
    </div>
  );
}
