import { useFormat, useT } from "@gandan/i18n/translation";
import { dateOrder, IMPORT_FIELDS, type ImportField } from "@gandan/model/import/import-mapping";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import { withoutDigits } from "../../import/entry-text";
import type { ImportPage } from "../../import/import-page";

interface MappingFormProps {
  run: ImportPage;
  problems: readonly { id?: string; text: string }[];
}

/** Always in sight; the others that the file does not seem to have are folded away. */
const NEEDED: readonly ImportField[] = ["code", "procedure", "receivedAt", "acceptedAt"];

/** Which column of the file holds which entry of a dossier. */
export function MappingForm({ run, problems }: MappingFormProps) {
  const t = useT();
  const format = useFormat();
  const sampleOf = (field: ImportField, column: string | undefined) => {
    const place = column === undefined ? -1 : run.headers.indexOf(column);
    const found = run.sample.map((cells) => cells[place]).find((cell) => cell);
    if (!found) return undefined;
    return `${t("import.mapping.sample")}: ${field === "phone" ? withoutDigits(found) : found}`;
  };
  const errorOf = (field: ImportField) => problems.find(({ id }) => id === `column-${field}`)?.text;
  const columns = [...new Set(run.headers.filter(Boolean))].map((header) => ({ value: header, label: header }));
  const choice = (field: ImportField) => {
    const column = run.mapping.columns[field];
    return (
      <Field
        key={field}
        id={`column-${field}`}
        name={`column-${field}`}
        control="select"
        label={t(`import.mapping.fields.${field}`)}
        hint={sampleOf(field, column)}
        error={errorOf(field)}
        defaultValue={column ?? ""}
        options={[{ value: "", label: t("import.mapping.none") }, ...columns]}
      />
    );
  };
  const isShown = (field: ImportField) =>
    NEEDED.includes(field) || run.mapping.columns[field] !== undefined || errorOf(field) !== undefined;
  const shown = IMPORT_FIELDS.filter(isShown);
  const others = IMPORT_FIELDS.filter((field) => !isShown(field));
  return (
    <Panel id="mapping" title={t("import.mapping.title")}>
      <Form method="post" reloadDocument className="stack-4">
        <p>
          {t("import.mapping.intro")}{" "}
          {run.kept ? t("import.mapping.saved", { date: format.date(run.kept.updatedAt) }) : null}
        </p>
        <div className="grid2">{shown.map(choice)}</div>
        {others.length > 0 ? (
          <details>
            <summary>{t("import.mapping.others", { count: others.length })}</summary>
            <div className="grid2">{others.map(choice)}</div>
          </details>
        ) : null}
        <div className="grid2">
          <Field
            id="dateOrder"
            name="dateOrder"
            control="select"
            label={t("import.mapping.dateOrder")}
            defaultValue={run.mapping.dateOrder}
            options={dateOrder.options.map((order) => ({ value: order, label: t(`import.mapping.${order}`) }))}
          />
          <Field
            id="source"
            name="source"
            label={t("import.source")}
            hint={t("import.sourceHint")}
            defaultValue={run.kept?.name ?? ""}
            maxLength={100}
          />
        </div>
        <Button name="intent" value="map">
          {t("import.mapping.submit")}
        </Button>
      </Form>
    </Panel>
  );
}
