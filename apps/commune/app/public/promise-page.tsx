import type { Caller } from "@gandan/api/root.router";
import { useT } from "@gandan/i18n/translation";
import type { PublicUnit } from "@gandan/site/public/public-places";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";

type Promised = Awaited<ReturnType<Caller["public"]["promise"]>>;

/** What a unit has promised, slogan by slogan. */
export function PromisePage({ unit, promise }: { unit: PublicUnit; promise: Promised }) {
  const t = useT();
  const { slogans } = promise;
  const count = slogans.reduce((sum, { commitments }) => sum + commitments.length, 0);
  if (count === 0)
    return (
      <>
        <PageHead title={unit.name} />
        <EmptyState
          level={2}
          icon="handshake"
          title={t("public.promise.empty", { unit: unit.name })}
          text={t("public.promise.emptyText")}
        />
      </>
    );
  return (
    <>
      <PageHead title={promise.title} lead={t("public.promise.lead", { count })} />
      <section aria-labelledby="promise">
        <h2 id="promise">{t("public.promise.title")}</h2>
        <div className="promise">
          {slogans.map((slogan) => (
            <div key={slogan.id}>
              <h3>{slogan.title}</h3>
              <ul>
                {slogan.commitments.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
    </>
  );
}
