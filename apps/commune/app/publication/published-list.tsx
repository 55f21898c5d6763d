import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";

export type Published = Awaited<ReturnType<Caller["publication"]["published"]>>;

/** What a unit has published, the newest first, with what was corrected since. */
export function PublishedLines({ base, publications }: { base: string; publications: Published["publications"] }) {
  const t = useT();
  const format = useFormat();
  return (
    <ul className="lines">
      {publications.map(({ id, title, from, to, signedAt, corrects, corrected }) => (
        <li key={id}>
          <a href={`${base}/publications/${id}`}>
            {t("publication.of", { title, from: format.date(from), to: format.date(to) })}
          </a>
          <span className="soft">
            {format.date(signedAt)}
            {corrects ? ` · ${t("publication.correction")}` : ""}
            {corrected ? ` · ${t("publication.corrected")}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface PublishedListProps {
  base: string;
  unit: string;
  published: Published;
}

/** The page of all that a unit has published. */
export function PublishedList({ base, unit, published }: PublishedListProps) {
  const t = useT();
  const format = useFormat();
  const { publications, standsSince } = published;
  return (
    <>
      <PageHead title={t("publication.public.title")} lead={t("publication.public.lead")} />
      {standsSince ? <p>{t("publication.public.standing", { date: format.date(standsSince) })}</p> : null}
      {publications.length === 0 ? (
        <EmptyState
          icon="file-text"
          level={2}
          title={t("publication.public.none", { unit })}
          text={t("publication.public.noneText")}
        />
      ) : (
        <PublishedLines base={base} publications={publications} />
      )}
    </>
  );
}
