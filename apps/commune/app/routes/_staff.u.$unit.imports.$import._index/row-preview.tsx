import { useFormat, useT } from "@gandan/i18n/translation";
import type { ImportField } from "@gandan/model/import/import-mapping";
import { Button } from "@gandan/ui/button";
import { Check } from "@gandan/ui/choice-field";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";
import { ScrollRegion } from "@gandan/ui/scroll-region";
import { Form } from "@remix-run/react";
import type { ImportPage } from "../../import/import-page";

const SHOWN: readonly ImportField[] = [
  "code",
  "procedure",
  "applicant",
  "channel",
  "state",
  "receivedAt",
  "acceptedAt",
  "dueAt",
  "finishedAt",
  "handedOverAt",
  "closedAt",
];

/** On a narrow screen, where each row is a block of lines: enough to see whether the columns are the right ones. */
const NARROW: readonly ImportField[] = ["procedure", "state", "receivedAt", "acceptedAt", "dueAt", "finishedAt"];
const NARROW_ROWS = 3;

interface SampleRow {
  cells: string[];
  place: number;
}

/** The first rows as they will be read, what the file would bring, and the button that hands it to the worker. */
export function RowPreview({ run }: { run: ImportPage }) {
  const t = useT();
  const format = useFormat();
  const good = run.rowsTotal - run.rowsInError;
  const fields = SHOWN.filter((field) => run.mapping.columns[field]);
  const placeOf = (field: ImportField) => run.headers.indexOf(run.mapping.columns[field] ?? "");
  const rows = run.sample.map((cells, place): SampleRow => ({ cells, place }));
  const narrowRows = rows.slice(0, NARROW_ROWS);
  const columnsOf = (shown: readonly ImportField[]) =>
    shown.map((field) => ({
      key: field,
      header: t(`import.mapping.fields.${field}`),
      narrowLabel: t(`import.mapping.fields.${field}`),
      cell: (row: SampleRow) => row.cells[placeOf(field)] ?? "",
    }));
  return (
    <Panel id="preview" title={t("import.preview.title")}>
      <div className="stack-4">
        <p>
          {t("import.preview.counts", {
            rows: run.rowsTotal,
            new: run.rowsNew,
            known: good - run.rowsNew,
            errors: run.rowsInError,
          })}{" "}
          {t("import.preview.nothingWritten")} {t("import.preview.kept", { date: format.dateTime(run.keptUntil) })}
        </p>
        <div className="row">
          {good > 0 ? (
            <Form method="post" reloadDocument className="row">
              {run.rowsInError > 0 ? <Check name="onlyGood" label={t("import.preview.onlyGood")} /> : null}
              <Button kind="primary" name="intent" value="start">
                {t("import.preview.submit", { count: good })}
              </Button>
            </Form>
          ) : (
            <p>{t("import.preview.cannot")}</p>
          )}
          <Form method="post" reloadDocument>
            <Button kind="quiet" name="intent" value="cancel">
              {t("import.preview.cancel")}
            </Button>
          </Form>
        </div>
        {fields.length > 0 ? (
          <>
            <div className="wide-only">
              <ScrollRegion label={t("import.preview.caption")}>
                <DataTable
                  caption={t("import.preview.caption")}
                  rows={rows}
                  rowKey={({ place }) => String(place)}
                  flush
                  columns={columnsOf(fields)}
                />
              </ScrollRegion>
            </div>
            <div className="narrow-only">
              <p>{t("import.preview.narrowCaption", { count: narrowRows.length })}</p>
              <DataTable
                caption={t("import.preview.caption")}
                rows={narrowRows}
                rowKey={({ place }) => String(place)}
                flush
                columns={columnsOf(fields.filter((field, place) => place === 0 || NARROW.includes(field)))}
              />
            </div>
          </>
        ) : null}
      </div>
    </Panel>
  );
}
