import { useT } from "@gandan/i18n/translation";
import { Button, ButtonLink } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";

interface DossierInvitationProps {
  dossierId: string;
  /** Address of the unit. */
  path: string;
  /** The installation sends e-mail. */
  byMail: boolean;
  /** An invitation was just sent. */
  sent: boolean;
}

/** The ways by which the citizen is asked about a dossier with a result: a slip to hand over, or an e-mail. */
export function DossierInvitation({ dossierId, path, byMail, sent }: DossierInvitationProps) {
  const t = useT();
  const here = `${path}/dossiers/${dossierId}/invitation`;
  return (
    <Panel id="invitation" title={t("survey.onDossier.title")}>
      <div className="stack">
        {sent ? <Notice tone="met" announce="polite" title={t("survey.onDossier.sent")} /> : null}
        <p className="soft">{t("survey.onDossier.text")}</p>
        <div>
          <ButtonLink icon="printer" href={`${here}.pdf`}>
            {t("survey.onDossier.action")}
          </ButtonLink>
        </div>
        {byMail ? (
          <form method="post" action={`${here}/mail`} className="stack">
            <Field
              id="invitation-address"
              name="address"
              control="email"
              required
              maxLength={200}
              label={t("survey.onDossier.address")}
              hint={t("survey.onDossier.addressHint")}
              autoComplete="off"
            />
            <div>
              <Button icon="mail">{t("survey.onDossier.mail")}</Button>
            </div>
          </form>
        ) : null}
      </div>
    </Panel>
  );
}
