import { useFormat, useT } from "@gandan/i18n/translation";
import { Button, ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Form, useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { heldLoader } from "./held.server";

/** What was sent to a locked session, to be sent again to where it was meant for. */
export function HeldPage() {
  const { held } = useLoaderData<typeof heldLoader>();
  const t = useT();
  const format = useFormat();
  if (!held) {
    return (
      <PlainShell>
        <PageHead title={t("session.held.title")} />
        <EmptyState icon="info" title={t("session.held.none")} text={t("session.held.noneText")} level={2} />
        <ButtonLink href="/">{t("shell.action.backHome")}</ButtonLink>
      </PlainShell>
    );
  }
  const fields = held.fields.map(([name, value], place) => ({ id: `${place} ${name}`, name, value }));
  return (
    <PlainShell>
      <div className="stack-5">
        <PageHead
          title={t("session.held.title")}
          lead={t("session.held.intro", { time: format.dateTime(held.heldAt) })}
        />
        <form method="post" action={`/held?again=${encodeURIComponent(held.address)}`}>
          {fields.map(({ id, name, value }) => (
            <input key={id} type="hidden" name={name} value={value} />
          ))}
          <Button kind="primary">{t("session.held.again")}</Button>
        </form>
        <Panel id="held" title={t("session.held.caption")} flush>
          <DataTable
            caption={t("session.held.caption")}
            rows={fields.filter(({ value }) => value !== "")}
            rowKey={({ id }) => id}
            columns={[
              { key: "field", header: t("session.held.field"), cell: ({ name }) => name },
              { key: "value", header: t("session.held.value"), cell: ({ value }) => value },
            ]}
          />
        </Panel>
        <div className="row">
          <ButtonLink href={held.address}>{t("session.held.open")}</ButtonLink>
          <Form method="post">
            <Button kind="danger">{t("session.held.drop")}</Button>
          </Form>
        </div>
      </div>
    </PlainShell>
  );
}
