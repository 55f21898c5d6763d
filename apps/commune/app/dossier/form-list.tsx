import { useFormat, useT } from "@gandan/i18n/translation";
import type { DossierFact } from "@gandan/model/dossier/dossier-event";
import { formsOfDossier, type OfferedForm } from "@gandan/model/form/forms-of-dossier";
import { Panel } from "@gandan/ui/panel";

interface FormListProps {
  dossier: {
    id: string;
    applicantName: string | null;
    events: readonly { seq: number; at: Date; fact: DossierFact }[];
  };
  /** Address of the unit. */
  path: string;
}

/** Address of a form as a file. */
export function formHref(path: string, dossierId: string, { form, seq }: OfferedForm, as: "pdf" | "docx"): string {
  return `${path}/dossiers/${dossierId}/forms/${form}${seq === null ? "" : `-${seq}`}.${as}`;
}

/** The papers of a dossier, each as PDF and for Word; what is missing of one stands in its place. */
export function FormList({ dossier, path }: FormListProps) {
  const t = useT();
  const format = useFormat();
  const timeOf = (seq: number | null) => dossier.events.find((event) => event.seq === seq)?.at;
  return (
    <Panel id="forms" title={t("form.title")}>
      <ul className="stack">
        {formsOfDossier(dossier.applicantName, dossier.events).map((offered) => {
          const { form, seq, missing } = offered;
          const name = t("form.one", { name: t(`form.name.${form}`), form });
          const at = timeOf(seq);
          const href = (as: "pdf" | "docx") => formHref(path, dossier.id, offered, as);
          const [lacking] = missing;
          return (
            <li key={`${form} ${seq}`}>
              {lacking ? (
                <>
                  {name}. <span className="muted">{t(`form.missing.${lacking}`)}</span>
                </>
              ) : (
                <>
                  <a href={href("pdf")} aria-label={t("form.printOne", { name })}>
                    {name}
                  </a>{" "}
                  <span className="muted">
                    {at ? `${format.dateTime(at)} · ` : ""}
                    <a href={href("docx")} aria-label={t("form.wordOne", { name })}>
                      {t("form.wordShort")}
                    </a>
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

interface FormOfEventProps extends FormListProps {
  /** Number of the event. */
  seq: number;
}

/** The way to the form that an event gave rise to; nothing when there is none, or when it cannot be made. */
export function FormOfEvent({ dossier, path, seq }: FormOfEventProps) {
  const t = useT();
  const form = formsOfDossier(dossier.applicantName, dossier.events).find((offered) => offered.seq === seq);
  if (!form || form.missing.length > 0) return null;
  return (
    <>
      {" · "}
      <a className="no-print" href={formHref(path, dossier.id, form, "pdf")}>
        {t("form.print", { form: form.form })}
      </a>
    </>
  );
}
