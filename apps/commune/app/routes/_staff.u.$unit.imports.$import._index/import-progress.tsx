import { useT } from "@gandan/i18n/translation";
import { Panel } from "@gandan/ui/panel";
import { Progress } from "@gandan/ui/progress";
import type { ImportPage } from "../../import/import-page";

/** How far the worker has come. */
export function ImportProgress({ run }: { run: ImportPage }) {
  const t = useT();
  return (
    <Panel id="progress" title={t("import.progress.title")} titleHidden>
      <Progress
        id="progress-bar"
        label={run.state === "waiting" ? t("import.progress.waiting") : t("import.progress.title")}
        value={run.rowsRead}
        max={run.rowsTotal}
        text={t("import.progress.row", { done: run.rowsRead, total: run.rowsTotal })}
        hint={t("import.progress.leave")}
      />
    </Panel>
  );
}
