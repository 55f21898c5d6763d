import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";

type Figures = Awaited<ReturnType<Caller["public"]["results"]>>["feedback"];

/** What became of the feedback of a month, on the public page; small numbers are not told. */
export function FeedbackFigures({ unit, figures }: { unit: PublicUnit; figures: Figures }) {
  const t = useT();
  const format = useFormat();
  return (
    <section className="stack" aria-labelledby="feedback">
      <h2 id="feedback">{t("feedback.figures.title")}</h2>
      {figures.received === null ? (
        <p>{t("feedback.figures.fewAll")}</p>
      ) : (
        <dl className="results">
          {(["received", "inTime", "solved"] as const).map((name) => {
            const n = figures[name];
            return (
              <div key={name} className="stat">
                <dt>{t(`feedback.figures.${name}`)}</dt>
                <dd>{n === null ? t("feedback.figures.few") : format.number(n)}</dd>
              </div>
            );
          })}
        </dl>
      )}
      <p className="hint">{t("feedback.figures.note")}</p>
      <p>
        <a href={publicHref(unit.slug, "feedback")}>{t("feedback.figures.send")}</a>
      </p>
    </section>
  );
}
