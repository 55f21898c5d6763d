import { useFormat, useT } from "@gandan/i18n/translation";
import type { ListDeliveries, WebhookEvent } from "@gandan/model/webhook/webhook-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

interface DeliveryLine {
  id: string;
  url: string;
  event: WebhookEvent | "ping";
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  status: number | null;
  problem:
    | "forbidden-address"
    | "no-address"
    | "not-https"
    | "redirect"
    | "status"
    | "timeout"
    | "connection"
    | "off"
    | null;
  createdAt: Date;
  sendAt: Date;
  mayResend: boolean;
}

interface DeliveryLogProps {
  found: {
    webhooks: readonly { id: string; url: string }[];
    deliveries: readonly DeliveryLine[];
    total: number;
    page: number;
    pageSize: number;
  };
  filters: ListDeliveries;
  here: string;
  mayChange: boolean;
}

const STATES = ["waiting", "delivered", "failed"] as const;

/** What was sent to the webhooks and how each try ended. */
export function DeliveryLog({ found, filters, here, mayChange }: DeliveryLogProps) {
  const t = useT();
  const format = useFormat();
  const { webhooks, deliveries, total, page, pageSize } = found;
  const filtered = Boolean(filters.state || filters.webhookId);
  const hrefOf = (number: number) => {
    const { state = "", webhookId = "" } = filters;
    const entries = Object.entries({ state, webhookId, page: number > 1 ? String(number) : "" });
    const query = new URLSearchParams(entries.filter(([, value]) => value !== ""));
    return query.size > 0 ? `${here}?${query}` : here;
  };
  const first = (page - 1) * pageSize;
  return (
    <Panel id="log" title={t("webhook.log")}>
      <div className="stack">
        <FilterBar
          label={t("webhook.logFilter")}
          action={here}
          submit={t("shell.action.filter")}
          clear={filtered ? { href: here, label: t("shell.action.clearFilters") } : undefined}
        >
          <Field
            id="state"
            name="state"
            control="select"
            label={t("webhook.deliveryLabel")}
            defaultValue={filters.state ?? ""}
            options={[
              { value: "", label: t("webhook.anyState") },
              ...STATES.map((state) => ({ value: state, label: t(`webhook.deliveryState.${state}`) })),
            ]}
          />
          <Field
            id="webhookId"
            name="webhookId"
            control="select"
            label={t("webhook.url")}
            defaultValue={filters.webhookId ?? ""}
            options={[
              { value: "", label: t("webhook.anyWebhook") },
              ...webhooks.map(({ id, url }) => ({ value: id, label: url })),
            ]}
          />
        </FilterBar>
        <DataTable
          caption={t("webhook.log")}
          flush
          rows={deliveries}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="history" title={t("webhook.logNone")} text={t("webhook.logNoneText")} />}
          columns={[
            {
              key: "when",
              header: t("webhook.when"),
              cell: ({ createdAt }) => format.dateTime(createdAt),
            },
            {
              key: "what",
              header: t("webhook.what"),
              narrowLabel: t("webhook.what"),
              cell: ({ event, url }) => (
                <>
                  {t(`webhook.event.${event}`)}
                  <span className="sub">{url}</span>
                </>
              ),
            },
            {
              key: "result",
              header: t("webhook.deliveryLabel"),
              narrowLabel: t("webhook.deliveryLabel"),
              cell: (delivery) => <Result delivery={delivery} />,
            },
            {
              key: "act",
              header: t("webhook.act"),
              headerHidden: true,
              align: "end",
              cell: ({ id, mayResend }) =>
                mayResend && mayChange ? (
                  <Form method="post" action={here} className="no-print">
                    <input type="hidden" name="delivery" value={id} />
                    <Button size="small" name="act" value="resend">
                      {t("webhook.resend")}
                    </Button>
                  </Form>
                ) : null,
            },
          ]}
        />
        {total > pageSize ? (
          <Pagination
            label={t("shell.page.nav")}
            page={page}
            pages={Math.ceil(total / pageSize)}
            href={hrefOf}
            labels={{
              previous: t("shell.page.previous"),
              next: t("shell.page.next"),
              page: (number) => t("shell.page.page", { page: number }),
            }}
            position={t("shell.page.range", { from: first + 1, to: first + deliveries.length, total })}
          />
        ) : null}
      </div>
    </Panel>
  );
}

function Result({ delivery }: { delivery: DeliveryLine }) {
  const { state, status, problem, attempts, sendAt } = delivery;
  const t = useT();
  const format = useFormat();
  const said = [
    problem ? t(`webhook.problem.${problem}`) : null,
    status === null ? null : t("webhook.status", { status }),
    attempts > 1 || problem ? t("webhook.attempts", { count: attempts }) : null,
    state === "waiting" && attempts > 0 ? t("webhook.nextTry", { time: format.dateTime(sendAt) }) : null,
  ].filter(Boolean);
  return (
    <>
      <Badge tone={state === "failed" ? "line" : "plain"}>{t(`webhook.deliveryState.${state}`)}</Badge>
      {said.length > 0 ? <span className="sub">{said.join("; ")}</span> : null}
    </>
  );
}
