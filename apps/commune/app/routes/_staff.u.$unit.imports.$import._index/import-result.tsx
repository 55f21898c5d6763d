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
            {
              label: t("import.result.skipped"),
              value: format.number(run.rowsInError),
              tone: run.rowsInError > 0 ? "missed" : "plain",
            },
          ]}
        />
        <p>
          <ButtonLink kind="primary" href={`${path}/dossiers`}>
            {t("import.result.seeDossiers")}
          </ButtonLink>
        </p>
      </div>
    </Panel>
  );
}
