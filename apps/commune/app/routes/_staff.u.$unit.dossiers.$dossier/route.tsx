import { useFormat, useT } from "@gandan/i18n/translation";
import { dossierId as idOf } from "@gandan/model/dossier/list-dossiers";
import { keepingAction } from "@gandan/site/kept/keeping-action";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { FactList } from "@gandan/ui/fact-list";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readDeed } from "../../dossier/deed-form.server";
import { DeedPanel } from "../../dossier/deed-panel";
import { DoneNotice } from "../../dossier/done-notice";
import { DossierClockPanel } from "../../dossier/dossier-clock-panel";
import { DossierNext, isEnded } from "../../dossier/dossier-next";
import { DossierOutcomes } from "../../dossier/dossier-outcomes";
import { FormList, FormOfEvent } from "../../dossier/form-list";
import { Shortcuts } from "../../dossier/shortcuts";
import { termText } from "../../dossier/term-text";
import { timelineEntry } from "../../dossier/timeline-entry";
import { DossierLetters } from "../../letter/dossier-letters";
import { DossierInvitation } from "../../surveys/dossier-invitation";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, unit, unitId, path } = await unitCaller(args);
  const id = idOf.safeParse({ dossierId: args.params.dossier });
  if (!id.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const mayInvite = !unit.ended && unit.permissions.includes("dossier:act");
  const [dossier, letters, invites] = await Promise.all([
    orResponse(t, caller.dossier.read({ unitId, ...id.data })),
    orResponse(t, caller.letter.ofDossier({ unitId, ...id.data })),
    mayInvite ? orResponse(t, caller.survey.byDossier({ unitId })) : null,
  ]);
  const title = t("shell.titleWithUnit", { page: dossier.externalCode, unit: unit.name });
  const done = new URL(args.request.url).searchParams.get("done");
  const sent = new URL(args.request.url).searchParams.has("invited");
  const deeds = unit.ended ? [] : dossier.deeds;
  const written = unit.ended ? { ...letters, kinds: [] } : letters;
  return {
    title,
    dossier: { ...dossier, deeds },
    letters: written,
    invites: invites && { ...invites, sent },
    path,
    now: ctx.now,
    done,
  };
}

/** Does a deed with the dossier; without one, shows the phone number, whose reading is logged. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const asked = idOf.safeParse({ dossierId: args.params.dossier });
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { dossierId } = asked.data;
  const form = await args.request.formData();
  const none = { values: {} as Record<string, string>, errors: {} as Record<string, string>, problem: null };
  if (!form.has("deed")) {
    const { phone } = await orResponse(t, caller.dossier.revealPhone({ unitId, dossierId }));
    return data({ ...none, phone });
  }
  const { input, values, refusal } = readDeed(form, dossierId, t);
  if (!input) return data({ ...refusal, problem: null, phone: null }, 422);
  try {
    await caller.dossier.act({ unitId, ...input });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ values, errors: none.errors, problem: text, phone: null }, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(`${path}/dossiers/${dossierId}?done=${input.deed.type}`);
}

export const clientAction = keepingAction();

export default function Dossier() {
  const { dossier, letters, invites, path, now, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const phone = answer?.phone ?? (
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
        actions={
          <ButtonLink id="print" icon="printer" href={`${path}/dossiers/${dossier.id}/receipt.pdf`}>
            {t("dossier.desk.printReceipt")}
          </ButtonLink>
        }
      />
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      {done && !answer ? <DoneNotice done={done} dossier={dossier} path={path} /> : null}
      {dossier.doubt ? <Notice tone="pending" title={t(`dossier.doubt.${dossier.doubt}`)} /> : null}
      <DossierNext dossier={dossier} now={now} />
      <DeedPanel
        dossier={{ ...dossier, running: dossier.dueAt !== null && !dossier.finishedAt && !isEnded(dossier.state) }}
        failure={answer?.values.deed ? answer : null}
        path={path}
      />
      {dossier.clock ? <DossierClockPanel clock={dossier.clock} apologised={dossier.apologyAt !== null} /> : null}
      <div className="two">
        <div className="stack-5">
          <Panel id="events" title={t("dossier.event.title")}>
            <EventTimeline
              events={dossier.events.map((event) => {
                const entry = timelineEntry(t, format, event, dossier.events);
                const form = <FormOfEvent dossier={dossier} path={path} seq={event.seq} />;
                return {
                  ...entry,
                  detail: (
                    <>
                      {entry.detail}
                      {form}
                    </>
                  ),
                };
              })}
            />
          </Panel>
          <FormList dossier={dossier} path={path} />
          {invites?.asks && dossier.finishedAt ? (
            <DossierInvitation dossierId={dossier.id} path={path} byMail={invites.byMail} sent={invites.sent} />
          ) : null}
          <DossierLetters dossierId={dossier.id} {...letters} path={path} />
          <Panel id="info" title={t("dossier.info")}>
            <FactList
              facts={[
                { term: t("dossier.procedureCode"), value: dossier.procedureCode },
                { term: t("dossier.groupLabel"), value: t.find(`dossier.group.${dossier.procedureGroup}`) ?? "–" },
                { term: t("dossier.channelLabel"), value: t(`dossier.channel.${dossier.channel}`) },
                { term: t("dossier.term"), value: dossier.term ? termText(t, dossier.term) : "–" },
                { term: t("dossier.officer"), value: dossier.officer ?? "–" },
                { term: t("dossier.phone"), value: dossier.hasPhone ? phone : "–" },
              ]}
            />
          </Panel>
        </div>
        <DossierOutcomes judged={dossier.judged} path={path} />
      </div>
      <Shortcuts
        focus={done === "received" && !answer ? "print" : undefined}
        shortcuts={[
          { letter: "I", target: "print", label: t("dossier.desk.printReceipt") },
          ...(done === "received" ? [{ letter: "N", target: "again", label: t("dossier.desk.again") }] : []),
        ]}
      />
    </div>
  );
}
