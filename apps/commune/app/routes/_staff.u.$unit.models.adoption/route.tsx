import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

const MODES = ["same-day", "no-friday-carry-over"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const adoption = await orResponse(t, caller.adoption.read({ unitId }));
  const saved = new URL(args.request.url).searchParams.get("saved");
  const mayEdit = adoption.mayEdit && !unit.ended;
  const title = t("shell.titleWithUnit", { page: t("adoption.title"), unit: unit.name });
  return { ...adoption, title, path, saved, mayEdit };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const registrations = MODES.flatMap((mode) => form.getAll(mode).map((code) => ({ code: String(code), mode })));
  const from = String(form.get("from"));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) return data({ text: t("error.field.date", { value: from }) }, { status: 422 });
  try {
    await caller.adoption.register({ unitId, from, registrations });
  } catch (error) {
    return data({ text: problemOf(t, error).text }, { status: 422 });
  }
  throw redirect(`${path}/models/adoption?saved=procedures`);
}

/** Which model the unit runs, on what basis, since when; the procedures registered; earlier choices. */
export default function AdoptionPage() {
  const { path, saved, current, next, history, mayEdit } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const nameOf = (one: typeof current) =>
    one?.declinedReason
      ? t("adoption.declinedText", { reason: one.declinedReason })
      : (one?.ownName ?? one?.title ?? "–");
  const latest = next ?? current;
  const done = latest?.modelId
    ? t("adoption.done", { model: nameOf(latest), from: format.date(latest.from) })
    : t("adoption.declineDone");
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: `${path}/models`, label: t("model.title") }]}
        current={t("adoption.title")}
      />
      <PageHead
        title={t("adoption.title")}
        lead={
          current
            ? `${t("adoption.current", { model: nameOf(current) })}. ${t("adoption.currentSince", {
                from: format.date(current.from),
                document: current.basis ?? t("adoption.page.basisMissing"),
              })}`
            : t("adoption.page.lead")
        }
        actions={
          mayEdit ? (
            <>
              <ButtonLink href={`${path}/models`}>{t("adoption.page.choose")}</ButtonLink>
              <ButtonLink kind="quiet" href={`${path}/models/adopt`}>
                {t("adoption.decline")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {failed ? <Notice tone="missed" announce="now" title={failed.text} /> : null}
      {saved && !failed ? <Toast>{saved === "model" ? done : t("adoption.procedures.saved")}</Toast> : null}
      {next ? (
        <Notice tone="info" title={t("adoption.page.next", { model: nameOf(next), from: format.date(next.from) })} />
      ) : null}
      {mayEdit ? null : <Notice tone="info" title={t("adoption.page.readOnly")} />}
      <Panel id="procedures" title={t("adoption.procedures.title")}>
        {(current ?? next)?.modelId ? (
          <Procedures />
        ) : (
          <EmptyState
            icon="list-checks"
            title={t("adoption.none")}
            text={t("adoption.procedures.needModel")}
            action={<ButtonLink href={`${path}/models`}>{t("model.library.choose")}</ButtonLink>}
          />
        )}
      </Panel>
      {history.length > 0 ? (
        <Panel id="history" title={t("adoption.history")} flush>
          <DataTable
            caption={t("adoption.historyCaption")}
            rows={history}
            rowKey={({ id }) => id}
            isCurrent={({ id }) => id === current?.id}
            columns={[
              {
                key: "model",
                header: t("adoption.model"),
                cell: (one) =>
                  one.modelId ? <a href={`${path}/models/${one.modelId}`}>{nameOf(one)}</a> : nameOf(one),
              },
              {
                key: "from",
                header: t("adoption.from"),
                narrowLabel: t("adoption.from"),
                align: "date",
                cell: ({ from }) => format.date(from),
              },
              {
                key: "to",
                header: t("adoption.to"),
                narrowLabel: t("adoption.to"),
                align: "date",
                cell: ({ to }) => (to ? format.date(to) : t("adoption.page.noDate")),
              },
              {
                key: "basis",
                header: t("adoption.basis"),
                narrowLabel: t("adoption.basis"),
                cell: ({ basis, reference }) => [basis, reference].filter(Boolean).join("; ") || "–",
              },
              {
                key: "procedures",
                header: t("adoption.procedures.title"),
                narrowLabel: t("adoption.procedures.title"),
                align: "number",
                cell: ({ registrations }) => format.number(new Set(registrations.map(({ code }) => code)).size),
              },
            ]}
          />
        </Panel>
      ) : null}
    </div>
  );
}

/** The catalogue by field, a box for each promise. */
function Procedures() {
  const { procedures, current, next, firstFreeDay, mayEdit } = useLoaderData<typeof loader>();
  const t = useT();
  const running = current?.modelId ? current : next;
  const ticked = new Set(running?.registrations.map(({ code, mode }) => `${mode} ${code}`));
  const groups = [...new Set(procedures.map(({ group }) => group))];
  const count = new Set(running?.registrations.map(({ code }) => code)).size;
  const from = running && running.from > firstFreeDay ? running.from : firstFreeDay;
  return (
    <form method="post" className="stack">
      <p className="soft">{count > 0 ? t("adoption.procedures.count", { count }) : t("adoption.procedures.empty")}</p>
      <p className="hint">{t("adoption.procedures.lead")}</p>
      {groups.map((group) => {
        const rows = procedures.filter((one) => one.group === group);
        const used = rows.some(({ code }) => MODES.some((mode) => ticked.has(`${mode} ${code}`)));
        return (
          <details key={group} open={used}>
            <summary>{t.find(`dossier.group.${group}`) ?? group}</summary>
            <DataTable
              caption={`${t("adoption.procedures.caption")}: ${t.find(`dossier.group.${group}`) ?? group}`}
              flush
              rows={rows}
              rowKey={({ code }) => code}
              columns={[
                {
                  key: "name",
                  header: t("procedure.name"),
                  cell: ({ code, name }) => (
                    <>
                      {name} <span className="muted nowrap">{code}</span>
                    </>
                  ),
                },
                ...MODES.map((mode) => ({
                  key: mode,
                  header: t(`adoption.procedures.${mode}`),
                  narrowLabel: t(`adoption.procedures.${mode}`),
                  cell: ({ code, name }: (typeof rows)[number]) => (
                    <input
                      type="checkbox"
                      name={mode}
                      value={code}
                      aria-label={`${t(`adoption.procedures.${mode}`)}: ${name}`}
                      defaultChecked={ticked.has(`${mode} ${code}`)}
                      disabled={!mayEdit}
                    />
                  ),
                })),
              ]}
            />
          </details>
        );
      })}
      {mayEdit ? (
        <>
          <Field id="from" name="from" control="date" required label={t("adoption.from")} defaultValue={from} />
          <Button kind="primary">{t("adoption.procedures.submit")}</Button>
        </>
      ) : null}
    </form>
  );
}
