import { useFormat, useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { Notice } from "@gandan/ui/notice";

interface DoneNoticeProps {
  /** What was done, as the address says it. */
  done: string;
  dossier: { externalCode: string; promisedAt: Date | null };
  path: string;
}

/** Says that a deed was recorded; after receiving, what comes next at the desk. */
export function DoneNotice({ done, dossier, path }: DoneNoticeProps) {
  const t = useT();
  const format = useFormat();
  const { externalCode, promisedAt } = dossier;
  if (done !== "received") return <Notice tone="met" announce="polite" title={t("dossier.desk.done")} />;
  const again = <ButtonLink href={`${path}/dossiers/new`}>{t("dossier.desk.again")}</ButtonLink>;
  return (
    <Notice tone="met" announce="polite" title={t("dossier.done.received", { code: externalCode })} action={again}>
      {promisedAt
        ? t("dossier.desk.receivedText", { due: format.dateTime(promisedAt) })
        : t("dossier.desk.receivedOpen")}
    </Notice>
  );
}
