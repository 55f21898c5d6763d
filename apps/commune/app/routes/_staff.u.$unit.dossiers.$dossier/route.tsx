import { useFormat, useT } from "@gandan/i18n/translation";
import { dossierId } from "@gandan/model/dossier/list-dossiers";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { FactList } from "@gandan/ui/fact-list";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { DossierClockPanel } from "../../dossier/dossier-clock-panel";
import { DossierNext } from "../../dossier/dossier-next";
import { DossierOutcomes } from "../../dossier/dossier-outcomes";
import { timelineEntry } from "../../dossier/timeline-entry";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, unit, unitId, path } = await unitCaller(args);
  const id = dossierId.safeParse({ dossierId: args.params.dossier });
  if (!id.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const dossier = await orResponse(t, caller.dossier.read({ unitId, ...id.data }));
  const title = t("shell.titleWithUnit", { page: dossier.externalCode, unit: unit.name });
  return { title, dossier, path, now: ctx.now };
}

/** Shows the phone number; the reading is logged. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  return orResponse(t, caller.dossier.revealPhone({ unitId, dossierId: args.params.dossier ?? "" }));
}

export default function Dossier() {
  const { dossier, path, now } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const phone = shown?.phone ?? (
    <Form method="post">
      <Button size="small">{t("dossier.showPhone")}</Button> <span className="muted">{t("dossier.phoneLogged")}</span>
    </Form>
  );
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/dossiers`, label: t("dossier.title") },
        ]}
        current={t("dossier.one", { code: dossier.externalCode })}
      />
      <PageHead
        title={dossier.procedureName}
        lead={
          <>
            {[dossier.externalCode, dossier.applicantName].filter(Boolean).join(" · ")} ·{" "}
            <Badge>{t(`dossier.state.${dossier.state}`)}</Badge>
          </>
        }
      />
      <DossierNext dossier={dossier} now={now} />
      {dossier.clock ? <DossierClockPanel clock={dossier.clock} apologised={dossier.apologyAt !== null} /> : null}
      <div className="two">
        <div className="stack-5">
          <Panel id="events" title={t("dossier.event.title")}>
            <EventTimeline events={dossier.events.map((event) => timelineEntry(t, format, event, dossier.events))} />
          </Panel>
          <Panel id="info" title={t("dossier.info")}>
            <FactList
              facts={[
                { term: t("dossier.procedureCode"), value: dossier.procedureCode },
                { term: t("dossier.groupLabel"), value: t.find(`dossier.group.${dossier.procedureGroup}`) ?? "–" },
                { term: t("dossier.channelLabel"), value: t(`dossier.channel.${dossier.channel}`) },
                { term: t("dossier.term"), value: dossier.term ? termText(dossier.term) : "–" },
                { term: t("dossier.officer"), value: dossier.officer ?? "–" },
                { term: t("dossier.phone"), value: dossier.hasPhone ? phone : "–" },
              ]}
            />
          </Panel>
        </div>
        <DossierOutcomes judged={dossier.judged} path={path} />
      </div>
    </div>
  );

  function termText(term: string): string {
    const [value, unit] = term.startsWith("same-day") ? ["", "same-day"] : term.split(" ");
    return t.find(`procedure.termText.${unit}`, { count: Number(value) }) ?? term;
  }
}
