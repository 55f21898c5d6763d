import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { NextBanner } from "@gandan/ui/next-banner";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { MeasureTable } from "../../models/measure-table";
import { PlanLinks } from "../../models/plan-links";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const search = new URL(args.request.url).searchParams;
  const versionId = search.get("version") ?? undefined;
  const modelId = args.params.model ?? "";
  const read = await orResponse(t, caller.model.read({ unitId, modelId, ...(versionId ? { versionId } : {}) }));
  const adoption = await orResponse(t, caller.adoption.read({ unitId }));
  const adoptions = [adoption.current, adoption.next].flatMap((one) => (one?.modelId === read.model.id ? [one] : []));
  return {
    title: t("shell.titleWithUnit", { page: read.source.title, unit: unit.name }),
    path,
    ...read,
    adopted: adoptions.length > 0,
    /** Adopted, but with no procedure registered yet. */
    toRegister: adoptions.length > 0 && adoptions.every(({ registrations }) => registrations.length === 0),
    mayEdit: !unit.ended && unit.roles.some((role) => role === "model-keeper" || role === "operator"),
    mayAdopt: adoption.mayEdit && !unit.ended,
    published: search.has("published"),
  };
}

/** A model in full: promises with what measures them, timeline, reports, scorecard, legal basis. */
export default function ModelPage() {
  const { path, model, version, source, described, published } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const issued = source.issued_by;
  const paper = issued?.document;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: `${path}/models`, label: t("model.title") }]}
        current={source.title}
      />
      <PageHead
        title={source.title}
        lead={
          source.summary ??
          (issued
            ? paper?.number
              ? t("model.view.issued", { unit: issued.unit, document: paper.number })
              : t("model.view.issuedBy", { unit: issued.unit })
            : null)
        }
        actions={
          <>
            <a href={`${path}/models/${model.id}/versions`}>{t("model.versions.title")}</a>
            {model.type === "model" ? (
              <PlanLinks href={`${path}/models/${model.id}`} versionId={version.id} draft={version.state === "draft"} />
            ) : null}
            <ButtonLink href={`${path}/models/${model.id}/yaml?version=${version.id}`} download icon="download">
              {t("model.library.download")}
            </ButtonLink>
          </>
        }
      />
      {published ? (
        <Toast>{t("model.publish.done", { version: version.version, from: format.date(version.effectiveFrom) })}</Toast>
      ) : null}
      <ModelBanner />
      <Contents />
      {described.slogans.map((slogan) => (
        <Panel
          key={slogan.id}
          id={`slogan-${slogan.id}`}
          title={slogan.title}
          aside={t("model.view.commitments", { count: slogan.commitments.length })}
        >
          <div className="stack-5">
            {slogan.commitments.map((one) => (
              <section key={one.id} className="stack" aria-labelledby={`commitment-${one.id}`}>
                <h3 id={`commitment-${one.id}`}>
                  {one.text} {one.clause ? <span className="muted small">({one.clause})</span> : null}{" "}
                  {one.measures.length === 0 ? <Badge tone="line">{t("model.view.unmeasured")}</Badge> : null}
                </h3>
                {one.standsIn ? (
                  <p className="soft small">{t("model.view.standsIn", { model: one.standsIn })}</p>
                ) : null}
                {one.detail.length > 0 ? (
                  <details>
                    <summary>{t("model.view.detail")}</summary>
                    <ul className="soft stack-1">
                      {one.detail.map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  </details>
                ) : null}
                {one.measures.length > 0 ? (
                  <MeasureTable caption={`${t("model.view.measuredBy")}: ${one.text}`} measures={one.measures} />
                ) : null}
              </section>
            ))}
          </div>
        </Panel>
      ))}
      {described.criteria.length > 0 ? (
        <Panel id="criteria" title={t("model.view.criteria")}>
          <div className="stack-5">
            {described.criteria.map(({ id, title, clause, measures }) => (
              <section key={id} className="stack" aria-labelledby={`criterion-${id}`}>
                <h3 id={`criterion-${id}`}>
                  {title} {clause ? <span className="muted small">({clause})</span> : null}
                </h3>
                <MeasureTable caption={`${t("model.view.measuredBy")}: ${title}`} measures={measures} />
              </section>
            ))}
          </div>
        </Panel>
      ) : null}
      <Scorecard />
      <Timeline />
      <Panel id="reminders" title={t("notice.title")}>
        <p>
          {described.reminders.sentence}.{" "}
          {described.reminders.clause ? <span className="muted">({described.reminders.clause})</span> : null}
        </p>
        {described.reminders.own ? null : <p className="hint">{t("notice.modelUsual")}</p>}
      </Panel>
      {source.legal_basis.length > 0 ? (
        <Panel id="basis" title={t("model.view.basis")}>
          <ul>
            {[...(paper ? [{ ...paper, issuer: issued?.unit }] : []), ...source.legal_basis].map((document) => (
              <li key={`${document.number ?? ""} ${document.title}`}>
                {[document.title, document.number, document.issuer].filter(Boolean).join(", ")}
                {document.date?.length === 10 ? `, ${format.date(document.date)}` : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}

/** Where each part of a long model stands. */
function Contents() {
  const { source, described } = useLoaderData<typeof loader>();
  const t = useT();
  const parts = [
    ...described.slogans.map(({ id, title }) => [`slogan-${id}`, title] as const),
    ...(described.criteria.length > 0 ? [["criteria", t("model.view.criteria")] as const] : []),
    ...(source.scorecard ? [["scorecard", t("model.view.scorecard")] as const] : []),
    ...(source.timeline.length > 0 ? [["timeline", t("model.view.timeline")] as const] : []),
    ["reminders", t("notice.title")] as const,
    ...(source.legal_basis.length > 0 ? [["basis", t("model.view.basis")] as const] : []),
  ];
  return (
    <nav className="row no-print" aria-label={t("model.editor.parts")}>
      {parts.map(([id, title]) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function ModelBanner() {
  const { path, model, version, draftVersionId, adopted, toRegister, mayEdit, mayAdopt, described } =
    useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const span = { from: format.date(version.effectiveFrom), to: format.date(version.effectiveTo) };
  const text = version.effectiveTo ? t("model.view.effectiveUntil", span) : t("model.view.effective", span);
  const primary = draftVersionId ? (
    <ButtonLink kind="primary" href={`${path}/models/${model.id}/${mayEdit ? "draft" : "check"}`}>
      {t(mayEdit ? "model.library.openDraft" : "model.editor.check")}
    </ButtonLink>
  ) : mayAdopt && !adopted && model.type === "model" ? (
    <ButtonLink kind="primary" href={`${path}/models/adopt?model=${model.id}`}>
      {t("adoption.submit")}
    </ButtonLink>
  ) : mayAdopt && toRegister ? (
    <ButtonLink kind="primary" href={`${path}/models/adoption`}>
      {t("model.view.chooseProcedures")}
    </ButtonLink>
  ) : null;
  return (
    <NextBanner
      id="standing"
      icon="git-branch"
      title={`${t("model.versions.version", { version: version.version })} · ${t(`model.state.${version.standing}`)}`}
      text={
        <>
          {version.effectiveFrom ? `${text}. ` : null}
          {described.unmeasured > 0 ? t("model.editor.unmeasured", { count: described.unmeasured }) : null}
        </>
      }
      actions={
        <>
          {primary}
          {mayEdit && !draftVersionId ? (
            <form method="post" action={`${path}/models?index`}>
              <input type="hidden" name="modelId" value={model.id} />
              <input type="hidden" name="versionId" value={version.id} />
              <Button kind={primary ? "plain" : "primary"}>
                {t(model.own ? "model.versions.newDraft" : "model.library.copy")}
              </Button>
            </form>
          ) : null}
        </>
      }
    />
  );
}

function Scorecard() {
  const { source, described } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const card = source.scorecard;
  if (!card) return null;
  const titles = new Map(described.rules.map(({ id, title }) => [id, title]));
  return (
    <Panel
      id="scorecard"
      title={t("model.view.scorecard")}
      aside={t("model.view.scoreTotal", { total: format.number(card.total) })}
      flush
    >
      <DataTable
        caption={t("model.view.scorecard")}
        rows={card.lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "line",
            header: t("model.view.content"),
            cell: ({ title, clause }) => (
              <>
                {title} {clause ? <span className="muted">({clause})</span> : null}
              </>
            ),
          },
          {
            key: "rules",
            header: t("model.view.rules"),
            narrowLabel: t("model.view.rules"),
            cell: ({ measured_by: ids }) => ids.map((id) => titles.get(id) ?? id).join("; "),
          },
          {
            key: "points",
            header: t("model.view.points"),
            narrowLabel: t("model.view.points"),
            align: "number",
            cell: ({ points }) => format.number(points),
          },
        ]}
      />
      <p className="hint panel-p">
        {t("model.view.minimum", { n: format.number(card.min_n), rank: format.number(card.rank_min_n) })}
      </p>
    </Panel>
  );
}

function Timeline() {
  const { source } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  if (source.timeline.length === 0) return null;
  return (
    <Panel id="timeline" title={t("model.view.timeline")} flush>
      <DataTable
        caption={t("model.view.timeline")}
        rows={source.timeline}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "task",
            header: t("model.view.byTask"),
            cell: ({ title, clause }) => (
              <>
                {title} {clause ? <span className="muted">({clause})</span> : null}
              </>
            ),
          },
          {
            key: "due",
            header: t("model.editor.due"),
            narrowLabel: t("model.editor.due"),
            align: "date",
            cell: ({ due }) => format.date(due),
          },
          {
            key: "owners",
            header: t("model.editor.owners"),
            narrowLabel: t("model.editor.owners"),
            cell: ({ owners }) => owners.join("; ") || "–",
          },
          {
            key: "products",
            header: t("model.editor.products"),
            narrowLabel: t("model.editor.products"),
            cell: ({ products }) => products.join("; ") || "–",
          },
        ]}
      />
    </Panel>
  );
}
