import { useFormat, useT } from "@gandan/i18n/translation";
import type { WebhookEvent } from "@gandan/model/webhook/webhook-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Form } from "@remix-run/react";

interface WebhookLine {
  id: string;
  url: string;
  events: WebhookEvent[];
  state: "active" | "paused" | "disabled";
  failures: number;
  createdAt: Date;
  createdBy: string | null;
}

interface WebhookTableProps {
  webhooks: readonly WebhookLine[];
  here: string;
  mayChange: boolean;
}

/** A unit's webhooks with what may be done with each. */
export function WebhookTable({ webhooks, here, mayChange }: WebhookTableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("webhook.list")}
      rows={webhooks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "url",
          header: t("webhook.url"),
          cell: ({ url, events }) => (
            <>
              {url}
              <span className="sub">{events.map((event) => t(`webhook.event.${event}`)).join(", ")}</span>
            </>
          ),
        },
        {
          key: "state",
          header: t("webhook.stateLabel"),
          narrowLabel: t("webhook.stateLabel"),
          cell: ({ state, failures }) => (
            <>
              <Badge tone={state === "active" ? "accent" : "line"}>{t(`webhook.state.${state}`)}</Badge>
              {failures > 0 ? <span className="sub">{t("webhook.failures", { count: failures })}</span> : null}
            </>
          ),
        },
        {
          key: "by",
          header: t("webhook.createdBy"),
          narrowLabel: t("webhook.createdBy"),
          cell: ({ createdBy, createdAt }) => (
            <>
              {createdBy ?? "–"}
              <span className="sub">{format.date(createdAt)}</span>
            </>
          ),
        },
        {
          key: "act",
          header: t("webhook.act"),
          headerHidden: true,
          cell: (webhook) => (mayChange ? <WebhookActs webhook={webhook} here={here} /> : null),
        },
      ]}
    />
  );
}

function WebhookActs({ webhook: { id, url, state }, here }: { webhook: WebhookLine; here: string }) {
  const t = useT();
  const turn = state === "active" ? "off" : "on";
  return (
    <Form method="post" action={here} className="stack no-print">
      <input type="hidden" name="webhook" value={id} />
      <div className="row">
        <Button size="small" name="act" value="ping" label={`${t("webhook.ping")}: ${url}`}>
          {t("webhook.ping")}
        </Button>
        <Button size="small" name="act" value={turn} label={`${t(`webhook.${turn}`)}: ${url}`}>
          {t(`webhook.${turn}`)}
        </Button>
      </div>
      <details className="more">
        <summary>{t("webhook.more")}</summary>
        <div className="stack">
          <p className="hint">{t("webhook.renewText")}</p>
          <Button size="small" name="act" value="renew" label={`${t("webhook.renew")}: ${url}`}>
            {t("webhook.renew")}
          </Button>
          <p className="hint">{t("webhook.removeText", { url })}</p>
          <Button size="small" kind="danger" name="act" value="remove" label={`${t("webhook.remove")}: ${url}`}>
            {t("webhook.remove")}
          </Button>
        </div>
      </details>
    </Form>
  );
}
