import { useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { Panel } from "@gandan/ui/panel";

/** The way to the slip by which the citizen is asked about a dossier with a result. */
export function DossierInvitation({ dossierId, path }: { dossierId: string; path: string }) {
  const t = useT();
  return (
    <Panel id="invitation" title={t("survey.onDossier.title")}>
      <div className="stack">
        <p className="soft">{t("survey.onDossier.text")}</p>
        <div>
          <ButtonLink icon="printer" href={`${path}/dossiers/${dossierId}/invitation.pdf`}>
            {t("survey.onDossier.action")}
          </ButtonLink>
        </div>
      </div>
    </Panel>
  );
}
