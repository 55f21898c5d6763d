import { useFormat, useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import type { ImportPage } from "../../import/import-page";

/** What an import has written. */
export function ImportResult({ run, path }: { run: ImportPage; path: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <Panel id="result" title={t("import.result.title", { count: run.rowsNew + run.rowsChanged })}>
      <div className="stack-4">
        <Stats
          items={[
            { label: t("import.result.created"), value: format.number(run.rowsNew) },
            { label: t("import.result.updated"), value: format.number(run.rowsChanged) },
            { label: t("import.result.unchanged"), value: format.number(run.rowsSame) },
            { label: t("import.reconcile.kind.contradicting"), value: format.number(run.rowsContradicting) },
            { label: t("import.reconcile.kind.missing"), value: format.number(run.rowsMissing) },
            {
              label: t("import.result.skipped"),
              value: format.number(run.rowsInError),
              tone: run.rowsInError > 0 ? "missed" : "plain",
            },
          ]}
        />
        <p className="row">
          <ButtonLink kind="primary" href={`${path}/dossiers`}>
            {t("import.result.seeDossiers")}
          </ButtonLink>
          {run.rowsChanged + run.rowsContradicting + run.rowsMissing > 0 ? (
            <ButtonLink href={`${path}/imports/${run.id}/reconciliation`}>{t("import.reconcile.see")}</ButtonLink>
          ) : null}
        </p>
      </div>
    </Panel>
  );
}
