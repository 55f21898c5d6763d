import { useFormat, useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";

/** The number of a petition that was received, and the one time that its code is shown. */
export function PetitionReceipt({
  unit,
  receipt,
}: {
  unit: PublicUnit;
  receipt: { number: string; receivedAt: Date; files: number; code: string };
}) {
  const t = useT();
  const format = useFormat();
  const { number, receivedAt, files, code } = receipt;
  return (
    <div className="stack-5">
      <PageHead
        title={t("petition.public.sent.title")}
        lead={t("petition.public.sent.lead", { number, time: format.dateTime(receivedAt) })}
      />
      {files > 0 ? <p>{t("petition.public.sent.files", { count: files })}</p> : null}
      <section className="stack" aria-labelledby="code-title">
        <h2 id="code-title">{t("petition.public.sent.code")}</h2>
        <p className="lead">
          <strong id="code">{code}</strong>
        </p>
        <Notice tone="pending" title={t("petition.public.sent.keep")}>
          {t("petition.public.sent.keepText")} {t("petition.public.sharedDevice")}
        </Notice>
      </section>
      <p>
        <a href={`${publicHref(unit.slug, "petition")}/follow`}>{t("petition.public.follow.title")}</a>
      </p>
    </div>
  );
}
