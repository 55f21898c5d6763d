import { useFormat, useT } from "@gandan/i18n/translation";
import { changeNoticeChoice } from "@gandan/model/notice/notice-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { Check, ChoiceField } from "@gandan/ui/choice-field";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, ctx } = await unitCaller(args);
  const choice = await orResponse(t, caller.notice.choice({ unitId }));
  return {
    title: t("shell.titleWithUnit", {
      page: `${t("notice.settings.tab")}, ${t("settings.title")}`,
      unit: unit.name,
    }),
    choice,
    sentence: choice.plan.sentence[ctx.language],
    saved: new URL(args.request.url).searchParams.get("done") === "saved",
  };
}

/** Saves how the person wants to be reminded by e-mail. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const address = String(form.get("address") ?? "").trim();
  const mailOn = form.has("mailOn");
  const kinds = form.getAll("kinds").map(String);
  const parsed = changeNoticeChoice.safeParse({ address, mailOn, kinds });
  if (!parsed.success) {
    return data({ values: { address, mailOn, kinds }, wrong: t("notice.settings.addressError"), problem: null }, 422);
  }
  try {
    await caller.notice.choose({ unitId, ...parsed.data });
  } catch (error) {
    return data({ values: { address, mailOn, kinds }, wrong: null, problem: problemOf(t, error).text }, 409);
  }
  return redirect(`${path}/settings/reminders?done=saved`);
}

/** When officers are reminded, and how the person gets it by e-mail. */
export default function ReminderSettings() {
  const { choice, sentence, saved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const { address, mailOn, kinds } = failure?.values ?? choice;
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {saved && !failure ? <Notice tone="met" announce="polite" title={t("notice.settings.saved")} /> : null}
      <Panel id="plan" title={t("notice.settings.plan")}>
        <p>{t("notice.settings.planText", { sentence })}</p>
        <p className="hint">
          {choice.plan.model
            ? t("notice.settings.planOf", { model: choice.plan.model })
            : t("notice.settings.planUsual")}
        </p>
      </Panel>
      <Panel id="mail" title={t("notice.settings.mail")}>
        <Form method="post" className="stack">
          <p className="soft">{t("notice.settings.mailText")}</p>
          {choice.mailPossible ? null : <Notice tone="info" title={t("notice.settings.mailOff")} />}
          <Field
            id="address"
            name="address"
            control="email"
            label={t("notice.settings.address")}
            defaultValue={address}
            error={failure?.wrong ?? undefined}
            maxLength={254}
            autoComplete="email"
            spellCheck={false}
          />
          <Check name="mailOn" label={t("notice.settings.mailOn")} checked={mailOn} />
          <ChoiceField
            id="kinds"
            name="kinds"
            control="checkbox"
            legend={t("notice.settings.kinds")}
            chosen={kinds}
            options={choice.offered.map((kind) => ({ value: kind, label: t(`notice.kind.${kind}`) }))}
          />
          <div>
            <Button kind="primary">{t("notice.settings.save")}</Button>
          </div>
        </Form>
      </Panel>
      <Mails />
    </>
  );
}

/** How the last e-mails fared; one that could not be sent says why. */
function Mails() {
  const { mails } = useLoaderData<typeof loader>().choice;
  const t = useT();
  const format = useFormat();
  return (
    <Panel id="mails" title={t("notice.settings.mails")} flush={mails.length > 0}>
      {mails.length === 0 ? (
        <EmptyState icon="mail" title={t("notice.settings.noMails")} />
      ) : (
        <DataTable
          caption={t("notice.settings.mails")}
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "when",
              header: t("notice.settings.mailWhen"),
              cell: ({ endedAt, sendAt }) => format.dateTime(endedAt ?? sendAt),
            },
            {
              key: "state",
              header: t("notice.settings.mailState"),
              narrowLabel: t("notice.settings.mailState"),
              cell: ({ state, attempts, problem, sendAt }) => (
                <>
                  <Badge tone={state === "failed" ? "line" : "plain"}>{t(`notice.settings.state.${state}`)}</Badge>
                  {problem ? (
                    <span className="sub">
                      {state === "waiting"
                        ? t("notice.settings.again", { count: attempts, time: format.dateTime(sendAt), problem })
                        : t("notice.settings.problem", { problem })}
                    </span>
                  ) : null}
                </>
              ),
            },
            {
              key: "count",
              header: t("notice.settings.mailCount"),
              narrowLabel: t("notice.settings.mailCount"),
              align: "number",
              cell: ({ reminders }) => format.number(reminders),
            },
            {
              key: "to",
              header: t("notice.settings.mailTo"),
              narrowLabel: t("notice.settings.mailTo"),
              cell: ({ address }) => address ?? "–",
            },
          ]}
        />
      )}
    </Panel>
  );
}
