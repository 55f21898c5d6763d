import { useFormat, useT } from "@gandan/i18n/translation";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { formSheet } from "@gandan/model/survey/form-sheet";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { Icon } from "@gandan/ui/icon";

/** Where else to go: feedback is answered, a sheet is not. */
function NextSteps({ unit, another }: { unit: PublicUnit; another?: string }) {
  const t = useT();
  return (
    <>
      <section className="stack" aria-labelledby="next">
        <h2 id="next">{t("answering.thanks.next")}</h2>
        <p>{t("answering.thanks.feedbackText")}</p>
        {unit.phone ? (
          <p>
            {t("answering.thanks.phone")}{" "}
            <a className="nowrap" href={`tel:${unit.phone.replace(/[^+\d]/g, "")}`}>
              {unit.phone}
            </a>
          </p>
        ) : null}
        <a className="btn btn-w btn-l" href={publicHref(unit.slug, "feedback")}>
          {t("answering.thanks.feedback")}
        </a>
      </section>
      <ul className="plain stack">
        <li>
          <a href={publicHref(unit.slug, "results")}>{t("answering.thanks.results")}</a>
        </li>
        <li>
          <a href={publicHref(unit.slug, "promise")}>{t("answering.thanks.unit", { unit: unit.name })}</a>
        </li>
        {another ? (
          <li>
            <a href={another}>{t("answering.thanks.another")}</a>
          </li>
        ) : null}
      </ul>
    </>
  );
}

interface ThanksProps {
  unit: PublicUnit;
  form: SurveyForm | null;
  language: string;
  /** Where the next one answers, at a place where many do. */
  another?: string;
}

/** After a sheet was taken. */
export function Thanks({ unit, form, language, another }: ThanksProps) {
  const t = useT();
  const sheet = form ? formSheet(form, language) : null;
  const thanks = sheet?.thanks;
  return (
    <div className="stack-5">
      <div lang={sheet?.labels ? language : undefined}>
        <span className="out out-met">
          <Icon name="circle-check" />
          {t("answering.thanks.sent")}
        </span>
        <h1 className="ask-head">{t("answering.thanks.title")}</h1>
        <p className="soft ask-lead">
          {t("answering.thanks.text")}
          {thanks ? (
            <>
              {" "}
              <span lang={language}>{thanks}</span>
            </>
          ) : null}
        </p>
      </div>
      <NextSteps unit={unit} {...(another ? { another } : {})} />
    </div>
  );
}

export type NotAskingPage =
  | { state: "unknown" | "retired" | "closed" }
  | { state: "spent" }
  | { state: "early"; dueAt: Date | null }
  | { state: "expired"; on: string };

/** In place of a sheet that is not asked: why, and what can be done instead. */
export function NotAsked({ unit, why }: { unit: PublicUnit; why: NotAskingPage }) {
  const t = useT();
  const format = useFormat();
  const date = why.state === "expired" ? format.date(why.on) : "";
  return (
    <div className="stack-5">
      <div>
        <h1>{t(`answering.not.${why.state}.title`)}</h1>
        <p className="soft ask-lead">
          {why.state === "early" && why.dueAt
            ? `${t("answering.not.early.due", { time: format.dateTime(why.dueAt) })} `
            : ""}
          {t(`answering.not.${why.state}.text`, { date })}
        </p>
      </div>
      <NextSteps unit={unit} />
    </div>
  );
}
