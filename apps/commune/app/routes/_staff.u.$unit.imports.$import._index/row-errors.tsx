import { useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";
import type { ImportPage } from "../../import/import-page";

/** Errors kept with an import; where there are more, the list to download is made from the file. */
const MOST_KEPT = 10_000;

/** Rows that cannot be taken in: line, column, what is wrong and what to do. */
export function RowErrors({ run, path }: { run: ImportPage; path: string }) {
  const t = useT();
  const more = run.errorsKept - run.errors.length;
  const { errorsKept: kept, rowsInError: count } = run;
  const moreText = !run.allErrors
    ? t("import.errors.firstOnly", { kept, count })
    : kept < MOST_KEPT
      ? t("import.errors.more", { count: more })
      : t("import.errors.manyMore", { count });
  return (
    <Panel
      id="errors"
      title={t("import.errors.title")}
      flush
      aside={
        <ButtonLink href={`${path}/imports/${run.id}/errors.csv`} size="small" download>
          {t("import.errors.download")}
        </ButtonLink>
      }
    >
      <DataTable
        caption={t("import.errors.caption")}
        rows={run.errors}
        rowKey={({ line, column, key }) => `${line} ${column ?? ""} ${key}`}
        columns={[
          {
            key: "line",
            header: t("import.errors.row"),
            narrowLabel: t("import.errors.row"),
            cell: ({ line }) => line,
          },
          {
            key: "column",
            header: t("import.errors.column"),
            narrowLabel: t("import.errors.column"),
            cell: ({ column }) => column ?? "–",
          },
          {
            key: "value",
            header: t("import.errors.value"),
            narrowLabel: t("import.errors.value"),
            cell: ({ details }) => String(details?.value ?? "–"),
          },
          {
            key: "problem",
            header: t("import.errors.problem"),
            cell: ({ key, details }) => t.find(`import.errors.${key}`, details) ?? t("error.field.unknown"),
          },
        ]}
      />
      {more > 0 ? <p className="panel-p">{moreText}</p> : null}
    </Panel>
  );
}
