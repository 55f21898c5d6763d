import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { ApplicationTable } from "../../yardstick/application-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const saved = new URL(args.request.url).searchParams.get("saved");
  const page = await orResponse(t, caller.yardstick.list({ unitId }));
  const title = t("shell.titleWithUnit", { page: t("yardstick.title"), unit: unit.name });
  return { title, path, ...page, mayApply: page.mayApply && !unit.ended, ended: unit.ended, saved };
}

/** Which yardsticks judge the units below, since when, by which document. */
export default function Yardsticks() {
  const { path, applications, unitsBelow, mayApply, ended, saved } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const first = applications.find(({ state }) => state === "running") ?? applications[0];
  const shown = first?.state === "over" ? undefined : first;
  const coming = applications.find(({ state }) => state === "coming");
  const told =
    saved === "apply" && coming
      ? t("yardstick.saved.apply", { from: format.date(coming.from) })
      : saved === "end" || saved === "withdraw"
        ? t(`yardstick.saved.${saved}`)
        : null;
  const running = shown?.state === "running";
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.compare") }]}
        current={t("yardstick.title")}
      />
      <PageHead title={t("yardstick.title")} lead={t("yardstick.lead")} />
      {told ? <Notice tone="met" announce="polite" title={told} /> : null}
      {ended ? null : (
        <NextBanner
          id="next"
          icon="scale"
          title={
            !shown
              ? t("yardstick.next.none", { units: unitsBelow })
              : running
                ? t("yardstick.next.running", { title: shown.title, units: unitsBelow })
                : t("yardstick.next.coming", { title: shown.title, from: format.date(shown.from) })
          }
          text={
            !mayApply
              ? t("yardstick.next.readOnly")
              : running
                ? t("yardstick.next.runningText", {
                    from: format.date(shown.from),
                    basis: shown.basis ?? t("yardstick.basisMissing"),
                  })
                : t("yardstick.next.noneText")
          }
          actions={
            mayApply ? (
              <ButtonLink kind="primary" href={`${path}/yardsticks/apply`}>
                {t(shown ? "yardstick.applyOther" : "yardstick.apply")}
              </ButtonLink>
            ) : null
          }
        />
      )}
      <Panel id="applications" title={t("yardstick.caption")} flush>
        <ApplicationTable
          path={path}
          rows={applications}
          mayApply={mayApply}
          empty={<EmptyState icon="scale" title={t("yardstick.empty")} text={t("yardstick.emptyText")} />}
        />
      </Panel>
    </div>
  );
}
