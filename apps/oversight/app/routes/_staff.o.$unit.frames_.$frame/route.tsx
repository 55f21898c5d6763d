import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { FrameChanges } from "../../index-frame/frame-changes";
import { FrameTree } from "../../index-frame/frame-tree";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const SAVED = ["saved", "created", "withdrawn", "done"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { yaml: _, ...frame } = await orResponse(t, caller.frame.read({ unitId, frameId: args.params.frame ?? "" }));
  const asked = new URL(args.request.url).searchParams.get("saved");
  const saved = SAVED.find((one) => one === asked) ?? null;
  const title = t("shell.titleWithUnit", { page: frame.title, unit: unit.name });
  return { title, path, frame, mayEdit: frame.mayEdit && !unit.ended, saved };
}

/** One frame as it will be, or is, before the units: what it asks, what it weighs, what differs from the year before. */
export default function FramePage() {
  const { path, frame, mayEdit, saved } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const year = String(frame.year);
  const unknown = frame.nodes.filter(({ filledBy }) => filledBy?.title === null);
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/frames`, label: t("indexFrame.title") },
        ]}
        current={t("indexFrame.ofYear", { year })}
      />
      <PageHead
        title={frame.title}
        lead={
          <>
            <Badge tone={frame.state === "published" ? "accent" : "line"}>{t(`indexFrame.state.${frame.state}`)}</Badge>{" "}
            {frame.sample ? <Badge tone="line">{t("indexFrame.sample")}</Badge> : null}{" "}
            {t("indexFrame.page.lead", {
              fields: format.number(frame.nodes.filter(({ depth }) => depth === 0).length),
              leaves: format.number(frame.nodes.filter(({ leaf }) => leaf !== null).length),
              total: format.number(frame.total),
            })}
          </>
        }
        actions={
          <ButtonLink icon="download" href={`${path}/frames/${frame.id}/yaml`} download>
            {t("indexFrame.page.download")}
          </ButtonLink>
        }
      />
      {saved ? <Notice tone="met" announce="polite" title={t(`indexFrame.page.${saved}`, { year })} /> : null}
      <Decision />
      {frame.sample ? (
        <Notice tone="info" title={t("index.sample")}>
          {mayEdit ? t("indexFrame.page.sampleText") : null}
        </Notice>
      ) : null}
      {frame.units === 0 ? <Notice tone="pending" title={t("indexFrame.page.nobody", { year })} /> : null}
      {unknown.length > 0 ? (
        <Notice tone="pending" title={t("indexFrame.page.unknownRules", { count: unknown.length, year })}>
          {t("indexFrame.page.unknownRulesText")}
        </Notice>
      ) : null}
      {frame.before ? <FrameChanges year={frame.before.year} changes={frame.before.changes} /> : null}
      <Panel
        id="tree"
        title={t("indexFrame.page.tree")}
        aside={t("indexFrame.diff.points", { points: format.number(frame.total) })}
        flush
      >
        <FrameTree nodes={frame.nodes} />
      </Panel>
      {frame.classes.length > 0 ? (
        <Panel id="classes" title={t("indexFrame.page.classes")}>
          <ul>
            {frame.classes.map(({ id, title, from }) => (
              <li key={id}>
                {title}: {t("indexFrame.page.classFrom", { from: format.number(from) })}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {mayEdit && frame.state === "draft" ? (
        <form method="post" action={`${path}/frames`} className="row no-print">
          <input type="hidden" name="frameId" value={frame.id} />
          <Button kind="quiet" name="act" value="discard">
            {t("indexFrame.page.discard")}
          </Button>
        </form>
      ) : null}
    </div>
  );
}

/** What can be done with the frame now; the page's only filled button. */
function Decision() {
  const { path, frame, mayEdit } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const year = String(frame.year);
  const here = `${path}/frames/${frame.id}`;
  if (frame.state === "draft") {
    return (
      <NextBanner
        id="next"
        icon="list-checks"
        title={t("indexFrame.page.ready", { total: format.number(frame.total) })}
        text={mayEdit ? t("indexFrame.page.readyText", { count: frame.units }) : t("indexFrame.next.readOnly")}
        actions={
          mayEdit ? (
            <>
              <ButtonLink kind="primary" href={`${here}/publish`}>
                {t("indexFrame.page.publish", { year })}
              </ButtonLink>
              <ButtonLink icon="pencil" href={`${here}/edit`}>
                {t("indexFrame.page.edit")}
              </ButtonLink>
            </>
          ) : null
        }
      />
    );
  }
  const published = t("indexFrame.page.published", { date: format.date(frame.publishedAt) });
  return (
    <NextBanner
      id="next"
      icon="chart-column"
      title={frame.own ? published : `${t("indexFrame.page.fromAbove", { unit: frame.by })} ${published}`}
      text={t("indexFrame.page.publishedText", {
        entered: format.number(frame.entered),
        units: format.number(frame.units),
      })}
      actions={
        <>
          <ButtonLink kind="primary" href={`${path}/index?year=${year}`}>
            {t("indexFrame.page.ranking", { year })}
          </ButtonLink>
          {mayEdit && frame.entered === 0 ? (
            <ButtonLink href={`${here}/withdraw`}>{t("indexFrame.page.withdraw")}</ButtonLink>
          ) : null}
        </>
      }
    />
  );
}
