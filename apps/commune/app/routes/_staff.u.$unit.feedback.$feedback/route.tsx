import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import { feedbackId } from "@gandan/model/feedback/feedback-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { FactList } from "@gandan/ui/fact-list";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import {
  AnswerPanel,
  AssignPanel,
  DeclinePanel,
  type FeedbackView,
  RestoreForm,
  ThankPanel,
} from "../../feedback/answer-panels";
import type { actOnFeedback, ShownContact } from "../../feedback/feedback-acts.server";
import { PhotoList } from "../../feedback/follow-page";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const DEEDS = ["answered", "corrected", "declined", "restored", "assigned", "sorted", "entered"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const id = feedbackId.safeParse({ feedbackId: args.params.feedback });
  if (!id.success) throw new Response(t("error.feedback.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const view = await orResponse(t, caller.feedback.read({ unitId, ...id.data }));
  const asked = new URL(args.request.url).searchParams.get("done");
  const done = DEEDS.find((deed) => deed === asked);
  const heading = t("feedback.staff.one", { number: view.number });
  const title = t("shell.titleWithUnit", { page: heading, unit: unit.name });
  const said = done ? t(`feedback.staff.done.${done}`, { number: view.number }) : null;
  return { title, heading, view, path, said };
}

export { actOnFeedback as action } from "../../feedback/feedback-acts.server";

/** One feedback: what it says, what happened, and what to do. */
export default function Feedback() {
  const { heading, view, path, said } = useLoaderData<typeof loader>();
  const result = useActionData<typeof actOnFeedback>();
  const failure = result && "problem" in result && result.problem !== undefined ? result : null;
  const shown = result && "contact" in result && result.contact ? result.contact : null;
  const t = useT();
  const format = useFormat();
  const here = `${path}/feedback/${view.id}`;
  const open = view.state === "open";
  const elsewhere = failure && failure.act !== "answer" && failure.act !== "decline";
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: `${path}/feedback`, label: t("feedback.title") }]}
        current={heading}
      />
      <PageHead title={heading} lead={t(`feedback.topic.${view.topic}`)} />
      {elsewhere ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !result ? <Toast>{said}</Toast> : null}
      <State view={view} />
      <Panel id="said" title={t("feedback.staff.text")}>
        <div className="stack-4">
          <p className="pre-line">{view.text}</p>
          <PhotoList base={here} photos={view.photos} label={(n) => t("feedback.follow.photo", { place: n })} />
          <FactList
            facts={[
              { term: t("feedback.follow.place"), value: view.place },
              { term: t("feedback.staff.source"), value: t(`feedback.source.${view.source}`) },
              { term: t("feedback.staff.received"), value: format.dateTime(view.receivedAt) },
              {
                term: t("feedback.staff.assigned"),
                value: view.assignedName ?? t(`feedback.staff.${view.topic === "staff" ? "leaders" : "desk"}`),
              },
              { term: t("feedback.staff.contact"), value: <Contact view={view} shown={shown} /> },
            ]}
          />
        </div>
      </Panel>
      {view.mayAnswer && view.state !== "declined" ? <AnswerPanel view={view} failure={failure} /> : null}
      {view.mayLead && open ? <AssignPanel view={view} /> : null}
      {view.mayLead && open ? <DeclinePanel view={view} failure={failure} /> : null}
      {view.letterId || (view.mayThank && (!open || view.topic === "praise")) ? (
        <ThankPanel view={view} path={path} />
      ) : null}
      <Panel id="history" title={t("feedback.staff.history")}>
        <EventTimeline
          events={view.steps.map(({ seq, at, kind, text, reason, by, to, topic }, i) => ({
            key: String(seq),
            dateTime: at.toISOString(),
            date: format.date(at),
            time: format.time(at),
            title: `${stepTitle(t, kind, { reason, to, topic })} – ${by ?? t("feedback.staff.citizen")}`,
            detail: text ? <span className="pre-line">{text}</span> : null,
            mark: i === 0 ? "now" : undefined,
          }))}
        />
      </Panel>
    </div>
  );
}

type Told = Pick<FeedbackView["steps"][number], "reason" | "to" | "topic">;

function stepTitle(t: Translate, kind: string, { reason, to, topic }: Told): string {
  const params = {
    reason: reason ? t(`feedback.reason.${reason}`) : "",
    to: to ?? t("feedback.staff.desk"),
    topic: topic ? t(`feedback.topic.${topic}`) : "",
  };
  return t.find(`feedback.staff.step.${kind}`, params) ?? kind;
}

function State({ view }: { view: FeedbackView }) {
  const t = useT();
  const format = useFormat();
  const { state, late, needsAnswer, reason } = view;
  const again = view.waitsSince > view.receivedAt;
  const waits = late ? "late" : !needsAnswer ? "noAnswer" : again ? "again" : "open";
  const says = state === "open" ? waits : state;
  const tone = late ? "missed" : state === "solved" ? "met" : state === "open" && needsAnswer ? "pending" : "neutral";
  return (
    <NextBanner
      id="next"
      icon={late ? "octagon-x" : state === "solved" ? "circle-check" : "message-square-text"}
      tone={tone}
      title={t(`feedback.staff.next.${says}`, {
        due: format.dateTime(view.dueAt),
        reason: reason ? t(`feedback.reason.${reason}`) : "",
      })}
      actions={view.mayLead && state === "declined" ? <RestoreForm view={view} /> : undefined}
    />
  );
}

function Contact({ view, shown }: { view: FeedbackView; shown: ShownContact["contact"] | null }) {
  const t = useT();
  if (!view.hasContact) return <>{t("feedback.staff.anonymous")}</>;
  if (shown) return <>{[shown.name, shown.phone, shown.email].filter(Boolean).join(" · ")}</>;
  if (!view.mayAnswer) return <>{t("feedback.follow.hasContact")}</>;
  return (
    <Form method="post" className="row">
      <Button size="small" name="act" value="contact" describedBy="reveal-hint">
        {t("feedback.staff.reveal")}
      </Button>
      <span className="hint" id="reveal-hint">
        {t("feedback.staff.revealHint")}
      </span>
    </Form>
  );
}
