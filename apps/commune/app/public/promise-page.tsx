import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { EmptyState } from "@gandan/ui/empty-state";
import { Icon } from "@gandan/ui/icon";
import { PageHead } from "@gandan/ui/page-head";
import { KeptFigure } from "./kept-figure";

type Promised = Awaited<ReturnType<Caller["public"]["promise"]>>;

interface PromisePageProps {
  unit: PublicUnit;
  promise: Promised;
}

/** What a unit has promised, slogan by slogan, each promise with how it was kept this month. */
export function PromisePage({ unit, promise }: PromisePageProps) {
  const t = useT();
  const format = useFormat();
  const { slogans, title, month, asOf } = promise;
  const count = slogans.reduce((sum, { commitments }) => sum + commitments.length, 0);
  return (
    <div className="stack-5">
      <PageHead title={title ?? unit.name} lead={count > 0 ? t("public.promise.lead", { count }) : undefined} />
      <WaysOn unit={unit} />
      {count === 0 ? (
        <EmptyState
          level={2}
          icon="handshake"
          title={t("public.promise.empty", { unit: unit.name })}
          text={t("public.promise.emptyText")}
        />
      ) : (
        <section aria-labelledby="promise">
          <h2 id="promise">{t("public.promise.title")}</h2>
          <p className="soft">
            {t("public.promise.month", { month: format.month(month) })}{" "}
            {asOf ? t("public.asOf", { time: format.dateTime(asOf) }) : null}
          </p>
          <div className="promise pub-promise">
            {slogans.map((slogan) => (
              <div key={slogan.id}>
                <h3>{slogan.title}</h3>
                <ul>
                  {slogan.commitments.map(({ id, text, kept }) => (
                    <li key={id}>
                      {text}
                      <span className={kept?.share == null ? "pub-kept pub-kept-none" : "pub-kept"}>
                        <KeptFigure kept={kept} />
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
          <p>
            <a href={publicHref(unit.slug, "results")}>{t("public.promise.results")}</a>
          </p>
        </section>
      )}
    </div>
  );
}

/** What most people came for. */
function WaysOn({ unit }: { unit: PublicUnit }) {
  const t = useT();
  return (
    <div className="half">
      <div>
        <h2>{t("public.promise.lookUp")}</h2>
        <p>{t("public.promise.lookUpText")}</p>
        <p>
          <a className="btn btn-primary" href={publicHref(unit.slug, "lookUp")}>
            <Icon name="search" />
            {t("public.promise.lookUpLink")}
          </a>
        </p>
      </div>
      <div>
        <h2>{t("public.promise.feedback")}</h2>
        <p>{t("public.promise.feedbackText")}</p>
        <p>
          <a className="btn" href={publicHref(unit.slug, "feedback")}>
            <Icon name="message-circle" />
            {t("public.promise.feedbackLink")}
          </a>
        </p>
      </div>
    </div>
  );
}
