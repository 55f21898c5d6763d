import { useT } from "@gandan/i18n/translation";
import { importId, KEPT_DAYS } from "@gandan/model/import/import-inputs";
import { checkMapping, IMPORT_FIELDS, importMapping } from "@gandan/model/import/import-mapping";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Steps } from "@gandan/ui/steps";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";
import { MappingForm } from "./mapping-form";
import { ReconcileSummary } from "./reconcile-summary";
import { RowErrors } from "./row-errors";
import { RowPreview } from "./row-preview";

const UNDER_WAY = ["waiting", "running"];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  ...(page && UNDER_WAY.includes(page.run.state) ? [{ httpEquiv: "refresh", content: "2" }] : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const input = importId.safeParse({ importId: args.params.import });
  if (!input.success) throw new Response(t("error.import.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const run = await orResponse(t, caller.import.get({ unitId, ...input.data }));
  return {
    title: t("shell.titleWithUnit", { page: run.fileName, unit: unit.name }),
    run,
    path,
    known: new URL(args.request.url).searchParams.has("known"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const id = args.params.import ?? "";
  const form = await args.request.formData();
  const intent = form.get("intent");
  try {
    if (intent === "map") {
      const columns = Object.fromEntries(
        IMPORT_FIELDS.map((field) => [field, form.get(`column-${field}`)]).filter(([, column]) => column),
      );
      const mapping = importMapping.safeParse({ columns, dateOrder: form.get("dateOrder") ?? undefined });
      if (!mapping.success) return data({ errors: [{ text: t("error.invalid") }] }, 400);
      const errors = checkMapping(mapping.data).map(({ key, field, column }) => ({
        id: `column-${field}`,
        text: t(`error.${key}`, { field: t(`import.mapping.fields.${field}`), column }),
      }));
      if (errors.length > 0) return data({ errors }, 400);
      const source = String(form.get("source") ?? "").slice(0, 100);
      await caller.import.saveMapping({ unitId, importId: id, source, mapping: mapping.data });
    } else if (intent === "start") {
      await caller.import.start({ unitId, importId: id, onlyGood: form.get("onlyGood") === "on" });
    } else if (intent === "cancel") {
      await caller.import.cancel({ unitId, importId: id });
    }
  } catch (error) {
    const { text } = problemOf(t, error);
    return data({ errors: [{ id: intent === "start" ? "preview" : "mapping", text }] }, 400);
  }
  return redirect(`${path}/imports/${id}`);
}

const STEP = { checked: 2, waiting: 3, running: 3, done: 4, refused: 2, failed: 3, expired: 2 } as const;

export default function Import() {
  const { run, path, known } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const t = useT();
  const open = (run.state === "checked" || run.state === "failed") && run.headers.length > 0;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/imports`, label: t("import.title") },
        ]}
        current={run.fileName}
      />
      <PageHead title={run.fileName} lead={t(`import.state.${run.state}`)} />
      <Steps
        label={t("import.title")}
        steps={(["file", "mapping", "preview", "run", "done"] as const).map((step) => ({
          label: t(`import.step.${step}`),
        }))}
        current={STEP[run.state]}
        doneLabel={t("import.state.checked")}
      />
      {known ? <Notice tone="info" title={t("import.preview.known")} announce="polite" /> : null}
      {problem ? <ErrorSummary title={t("import.result.failed")} errors={problem.errors} /> : null}
      {run.state === "failed" ? (
        <Notice tone="missed" title={t("import.result.failed")}>
          {t("import.result.failedText")}
        </Notice>
      ) : null}
      {run.state === "refused" ? <Notice tone="pending" title={t("import.result.refusedText")} /> : null}
      {run.state === "expired" ? (
        <Notice tone="pending" title={t("import.result.expiredTitle")}>
          {t("import.result.expiredText", { days: KEPT_DAYS })}
        </Notice>
      ) : null}
      {UNDER_WAY.includes(run.state) ? <ImportProgress run={run} /> : null}
      {run.state === "done" ? <ImportResult run={run} path={path} /> : null}
      {open && run.rowsInError < run.rowsTotal ? <ReconcileSummary run={run} path={path} /> : null}
      {open ? <RowPreview run={run} /> : null}
      {run.errors.length > 0 ? <RowErrors run={run} path={path} /> : null}
      {open ? <MappingForm run={run} problems={problem?.errors ?? []} /> : null}
    </div>
  );
}
