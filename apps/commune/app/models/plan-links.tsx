import { useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";

interface PlanLinksProps {
  /** Address of the model. */
  href: string;
  versionId: string;
  draft: boolean;
}

/** The plan of a version of a model, to read and to go on writing. */
export function PlanLinks({ href, versionId, draft }: PlanLinksProps) {
  const t = useT();
  return (
    <>
      <ButtonLink href={`${href}/plan.pdf?version=${versionId}`} download icon="file-text">
        {t(draft ? "model.plan.draftPdf" : "model.plan.pdf")}
      </ButtonLink>
      <ButtonLink href={`${href}/plan.docx?version=${versionId}`} download icon="download">
        {t("model.plan.docx")}
      </ButtonLink>
    </>
  );
}
