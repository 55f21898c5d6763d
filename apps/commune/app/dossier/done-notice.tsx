import { useFormat, useT } from "@gandan/i18n/translation";
import type { DossierFact } from "@gandan/model/dossier/dossier-event";
import { formsOfDossier } from "@gandan/model/form/forms-of-dossier";
import { ButtonLink } from "@gandan/ui/button";
import { Notice } from "@gandan/ui/notice";
import { formHref } from "./form-list";

interface DoneNoticeProps {
  /** What was done, as the address says it. */
  done: string;
  dossier: {
    id: string;
    externalCode: string;
    promisedAt: Date | null;
    applicantName: string | null;
    events: readonly { seq: number; fact: DossierFact }[];
  };
  path: string;
}

/** Deeds that end with a paper for the citizen. */
const FORM_OF_DEED: Record<string, string> = { "request-supplement": "02", refuse: "03", stop: "05" };

/** Says that a deed was recorded, with the paper that it asks for; after receiving, what comes next at the desk. */
export function DoneNotice({ done, dossier, path }: DoneNoticeProps) {
  const t = useT();
  const format = useFormat();
  const { externalCode, promisedAt } = dossier;
  if (done !== "received") {
    const form = formsOfDossier(dossier.applicantName, dossier.events)
      .reverse()
      .find((offered) => offered.form === FORM_OF_DEED[done] && offered.missing.length === 0);
    const print = form ? (
      <ButtonLink icon="printer" href={formHref(path, dossier.id, form, "pdf")}>
        {t("form.print", { form: form.form })}
      </ButtonLink>
    ) : undefined;
    return <Notice tone="met" announce="polite" title={t("dossier.desk.done")} action={print} />;
  }
  const again = (
    <ButtonLink id="again" href={`${path}/dossiers/new`}>
      {t("dossier.desk.again")}
    </ButtonLink>
  );
  return (
    <Notice tone="met" announce="polite" title={t("dossier.done.received", { code: externalCode })} action={again}>
      {promisedAt
        ? t("dossier.desk.receivedText", { due: format.dateTime(promisedAt) })
        : t("dossier.desk.receivedOpen")}
    </Notice>
  );
}
