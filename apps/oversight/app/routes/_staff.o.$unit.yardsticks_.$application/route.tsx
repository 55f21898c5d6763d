import { useFormat, useT } from "@gandan/i18n/translation";
import { endYardstick } from "@gandan/model/yardstick/yardstick-inputs";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { FactList } from "@gandan/ui/fact-list";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { YardstickRules } from "../../yardstick/yardstick-rules";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { applications, today, mayApply } = await orResponse(t, caller.yardstick.list({ unitId }));
  const shown = applications.find(({ id }) => id === args.params.application);
  if (!shown) throw new Response(t("error.yardstick.notFound"), { status: 404 });
  const title = t("shell.titleWithUnit", { page: shown.title, unit: unit.name });
  return { title, path, shown, today, mayChange: mayApply && shown.own && !unit.ended };
}

/** Errors that another last day would mend. */
const LAST_DAY = new Set(["yardstick.endPast", "yardstick.endLater", "yardstick.outdated"]);

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const applicationId = args.params.application ?? "";
  const ending = form.get("act") === "end";
  const lastDay = String(form.get("lastDay") ?? "");
  const refuse = (id: string, text: string) => data({ id, text, lastDay }, { status: 422 });
  try {
    if (ending) {
      const read = endYardstick.safeParse({ applicationId, lastDay });
      if (!read.success) return refuse("last-day", t("error.field.date", { value: lastDay }));
      await caller.yardstick.end({ unitId, ...read.data });
    } else {
      await caller.yardstick.withdraw({ unitId, applicationId });
    }
  } catch (error) {
    const { key, text } = problemOf(t, error);
    return refuse(LAST_DAY.has(key) ? "last-day" : "", text);
  }
  throw redirect(`${path}/yardsticks?saved=${ending ? "end" : "withdraw"}`);
}

/** One application: what it judges, and the way to end it or, before it begins, to take it back. */
export default function ApplicationPage() {
  const { path, shown, mayChange } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const facts = [
    { term: t("yardstick.from"), value: format.date(shown.from) },
    {
      term: t("yardstick.lastDay"),
      value: shown.lastDay === null ? t("yardstick.openEnd") : format.date(shown.lastDay),
    },
    { term: t("yardstick.units"), value: t("yardstick.unitsCount", { count: shown.units }) },
    { term: t("yardstick.basis"), value: shown.basis ?? t("yardstick.basisMissing") },
    { term: t("yardstick.by"), value: shown.own ? t("yardstick.bySelf") : shown.by },
    {
      term: t("yardstick.recorded"),
      value: shown.recordedBy
        ? t("yardstick.recordedAt", { name: shown.recordedBy, time: format.dateTime(shown.recordedAt) })
        : null,
    },
  ];
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/yardsticks`, label: t("yardstick.title") },
        ]}
        current={shown.title}
      />
      <PageHead
        title={shown.title}
        lead={
          <>
            {t("yardstick.version", { version: shown.version })}{" "}
            <Badge tone={shown.state === "running" ? "accent" : "line"}>{t(`yardstick.state.${shown.state}`)}</Badge>{" "}
            {shown.sample ? <Badge tone="line">{t("yardstick.sample")}</Badge> : null}
          </>
        }
      />
      <ErrorSummary
        title={t("shell.form.errors", { count: 1 })}
        errors={failed ? [{ ...(failed.id ? { id: failed.id } : {}), text: failed.text }] : []}
      />
      {shown.own ? null : <Notice tone="info" title={t("yardstick.readOnlyAbove", { unit: shown.by })} />}
      <FactList facts={facts} />
      <YardstickRules id="rules" title={t("yardstick.rules")} rules={shown.rules} />
      {mayChange && shown.state !== "over" ? <ChangePanel /> : null}
    </div>
  );
}

function ChangePanel() {
  const { shown, today } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  if (shown.state === "coming") {
    return (
      <Panel id="withdraw" title={t("yardstick.withdrawPage.title")}>
        <form method="post" className="stack">
          <p className="soft">{t("yardstick.withdrawPage.text")}</p>
          <div className="row">
            <Button kind="danger" name="act" value="withdraw">
              {t("yardstick.withdrawPage.submit")}
            </Button>
          </div>
        </form>
      </Panel>
    );
  }
  return (
    <Panel id="end" title={t("yardstick.endPage.title")}>
      <form method="post" className="stack">
        <p className="soft">{t("yardstick.endPage.text")}</p>
        <Field
          id="last-day"
          name="lastDay"
          control="date"
          required
          min={today}
          label={t("yardstick.endPage.lastDay")}
          hint={t("yardstick.endPage.lastDayHint", { date: format.date(today) })}
          error={failed?.id === "last-day" ? failed.text : undefined}
          defaultValue={failed?.lastDay ?? shown.lastDay ?? today}
        />
        <div className="row">
          <Button kind="danger" name="act" value="end">
            {t("yardstick.endPage.submit")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
