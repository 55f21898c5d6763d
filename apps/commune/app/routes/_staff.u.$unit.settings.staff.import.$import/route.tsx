import { useT } from "@gandan/i18n/translation";
import { staffListId } from "@gandan/model/staff/staff-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button, ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

const TONES = { new: "accent", changed: "gold", same: "line" } as const;
const idOf = (args: { params: { import?: string | undefined } }) => ({ importId: args.params.import ?? "" });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  if (!staffListId.safeParse(idOf(args)).success) throw new Response(t("error.staff.listNotFound"), { status: 404 });
  const list = await orResponse(t, caller.staff.readList({ unitId, ...idOf(args) }));
  const { searchParams } = new URL(args.request.url);
  const told = searchParams.has("added")
    ? { added: Number(searchParams.get("added")), changed: Number(searchParams.get("changed")) }
    : null;
  const title = t("shell.titleWithUnit", { page: t("staff.list.preview"), unit: unit.name });
  return { title, list, told, path: `${path}/settings/staff` };
}

/** Records the list, or gives it up (`intent`). */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const back = `${path}/settings/staff`;
  try {
    if ((await args.request.formData()).get("intent") === "drop") {
      await caller.staff.dropList({ unitId, ...idOf(args) });
      return redirect(`${back}/import`);
    }
    const { added, changed } = await caller.staff.confirmList({ unitId, ...idOf(args) });
    return redirect(`${back}/import/${args.params.import}?added=${added}&changed=${changed}`);
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
}

export default function StaffPreviewPage() {
  const { list, told, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  if (list.state !== "waiting") {
    return (
      <>
        {told && list.state === "done" ? (
          <Notice tone="met" announce="polite" title={t("staff.list.doneTitle", told)} />
        ) : (
          <Notice tone="info" title={t("staff.list.closed")} />
        )}
        <div className="row">
          <ButtonLink kind="primary" href={path}>
            {t("staff.title")}
          </ButtonLink>
          <ButtonLink href={`${path}/import`}>{t("staff.list.again")}</ButtonLink>
        </div>
      </>
    );
  }
  const { errors, lines, counts } = list;
  return (
    <>
      {answer ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      <p>{t("staff.list.previewLead", { file: list.fileName, rows: list.rows })}</p>
      {errors.length > 0 ? (
        <>
          <Notice tone="missed" title={t("staff.list.wrongTitle", { count: errors.length })}>
            {t("staff.list.wrongText")}
          </Notice>
          <Panel id="errors" title={t("staff.list.errorsCaption")} flush>
            <DataTable
              caption={t("staff.list.errorsCaption")}
              rows={errors.map((error, place) => ({ ...error, key: `${place}` }))}
              rowKey={({ key }) => key}
              columns={[
                { key: "line", header: t("staff.list.line"), cell: ({ line }) => `${t("staff.list.line")} ${line}` },
                {
                  key: "column",
                  header: t("staff.list.column"),
                  narrowLabel: t("staff.list.column"),
                  cell: ({ column }) => t(`staff.list.columns.${column}`),
                },
                {
                  key: "problem",
                  header: t("staff.list.problem"),
                  cell: ({ problem, details }) => t.find(`staff.list.wrong.${problem}`, details) ?? problem,
                },
              ]}
            />
          </Panel>
        </>
      ) : (
        <Notice tone="info" title={t("staff.list.counts", counts)} />
      )}
      <Panel id="lines" title={t("staff.list.linesCaption")} flush>
        <DataTable
          caption={t("staff.list.linesCaption")}
          rows={lines}
          rowKey={({ line }) => String(line)}
          columns={[
            {
              key: "name",
              header: t("staff.name"),
              cell: ({ line, name, code, email }) => (
                <>
                  {name}
                  <span className="sub">
                    {[`${t("staff.list.line")} ${line}`, code, email].filter(Boolean).join(" · ")}
                  </span>
                </>
              ),
            },
            {
              key: "role",
              header: t("staff.role"),
              narrowLabel: t("staff.role"),
              cell: ({ role }) => t.find(`session.role.${role}`) ?? role,
            },
            {
              key: "outcome",
              header: t("staff.list.outcome"),
              narrowLabel: t("staff.list.outcome"),
              cell: ({ outcome, changes }) => (
                <>
                  <Badge tone={TONES[outcome]}>{t(`staff.list.outcomes.${outcome}`)}</Badge>{" "}
                  {outcome === "changed" ? changes.map((each) => t(`staff.list.changes.${each}`)).join(", ") : null}
                </>
              ),
            },
          ]}
        />
      </Panel>
      <Form method="post" className="row">
        {errors.length === 0 ? (
          <Button kind="primary" name="intent" value="confirm">
            {t("staff.list.confirm")}
          </Button>
        ) : null}
        <Button name="intent" value="drop">
          {t("staff.list.drop")}
        </Button>
      </Form>
    </>
  );
}
