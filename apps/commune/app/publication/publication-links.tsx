import { useFormat, useT } from "@gandan/i18n/translation";
import { Notice } from "@gandan/ui/notice";

interface Link {
  id: string;
  at: Date;
  reason: string;
}

interface PublicationLinksProps {
  /** Address of a publication without its id. */
  base: string;
  corrects: Link | null;
  correctedBy: Link | null;
}

/** That a publication corrects another, or was corrected by one, with the reason and the way there. */
export function PublicationLinks({ base, corrects, correctedBy }: PublicationLinksProps) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {correctedBy ? (
        <Notice
          tone="pending"
          title={t("publication.correctedNote", {
            time: format.dateTime(correctedBy.at),
            reason: correctedBy.reason,
          })}
          action={<a href={`${base}/${correctedBy.id}`}>{t("publication.seeNew")}</a>}
        />
      ) : null}
      {corrects ? (
        <Notice
          tone="info"
          title={t("publication.correctsNote", { time: format.dateTime(corrects.at), reason: corrects.reason })}
          action={<a href={`${base}/${corrects.id}`}>{t("publication.seeOld")}</a>}
        />
      ) : null}
    </>
  );
}
