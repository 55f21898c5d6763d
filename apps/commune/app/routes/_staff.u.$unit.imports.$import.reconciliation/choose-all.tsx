import { useT } from "@gandan/i18n/translation";
import type { Why } from "@gandan/model/import/reconciliation";
import { Button } from "@gandan/ui/button";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import type { ReconciliationPage } from "../../import/import-page";

interface ChooseAllProps {
  reasons: ReconciliationPage["reasons"];
  /** Only those of this reason, as filtered. */
  why: Why | undefined;
  open: boolean;
  action: string;
}

/** How many contradictions take which side, and one side for all of them. */
export function ChooseAll({ reasons, why, open, action }: ChooseAllProps) {
  const t = useT();
  const meant = reasons.filter((each) => why === undefined || each.why === why);
  const count = meant.reduce((sum, { n }) => sum + n, 0);
  const file = meant.reduce((sum, each) => sum + each.file, 0);
  if (count === 0) return null;
  return (
    <Panel id="choices" title={t("import.reconcile.kind.contradicting")} titleHidden>
      <div className="row">
        <p>{t("import.reconcile.taken", { file, count })}</p>
        {open ? (
          <Form method="post" action={action} reloadDocument className="row">
            {why ? <input type="hidden" name="why" value={why} /> : null}
            {(["ours", "file"] as const).map((side) => (
              <Button key={side} name="side" value={side} size="small">
                {t("import.reconcile.takeAll", { side: t(`import.reconcile.take.${side}`), count })}
              </Button>
            ))}
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
