import { useFormat, useT } from "@gandan/i18n/translation";
import { listImports, MAX_IMPORT_MB } from "@gandan/model/import/import-inputs";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const search = Object.fromEntries(new URL(args.request.url).searchParams);
  const found = await orResponse(t, caller.import.list({ unitId, ...listImports.parse(search) }));
  return { title: t("shell.titleWithUnit", { page: t("import.title"), unit: unit.name }), found, path };
}

/** What a form adds around the file. */
const FORM_ROOM = 64 * 1024;

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const max = MAX_IMPORT_MB * 1024 * 1024;
  if (Number(args.request.headers.get("content-length") ?? 0) > max + FORM_ROOM) {
    return data({ error: t("error.import.tooLarge", { max: MAX_IMPORT_MB }) }, 413);
  }
  const file = (await args.request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0) return data({ error: t("error.import.noFile") }, 400);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { importId, isNew } = await caller.import.upload({ unitId, fileName: file.name.slice(-200), bytes });
    return redirect(`${path}/imports/${importId}${isNew ? "" : "?known=1"}`);
  } catch (error) {
    return data({ error: problemOf(t, error).text }, 400);
  }
}

const TONES = {
  checked: "line",
  waiting: "accent",
  running: "accent",
  done: "plain",
  refused: "line",
  failed: "gold",
  expired: "line",
} as const;

export default function Imports() {
  const { found, path } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const first = (found.page - 1) * found.pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("import.title")}
      />
      <PageHead title={t("import.title")} lead={t("import.intro")} />
      {problem ? (
        <ErrorSummary title={t("import.result.failed")} errors={[{ id: "file", text: problem.error }]} />
      ) : null}
      <Panel id="upload" title={t("import.step.file")}>
        <Form method="post" encType="multipart/form-data" reloadDocument className="stack-4">
          <Field
            id="file"
            name="file"
            control="file"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            label={t("import.file")}
            hint={t("import.fileHint", { max: MAX_IMPORT_MB })}
            error={problem?.error}
            required
          />
          <Button kind="primary">{t("import.upload")}</Button>
        </Form>
      </Panel>
      <Panel id="history" title={t("import.history")} flush>
        <DataTable
          caption={t("import.historyCaption")}
          rows={found.runs}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="file-text" title={t("import.empty")} text={t("import.emptyText")} />}
          columns={[
            {
              key: "file",
              header: t("import.file"),
              cell: (run) => <a href={`${path}/imports/${run.id}`}>{run.fileName}</a>,
            },
            {
              key: "state",
              header: t("import.stateLabel"),
              narrowLabel: t("import.stateLabel"),
              cell: (run) => <Badge tone={TONES[run.state]}>{t(`import.state.${run.state}`)}</Badge>,
            },
            {
              key: "rows",
              header: t("import.rows"),
              narrowLabel: t("import.rows"),
              align: "number",
              cell: (run) => format.number(run.rowsTotal),
            },
            {
              key: "errors",
              header: t("import.errors.title"),
              narrowLabel: t("import.errors.title"),
              align: "number",
              cell: (run) => format.number(run.rowsInError),
            },
            {
              key: "at",
              header: t("import.at"),
              narrowLabel: t("import.at"),
              align: "date",
              cell: (run) => format.dateTime(run.createdAt),
            },
            { key: "by", header: t("import.by"), narrowLabel: t("import.by"), cell: (run) => run.by ?? "" },
          ]}
        />
        <Pagination
          label={t("shell.page.nav")}
          page={found.page}
          pages={Math.ceil(found.total / found.pageSize)}
          href={(page) => `${path}/imports?page=${page}`}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page }),
          }}
          position={
            found.total > 0
              ? t("shell.page.range", { from: first + 1, to: first + found.runs.length, total: found.total })
              : undefined
          }
        />
      </Panel>
    </div>
  );
}
