import { useFormat, useT } from "@gandan/i18n/translation";
import { openBatch } from "@gandan/model/survey/paper-inputs";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { AboutFields } from "../../paper/about-fields";
import { saidIn, saying } from "../../paper/said.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path, ctx } = await unitCaller(args);
  const page = Number(new URL(args.request.url).searchParams.get("page") ?? "1") || 1;
  const list = await orResponse(t, caller.surveyPaper.list({ unitId, page }));
  return {
    title: t("shell.titleWithUnit", { page: `${t("paper.tab")}, ${t("survey.title")}`, unit: unit.name }),
    here: `${path}/surveys/paper`,
    page,
    today: new Date(ctx.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10),
    said: saidIn(t, args.request.url),
    ...list,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const values = Object.fromEntries([...(await args.request.formData())].map(([name, value]) => [name, String(value)]));
  const input = openBatch.safeParse(values);
  if (!input.success) {
    const wrong = new Set(input.error.issues.map(({ path: [name] }) => name));
    const errors = {
      ...(wrong.has("note") ? { note: t("paper.noteError") } : {}),
      ...(wrong.has("day") ? { day: t("paper.dayError") } : {}),
    };
    return data({ values, errors: errors as Record<string, string>, problem: null }, 422);
  }
  try {
    const { batchId } = await caller.surveyPaper.open({ unitId, ...input.data });
    return redirect(saying(`${path}/surveys/paper/${batchId}`, "opened"));
  } catch (error) {
    return data({ values, errors: {} as Record<string, string>, problem: problemOf(t, error).text }, 409);
  }
}

/** Batches of sheets on paper, and the way to a new one. */
export default function PaperBatches() {
  const { here, page, pages, batches, forms, about, today, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  return (
    <>
      {said && !failure ? <Toast>{said}</Toast> : null}
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {batches.length === 0 ? (
        <EmptyState
          icon="file-text"
          level={2}
          title={t("paper.none")}
          text={t(forms.length > 0 ? "paper.noneText" : "paper.needForm")}
        />
      ) : (
        <Panel id="batches" title={t("paper.list")} flush>
          <DataTable
            caption={t("paper.list")}
            captionHidden
            rows={batches}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "number",
                header: t("paper.column.number"),
                cell: ({ id, number, note }) => (
                  <>
                    <a href={`${here}/${id}`}>{t("paper.batch", { number })}</a>
                    <span className="sub">{note}</span>
                  </>
                ),
              },
              {
                key: "form",
                header: t("paper.column.form"),
                narrowLabel: t("paper.column.form"),
                cell: ({ formTitle, procedureName }) => (
                  <>
                    {formTitle}
                    {procedureName ? <span className="sub">{procedureName}</span> : null}
                  </>
                ),
              },
              {
                key: "source",
                header: t("paper.column.source"),
                narrowLabel: t("paper.column.source"),
                cell: ({ source }) => t(`paper.source.${source}`),
              },
              {
                key: "day",
                header: t("paper.column.day"),
                narrowLabel: t("paper.column.day"),
                align: "date",
                cell: ({ day }) => format.date(day),
              },
              {
                key: "sheets",
                header: t("paper.column.sheets"),
                narrowLabel: t("paper.column.sheets"),
                align: "number",
                cell: ({ sheets }) => format.number(sheets),
              },
              {
                key: "state",
                header: t("paper.column.state"),
                narrowLabel: t("paper.column.state"),
                cell: ({ state }) => t(`paper.state.${state}`),
              },
            ]}
          />
          <Pagination
            label={t("shell.page.nav")}
            page={page}
            pages={pages}
            href={(to) => `${here}?page=${to}`}
            labels={{
              previous: t("shell.page.previous"),
              next: t("shell.page.next"),
              page: (to) => t("shell.page.page", { page: to }),
            }}
          />
        </Panel>
      )}
      {forms.length > 0 ? (
        <Panel id="open" title={t("paper.openTitle")}>
          <Form method="post" className="stack">
            <p className="soft">{t("paper.openLead")}</p>
            <Field
              id="formId"
              name="formId"
              control="select"
              label={t("paper.form")}
              defaultValue={failure?.values.formId ?? forms[0]?.formId}
              options={forms.map(({ formId, title }) => ({ value: formId, label: title }))}
            />
            <Field
              id="day"
              name="day"
              control="date"
              required
              max={today}
              label={t("paper.day")}
              hint={t("paper.dayHint")}
              defaultValue={failure?.values.day ?? today}
              error={failure?.errors.day}
            />
            <Field
              id="note"
              name="note"
              required
              maxLength={200}
              label={t("paper.note")}
              hint={t("paper.noteHint")}
              defaultValue={failure?.values.note}
              error={failure?.errors.note}
            />
            <AboutFields
              about={about}
              procedure={failure?.values.procedure ?? null}
              pointId={failure?.values.pointId ?? null}
            />
            <div>
              <Button kind="primary">{t("paper.open")}</Button>
            </div>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}
