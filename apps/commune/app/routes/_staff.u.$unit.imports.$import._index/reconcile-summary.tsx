import { useFormat, useT } from "@gandan/i18n/translation";
import { matchKind } from "@gandan/model/import/reconciliation";
import { ButtonLink } from "@gandan/ui/button";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import type { ImportPage } from "../../import/import-page";

/** How the file stands to the dossiers of the unit, in figures that lead to the dossiers. */
export function ReconcileSummary({ run, path }: { run: ImportPage; path: string }) {
  const t = useT();
  const format = useFormat();
  const here = `${path}/imports/${run.id}/reconciliation`;
  const counts = {
    contradicting: run.rowsContradicting,
    changed: run.rowsChanged,
    missing: run.rowsMissing,
    new: run.rowsNew,
    unchanged: run.rowsSame,
  };
  return (
    <Panel id="reconciliation" title={t("import.reconcile.title")}>
      <div className="stack-4">
        <p>{t("import.reconcile.intro")}</p>
        <Stats
          items={matchKind.options.map((kind) => ({
            label: t(`import.reconcile.kind.${kind}`),
            value:
              counts[kind] > 0 ? <a href={`${here}?kind=${kind}`}>{format.number(counts[kind])}</a> : format.number(0),
            tone: kind === "contradicting" && counts[kind] > 0 ? "missed" : "plain",
          }))}
        />
        <p>
          <ButtonLink href={counts.contradicting > 0 ? `${here}?kind=contradicting` : here}>
            {counts.contradicting > 0
              ? t("import.reconcile.choose", { count: counts.contradicting })
              : t("import.reconcile.see")}
          </ButtonLink>
        </p>
      </div>
    </Panel>
  );
}
