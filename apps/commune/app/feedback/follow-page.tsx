import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { FactList } from "@gandan/ui/fact-list";
import { Field } from "@gandan/ui/field";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";

type Followed = Awaited<ReturnType<Caller["feedback"]["follow"]>>;

/** Where a feedback stands, for who gave it: the answer, and whether it is solved. No script. */
export function FollowPage(props: {
  followed: Followed;
  /** Path of the page. */
  here: string;
  petitionHref: string;
  now: Date;
  /** What was just done, as a sentence. */
  said: string | null;
  problem: string | null;
  /** What was typed when it could not be sent. */
  typed: string;
}) {
  const { followed, here, petitionHref, now, said, problem, typed } = props;
  const t = useT();
  const format = useFormat();
  const { number, topic, text, place, photos, steps, receivedAt } = followed;
  return (
    <div className="stack-5">
      <PageHead title={t("feedback.follow.title", { number })} />
      {said ? <Notice tone="met" announce="polite" title={said} /> : null}
      {problem ? <Notice tone="missed" announce="now" title={problem} /> : null}
      <State followed={followed} now={now} />
      {followed.reason === "petition" ? (
        <p>
          <a href={petitionHref}>{t("feedback.public.petitionLink")}</a>
        </p>
      ) : null}
      <Panel id="history" title={t("feedback.follow.history")}>
        <EventTimeline
          events={[...steps].reverse().map(({ seq, at, kind, text: words, reason }, i) => ({
            key: String(seq),
            dateTime: at.toISOString(),
            date: format.date(at),
            time: format.time(at),
            title: stepTitle(t, kind, reason),
            detail: words ? <span className="pre-line">{words}</span> : null,
            mark: i === 0 ? "now" : undefined,
          }))}
        />
      </Panel>
      {followed.mayReopen ? (
        <Panel id="reopen" title={t("feedback.follow.notSolvedTitle")}>
          <form method="post" className="stack-4 no-print" noValidate>
            <Field
              id="text"
              name="text"
              control="textarea"
              rows={4}
              maxLength={3_000}
              label={t("feedback.follow.reopenText")}
              defaultValue={typed}
            />
            <Button name="act" value="reopen" size="large">
              {t("feedback.follow.reopen")}
            </Button>
          </form>
        </Panel>
      ) : null}
      <Panel id="yours" title={t("feedback.follow.yourText")}>
        <div className="stack-4">
          <p className="pre-line">{text}</p>
          <FactList
            facts={[
              { term: t("feedback.follow.topic"), value: t(`feedback.topic.${topic}`) },
              { term: t("feedback.follow.place"), value: place },
              { term: t("feedback.follow.received"), value: format.dateTime(receivedAt) },
            ]}
          />
          <PhotoList base={here} photos={photos} label={(n) => t("feedback.follow.photo", { place: n })} />
          <Contact known={followed.hasContact} />
        </div>
      </Panel>
    </div>
  );
}

function stepTitle(t: ReturnType<typeof useT>, kind: string, reason: Followed["reason"]): string {
  const said = reason ? t(`feedback.reason.${reason}`) : "";
  return t.find(`feedback.follow.step.${kind}`, { reason: said }) ?? kind;
}

/** What there is to say of where it stands, and the one thing to do. */
function State({ followed, now }: { followed: Followed; now: Date }) {
  const t = useT();
  const format = useFormat();
  const { state, reason, dueAt, needsAnswer, maySolve } = followed;
  const due = format.dateTime(dueAt);
  const waits = !needsAnswer ? "praise" : dueAt < now ? "late" : "open";
  const says = state === "open" ? waits : state;
  const tones = {
    open: "pending",
    late: "missed",
    praise: "met",
    answered: "pending",
    solved: "met",
    declined: "neutral",
  };
  return (
    <NextBanner
      id="state"
      icon={
        says === "solved" || says === "praise" ? "circle-check" : says === "late" ? "octagon-x" : "message-square-text"
      }
      tone={tones[says] as "pending" | "missed" | "met" | "neutral"}
      title={t(`feedback.follow.says.${says}`, { due, reason: reason ? t(`feedback.reason.${reason}`) : "" })}
      actions={
        maySolve ? (
          <form method="post">
            <Button kind="primary" size="large" name="act" value="solve">
              {t("feedback.follow.solve")}
            </Button>
          </form>
        ) : undefined
      }
    />
  );
}

/** The photos of a feedback, below `base`. */
export function PhotoList({ base, photos, label }: { base: string; photos: number; label: (place: number) => string }) {
  if (photos === 0) return null;
  const places = Array.from({ length: photos }, (_, i) => i + 1);
  return (
    <ul className="photos">
      {places.map((place) => (
        <li key={place}>
          <a href={`${base}/photo/${place}`}>
            <img src={`${base}/photo/${place}`} alt={label(place)} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Contact({ known }: { known: boolean }) {
  const t = useT();
  if (!known) return <p className="hint">{t("feedback.follow.noContact")}</p>;
  return (
    <form method="post" className="row no-print">
      <span className="hint">{t("feedback.follow.hasContact")}</span>
      <Button kind="quiet" name="act" value="remove-contact">
        {t("feedback.follow.removeContact")}
      </Button>
    </form>
  );
}
