import { useFormat, useT } from "@gandan/i18n/translation";
import { petitionId } from "@gandan/model/petition/petition-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { FactList } from "@gandan/ui/fact-list";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { actOnPetition } from "../../petition/petition-acts.server";
import { PetitionHandOver } from "../../petition/petition-hand-over";
import { PetitionSealed } from "../../petition/petition-sealed";
import { PetitionDeeds, PetitionHistory, PetitionOpeners } from "../../petition/petition-steps";
import { petitionTermText } from "../../petition/petition-term";
import type { PetitionView } from "../../petition/petition-view";

const DONE = ["step", "back", "barred"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const asked = petitionId.safeParse({ petitionId: args.params.petition });
  if (!asked.success) throw new Response(t("error.petition.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const view = await orResponse(t, caller.petition.read({ unitId, ...asked.data }));
  const { searchParams } = new URL(args.request.url);
  const said = searchParams.get("done");
  const [handed] = /^\d{1,6}\/\d{4}$/.exec(searchParams.get("handed") ?? "") ?? [];
  const done = DONE.find((each) => each === said);
  const page = t("petition.page.title", { number: view.number });
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    path,
    view,
    ended: unit.ended,
    said: handed ? t("petition.page.handOver.done", { number: handed }) : done ? t(`petition.page.done.${done}`) : null,
  };
}

export const action = (args: ActionFunctionArgs) => actOnPetition(args);

/** One petition of the sealed register: where it stands, what comes next, and what it says once it is opened. */
export default function Petition() {
  const { path, view, ended, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const kind = t(`petition.kind.${view.kind}`);
  const title = t("petition.page.title", { number: view.number });
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/petitions`, label: t("petition.title") },
        ]}
        current={title}
      />
      <PageHead
        title={title}
        lead={t("petition.page.lead", {
          kind: view.instance === 2 ? t("petition.page.kindSecond", { kind }) : kind,
          way: t(`petition.way.${view.way}`),
          date: format.date(view.receivedAt),
        })}
      />
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      {said && !answer ? <Notice tone="met" announce="polite" title={said} /> : null}
      <NextStep view={view} />
      <PetitionHandOver view={view} />
      <PetitionSealed view={view} answer={answer} here={`${path}/petitions/${view.id}`} />
      {ended ? null : <PetitionDeeds view={view} answer={answer} />}
      <PetitionHistory view={view} answer={answer} />
      <Panel id="facts" title={t("petition.page.facts")}>
        <FactList
          facts={[
            { term: t("petition.page.state"), value: t(`petition.state.${view.state}`) },
            {
              term: t("petition.page.sender"),
              value: t(view.anonymous ? "petition.page.anonymous" : "petition.page.named"),
            },
            { term: t("petition.page.registeredBy"), value: view.registeredBy },
            {
              term: t("petition.page.extensions"),
              value: view.extensions > 0 ? format.number(view.extensions) : null,
            },
          ]}
        />
      </Panel>
      <PetitionOpeners view={view} />
    </div>
  );
}

function NextStep({ view: { next, late } }: { view: PetitionView }) {
  const t = useT();
  const format = useFormat();
  if (!next) return <NextBanner id="next" icon="info" title={t("petition.page.noNext")} />;
  const what = { step: t(`petition.next.${next.step}`), date: format.date(next.dueAt) };
  return (
    <NextBanner
      id="next"
      icon={late ? "octagon-x" : "calendar"}
      tone={late ? "missed" : "neutral"}
      title={t(late ? "petition.page.nextLate" : "petition.page.nextDue", what)}
      text={t("petition.page.nextText", { term: petitionTermText(t, next.value), law: next.legalReference })}
    />
  );
}
