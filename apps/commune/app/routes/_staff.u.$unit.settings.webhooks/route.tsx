import { useT } from "@gandan/i18n/translation";
import { listDeliveries, WEBHOOK_EVENTS } from "@gandan/model/webhook/webhook-inputs";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { DeliveryLog } from "../../webhook/delivery-log";
import { readWebhookForm } from "../../webhook/webhook-form.server";
import { WebhookTable } from "../../webhook/webhook-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const DONE = ["on", "off", "ping", "remove", "resend"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const query = new URL(args.request.url).searchParams;
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ""));
  const parsed = listDeliveries.safeParse(given);
  const filters = parsed.success ? parsed.data : listDeliveries.parse({});
  const found = await orResponse(t, caller.webhook.list({ unitId, ...filters }));
  const title = t("shell.titleWithUnit", { page: `${t("webhook.tab")}, ${t("settings.title")}`, unit: unit.name });
  const done = DONE.find((each) => each === query.get("done")) ?? null;
  return { title, here: `${path}/settings/webhooks`, found, filters, done, mayChange: !unit.ended };
}

/** One act on one webhook; a new secret is told in the answer and nowhere else. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = readWebhookForm(await args.request.formData());
  const nothing = { secret: null, problem: null, again: null, wrong: null };
  if ("wrong" in form) return data({ ...nothing, again: form.again, wrong: form.wrong }, 422);
  try {
    switch (form.act) {
      case "add":
        return data({ ...nothing, secret: await caller.webhook.add({ unitId, ...form.input }) });
      case "renew":
        return data({ ...nothing, secret: await caller.webhook.renew({ unitId, ...form.input }) });
      case "on":
      case "off":
        await caller.webhook.switch({ unitId, ...form.input, on: form.act === "on" });
        break;
      case "ping":
        await caller.webhook.ping({ unitId, ...form.input });
        break;
      case "remove":
        await caller.webhook.remove({ unitId, ...form.input });
        break;
      case "resend":
        await caller.webhook.resend({ unitId, ...form.input });
    }
  } catch (error) {
    const problem = problemOf(t, error).text;
    return data({ ...nothing, problem, again: form.act === "add" ? form.input : null }, 409);
  }
  return redirect(`${path}/settings/webhooks?done=${form.act}`);
}

/** Addresses to which the unit's events go, and how each fared. */
export default function Webhooks() {
  const { here, found, filters, done, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const secretOf = found.webhooks.find(({ id }) => id === answer?.secret?.webhookId)?.url;
  return (
    <>
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      {done && !answer ? <Notice tone="met" announce="polite" title={t(`webhook.done.${done}`)} /> : null}
      {answer?.secret ? (
        <Notice tone="pending" announce="now" title={t("webhook.secretTitle")}>
          <p>{t("webhook.secretText")}</p>
          <Field
            id="secret"
            name="secret"
            control="textarea"
            code
            rows={2}
            label={`${t("webhook.secret")}: ${secretOf ?? ""}`}
            defaultValue={answer.secret.secret}
            spellCheck={false}
          />
        </Notice>
      ) : null}
      <Panel id="webhooks" title={t("webhook.list")} flush={found.webhooks.length > 0}>
        {found.webhooks.length === 0 ? (
          <EmptyState icon="git-branch" title={t("webhook.none")} text={t("webhook.noneText")} />
        ) : (
          <WebhookTable webhooks={found.webhooks} here={here} mayChange={mayChange} />
        )}
      </Panel>
      {mayChange ? (
        <Panel id="add" title={t("webhook.addTitle")}>
          <Form key={answer?.secret?.webhookId ?? ""} method="post" action={here} className="stack">
            <p className="soft">{t("webhook.lead")}</p>
            <Field
              id="url"
              name="url"
              label={t("webhook.url")}
              hint={t("webhook.urlHint")}
              required
              maxLength={500}
              defaultValue={answer?.again?.url}
              error={answer?.wrong === "url" ? t("webhook.urlError") : undefined}
              spellCheck={false}
              autoComplete="off"
            />
            <ChoiceField
              id="events"
              name="events"
              control="checkbox"
              legend={t("webhook.events")}
              chosen={answer?.again?.events ?? WEBHOOK_EVENTS}
              error={answer?.wrong === "events" ? t("webhook.eventsError") : undefined}
              options={WEBHOOK_EVENTS.map((event) => ({ value: event, label: t(`webhook.event.${event}`) }))}
            />
            <div>
              <Button kind="primary" name="act" value="add">
                {t("webhook.add")}
              </Button>
            </div>
          </Form>
        </Panel>
      ) : null}
      <DeliveryLog found={found} filters={filters} here={here} mayChange={mayChange} />
      <Panel id="how" title={t("webhook.howTitle")}>
        <p className="soft">{t("webhook.howText")}</p>
      </Panel>
    </>
  );
}
