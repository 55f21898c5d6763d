import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { FactList } from "@gandan/ui/fact-list";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { PublicationFigures } from "./publication-figures";
import { PublicationLinks } from "./publication-links";

interface PublishedPageProps {
  base: string;
  publication: Awaited<ReturnType<Caller["publication"]["publishedOne"]>>;
}

/** One publication as it was signed. */
export function PublishedPage({ base, publication }: PublishedPageProps) {
  const t = useT();
  const format = useFormat();
  const { id, title, from, to, signedAt, signer, snapshot, remark, corrects, correctedBy } = publication;
  const here = `${base}/publications`;
  return (
    <>
      <PageHead
        title={t("publication.of", { title, from: format.date(from), to: format.date(to) })}
        lead={t("publication.signedLead", { time: format.dateTime(signedAt), signer: signer ?? "–" })}
      />
      <PublicationLinks base={here} corrects={corrects} correctedBy={correctedBy} />
      <PublicationFigures snapshot={snapshot} />
      {remark ? (
        <Panel id="remark" title={t("publication.remark")}>
          <p className="pre-line">{remark}</p>
        </Panel>
      ) : null}
      <p>
        <a href={`${here}/${id}.pdf`}>{t("publication.paper")}</a>
        {" · "}
        <a href={here}>{t("publication.public.all")}</a>
      </p>
      <FactList
        facts={[
          { term: t("publication.checksum"), value: <code>{publication.checksum}</code> },
          { term: t("publication.hash"), value: <code>{publication.hash}</code> },
        ]}
      />
    </>
  );
}
