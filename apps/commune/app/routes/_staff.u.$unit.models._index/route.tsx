import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { NextBanner } from "@gandan/ui/next-banner";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const models = await orResponse(t, caller.model.list({ unitId }));
  const adoption = await orResponse(t, caller.adoption.read({ unitId }));
  return {
    title: t("shell.titleWithUnit", { page: t("model.title"), unit: unit.name }),
    path,
    models,
    current: adoption.current,
    next: adoption.next,
    mayEdit: !unit.ended && unit.roles.some((role) => role === "model-keeper" || role === "operator"),
    mayAdopt: adoption.mayEdit && !unit.ended,
  };
}

/** Opens a draft of a model, or a new model that extends it. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const versionId = form.get("versionId");
  const draft = await orResponse(
    t,
    caller.model.create({
      unitId,
      modelId: String(form.get("modelId")),
      ...(typeof versionId === "string" && versionId ? { versionId } : {}),
    }),
  );
  throw redirect(`${path}/models/${draft.modelId}/draft`);
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>["models"][number];

export default function ModelsPage() {
  const { path, models, current, next, mayEdit } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const own = models.filter(({ place }) => place === "own");
  const others = models.filter(({ place, type }) => place !== "own" && type === "model");
  const yardsticks = models.filter(({ place, type }) => place !== "own" && type === "yardstick");
  const mine = current?.modelId ? models.find(({ id }) => id === current.modelId) : undefined;
  const draft = own.find(({ draftVersionId }) => draftVersionId !== null);
  const name = current?.ownName ?? current?.title ?? "";
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("model.title")}
      />
      <PageHead
        title={t("model.title")}
        lead={t("model.library.intro")}
        actions={mayEdit ? <ButtonLink href={`${path}/models/import`}>{t("model.library.upload")}</ButtonLink> : null}
      />
      <NextBanner
        id="current"
        icon="sliders-horizontal"
        title={
          current?.declinedReason
            ? t("adoption.declinedText", { reason: current.declinedReason })
            : current
              ? t("model.library.next", { model: name })
              : t("adoption.none")
        }
        text={
          current ? (
            <>
              {t("adoption.currentSince", {
                from: format.date(current.from),
                document: current.basis ?? t("adoption.page.basisMissing"),
              })}{" "}
              {next
                ? t("adoption.page.next", { model: next.ownName ?? next.title ?? "", from: format.date(next.from) })
                : null}
            </>
          ) : (
            t("adoption.noneText")
          )
        }
        actions={
          draft ? (
            <ButtonLink kind="primary" href={`${path}/models/${draft.id}/${mayEdit ? "draft" : "check"}`}>
              {t(mayEdit ? "model.library.openDraft" : "model.editor.check")}
            </ButtonLink>
          ) : mine ? (
            <ButtonLink kind="primary" href={`${path}/models/adoption`}>
              {t("model.library.seeAdoption")}
            </ButtonLink>
          ) : (
            <ButtonLink kind="primary" href="#shared">
              {t("model.library.choose")}
            </ButtonLink>
          )
        }
      />
      <Panel id="own" title={t("model.library.own")} flush>
        <ModelTable
          rows={own}
          caption={t("model.library.own")}
          empty={
            <EmptyState
              icon="sliders-horizontal"
              title={t("model.library.empty")}
              text={t("model.library.emptyText")}
            />
          }
        />
      </Panel>
      <Panel id="shared" title={t("model.library.title")} flush>
        <ModelTable rows={others} caption={t("model.library.title")} />
      </Panel>
      {yardsticks.length > 0 ? (
        <Panel id="yardsticks" title={t("model.library.yardsticks")} flush>
          <ModelTable rows={yardsticks} caption={t("model.library.yardsticks")} />
        </Panel>
      ) : null}
    </div>
  );
}

function stateOf(model: Listed): "draft" | "in-force" | "published" {
  if (model.current) return "in-force";
  return model.version === null ? "draft" : "published";
}

function ModelTable({ rows, caption, empty }: { rows: Listed[]; caption: string; empty?: React.ReactNode }) {
  const { path, mayEdit, mayAdopt } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const hrefOf = (model: Listed) => `${path}/models/${model.id}${model.version === null ? "/draft" : ""}`;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      isCurrent={({ current }) => current}
      empty={rows.length === 0 ? empty : undefined}
      columns={[
        {
          key: "name",
          header: t("model.library.name"),
          cell: (model) => (
            <>
              <a href={hrefOf(model)}>{model.title}</a>{" "}
              {model.current ? <Badge tone="accent">{t("model.state.in-force")}</Badge> : null}{" "}
              {model.sample ? <Badge tone="line">{t("model.library.sample")}</Badge> : null}
              {model.slogans.length > 0 ? <small className="check-hint">{model.slogans.join(" · ")}</small> : null}
            </>
          ),
        },
        {
          key: "issuer",
          header: t("model.library.issuedBy"),
          narrowLabel: t("model.library.issuedBy"),
          cell: ({ issuer, ownerName, place }) => issuer ?? t(`model.library.place.${place}`, { unit: ownerName }),
        },
        {
          key: "measured",
          header: t("model.library.measured"),
          narrowLabel: t("model.library.measured"),
          align: "number",
          nowrap: true,
          cell: ({ measured, commitments }) =>
            commitments === 0
              ? "–"
              : t("model.library.measuredOf", { measured: format.number(measured), count: commitments }),
        },
        {
          key: "state",
          nowrap: true,
          header: t("model.library.state"),
          narrowLabel: t("model.library.state"),
          cell: (model) => (
            <>
              {t(`model.state.${stateOf(model)}`)}
              {model.effectiveFrom ? (
                <small className="check-hint">
                  {t("shell.period.since", { from: format.date(model.effectiveFrom) })}
                </small>
              ) : null}
            </>
          ),
        },
        {
          key: "acts",
          header: t("model.library.copy"),
          headerHidden: true,
          align: "end",
          cell: (model) => (
            <div className="row">
              {model.draftVersionId && mayEdit ? (
                <a href={`${path}/models/${model.id}/draft`}>{t("model.library.openDraft")}</a>
              ) : mayEdit ? (
                <form method="post" action={`${path}/models?index`}>
                  <input type="hidden" name="modelId" value={model.id} />
                  <Button
                    size="small"
                    label={`${t(model.place === "own" ? "model.versions.newDraft" : "model.library.copy")}: ${model.title}`}
                  >
                    {t(model.place === "own" ? "model.versions.newDraft" : "model.library.copy")}
                  </Button>
                </form>
              ) : null}
              {mayAdopt && !model.current && model.version !== null && model.type === "model" ? (
                <a
                  href={`${path}/models/adopt?model=${model.id}`}
                  aria-label={`${t("adoption.submit")}: ${model.title}`}
                >
                  {t("model.library.adopt")}
                </a>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}
