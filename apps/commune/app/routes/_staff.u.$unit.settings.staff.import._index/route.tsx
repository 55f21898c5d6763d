import { useT } from "@gandan/i18n/translation";
import { MAX_STAFF_FILE_MB, MAX_STAFF_ROWS } from "@gandan/model/staff/staff-inputs";
import { Button, ButtonLink } from "@gandan/ui/button";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

/** What a form adds around the file. */
const FORM_ROOM = 64 * 1024;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  // Says at once to whom this is not open.
  await orResponse(t, caller.staff.list({ unitId, q: "", role: "", state: "working", page: 1 }));
  const title = t("shell.titleWithUnit", { page: t("staff.list.title"), unit: unit.name });
  return { title, path: `${path}/settings/staff` };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const max = MAX_STAFF_FILE_MB * 1024 * 1024;
  if (Number(args.request.headers.get("content-length") ?? 0) > max + FORM_ROOM) {
    return data({ error: t("error.staff.fileTooLarge", { max: MAX_STAFF_FILE_MB }) }, 413);
  }
  const file = (await args.request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0) return data({ error: t("staff.list.noFile") }, 400);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { importId } = await caller.staff.uploadList({ unitId, fileName: file.name.slice(-200), bytes });
    return redirect(`${path}/settings/staff/import/${importId}`);
  } catch (error) {
    return data({ error: problemOf(t, error).text }, 400);
  }
}

export default function StaffFilePage() {
  const { path } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      {problem ? <ErrorSummary title={problem.error} errors={[{ id: "file", text: t("staff.list.file") }]} /> : null}
      <Panel id="upload" title={t("staff.list.title")}>
        <Form method="post" encType="multipart/form-data" reloadDocument className="stack">
          <p>{t("staff.list.lead")}</p>
          <p>
            <a href={`${path}/template.xlsx`} download>
              {t("staff.list.template")}
            </a>
          </p>
          <Field
            id="file"
            name="file"
            control="file"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            label={t("staff.list.file")}
            hint={t("staff.list.fileHint", { max: MAX_STAFF_FILE_MB, rows: MAX_STAFF_ROWS })}
            error={problem?.error}
            required
          />
          <div className="row">
            <Button kind="primary">{t("staff.list.upload")}</Button>
            <ButtonLink kind="quiet" href={path}>
              {t("shell.action.cancel")}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
    </>
  );
}
