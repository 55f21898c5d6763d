import { useFormat, useT } from "@gandan/i18n/translation";
import { Panel } from "@gandan/ui/panel";

interface LinkOnceProps {
  name: string;
  address: string;
  expiresAt: Date;
}

/** A link for a password, on the one page that shows it. */
export function LinkOnce({ name, address, expiresAt }: LinkOnceProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Panel id="link-once" title={t("staff.person.linkTitle", { name })}>
      <div className="stack">
        <p className="secret" translate="no">
          {address}
        </p>
        <p>{t("staff.person.linkOnce", { name, time: format.dateTime(expiresAt) })}</p>
      </div>
    </Panel>
  );
}
