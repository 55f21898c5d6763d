import { useFormat, useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { FactList } from "@gandan/ui/fact-list";
import { PageHead } from "@gandan/ui/page-head";
import type { FoundDossier } from "./found-dossier";
import { NextAct, stageOf } from "./next-act";

const MARKS = {
  "supplement-requested": "stop",
  "duty-requested": "stop",
  supplemented: "run",
  "duty-done": "run",
  apologised: "sorry",
} as const;

/** How a dossier stands, what its holder has to do, and what we wrote about it. */
export function LookUpResult({ unit, found }: { unit: PublicUnit; found: FoundDossier }) {
  const t = useT();
  const format = useFormat();
  const { externalCode, promisedAt, dueAt, desk, steps } = found;
  const isOver = found.finishedAt !== null || found.state === "withdrawn" || found.state === "not-accepted";
  const moved = promisedAt && dueAt && promisedAt.getTime() !== dueAt.getTime();
  return (
    <div className="stack-5">
      <PageHead title={t("lookUp.found.title", { code: externalCode })} lead={t(`lookUp.state.${stageOf(found)}`)} />
      <NextAct found={found} />
      {found.survey ? (
        <section aria-labelledby="survey">
          <h2 id="survey">{t("lookUp.found.survey")}</h2>
          <p>{t("lookUp.found.surveyText")}</p>
          <p>
            <a className="btn btn-primary" href={found.survey}>
              {t("lookUp.found.surveyLink")}
            </a>
          </p>
        </section>
      ) : null}
      <section aria-labelledby="facts">
        <h2 id="facts">{t("lookUp.found.facts")}</h2>
        <FactList
          facts={[
            { term: t("lookUp.found.procedure"), value: found.procedureName },
            { term: t("lookUp.found.received"), value: format.dateTime(found.receivedAt) },
            {
              term: t("lookUp.found.due"),
              value: dueAt ? format.dateTime(dueAt) : isOver ? null : t("lookUp.found.noDue"),
            },
            { term: t("lookUp.found.newDue"), value: moved ? format.dateTime(promisedAt) : null },
            { term: t("lookUp.found.finished"), value: found.finishedAt ? format.dateTime(found.finishedAt) : null },
            {
              term: t("lookUp.found.handedOver"),
              value: found.handedOverAt ? format.dateTime(found.handedOverAt) : null,
            },
            { term: t("lookUp.found.desk"), value: desk.phone ? `${desk.name}, ${desk.phone}` : desk.name },
          ]}
        />
      </section>
      <Letters unit={unit} found={found} />
      <section aria-labelledby="steps">
        <h2 id="steps">{t("lookUp.found.steps")}</h2>
        <EventTimeline
          events={steps.map(({ type, at }, i) => ({
            key: `${type} ${steps.length - i}`,
            dateTime: format.iso(at),
            date: format.date(at),
            time: format.time(at),
            title: t(`lookUp.step.${type}`),
            mark: MARKS[type as keyof typeof MARKS],
          }))}
        />
      </section>
      <p className="soft">{t("lookUp.found.asOf", { time: format.dateTime(found.asOf) })}</p>
      <p>
        <a href={publicHref(unit.slug, "lookUp")}>{t("lookUp.again")}</a>
        {" · "}
        <a href={publicHref(unit.slug, "feedback")}>{t("lookUp.found.feedback")}</a>
      </p>
    </div>
  );
}

function Letters({ unit, found }: { unit: PublicUnit; found: FoundDossier }) {
  const t = useT();
  const format = useFormat();
  if (found.letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{t("lookUp.found.letters")}</h2>
      <ul className="lines">
        {found.letters.map(({ title, sign, signedAt, proof }) => (
          <li key={sign}>
            <span>{t("lookUp.found.letter", { title, sign, date: format.date(signedAt) })}</span>
            {proof ? <a href={`/letter/${unit.slug}/${proof}`}>{t("lookUp.found.genuine")}</a> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
