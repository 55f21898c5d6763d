import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { FactList } from "@gandan/ui/fact-list";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { sessionsAction, sessionsLoader } from "./sessions.server";

/** How the account is protected, and where its person is signed in, with a button to end each session. */
export function SessionsPage() {
  const { sessions, factor, name, passwordChanged } = useLoaderData<typeof sessionsLoader>();
  const answer = useActionData<typeof sessionsAction>();
  const t = useT();
  const format = useFormat();
  return (
    <PlainShell>
      <div className="stack-5">
        <Breadcrumb
          label={t("shell.breadcrumb")}
          links={[{ href: "/", label: t("shell.unitsOfMine") }]}
          current={t("session.list.title")}
        />
        <PageHead title={t("session.list.title")} lead={t("session.list.intro")} />
        {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
        {passwordChanged && !answer ? <Notice tone="met" announce="polite" title={t("session.change.done")} /> : null}
        <Panel id="protect" title={t("session.protect.title")}>
          <FactList
            facts={[
              {
                term: t("session.protect.factor"),
                value: (
                  <>
                    {factor.since
                      ? t("session.protect.on", { date: format.date(factor.since), count: factor.codesLeft })
                      : t("session.protect.off")}
                    {" · "}
                    <a href="/account/second-factor">
                      {factor.since ? t("session.protect.manage") : t("session.protect.setUp")}
                    </a>
                  </>
                ),
              },
              {
                term: t("session.protect.password"),
                value: <a href="/account/password">{t("session.change.title")}</a>,
              },
            ]}
          />
        </Panel>
        <Panel id="sessions" title={name} flush>
          <DataTable
            caption={t("session.list.caption")}
            rows={sessions}
            rowKey={({ handle }) => handle}
            columns={[
              {
                key: "device",
                header: t("session.list.device"),
                cell: ({ userAgent, current }) => (
                  <>
                    {userAgent ?? "–"} {current ? <Badge>{t("session.list.current")}</Badge> : null}
                  </>
                ),
              },
              {
                key: "started",
                header: t("session.list.started"),
                narrowLabel: t("session.list.started"),
                align: "date",
                cell: ({ createdAt }) => format.dateTime(createdAt),
              },
              {
                key: "lastSeen",
                header: t("session.list.lastSeen"),
                narrowLabel: t("session.list.lastSeen"),
                align: "date",
                cell: ({ lastSeenAt }) => format.dateTime(lastSeenAt),
              },
              {
                key: "expires",
                header: t("session.list.expires"),
                narrowLabel: t("session.list.expires"),
                align: "date",
                cell: ({ expiresAt }) => format.dateTime(expiresAt),
              },
              {
                key: "end",
                header: t("session.list.end"),
                headerHidden: true,
                align: "end",
                cell: ({ handle, current }) =>
                  current ? null : (
                    <Form method="post">
                      <input type="hidden" name="handle" value={handle} />
                      <Button size="small">{t("session.list.end")}</Button>
                    </Form>
                  ),
              },
            ]}
          />
        </Panel>
        {sessions.length > 1 ? (
          <Form method="post">
            <Button kind="danger">{t("session.list.endOthers")}</Button>
          </Form>
        ) : (
          <p className="soft">{t("session.list.only")}</p>
        )}
      </div>
    </PlainShell>
  );
}
