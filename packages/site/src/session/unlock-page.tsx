import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { unlockAction, unlockLoader } from "./unlock.server";

/** The page in front of a session that was left alone for too long. */
export function UnlockPage() {
  const { name, minutes, held } = useLoaderData<typeof unlockLoader>();
  const answer = useActionData<typeof unlockAction>();
  const t = useT();
  return (
    <PlainShell>
      <div className="sign-in">
        <PageHead title={t("session.unlock.title")} lead={t("session.unlock.intro", { name, minutes })} />
        {answer?.problem ? (
          <Notice tone="missed" announce="now" title={answer.problem} />
        ) : held ? (
          <Notice tone="pending" announce="polite" title={t("session.unlock.held")} />
        ) : null}
        <Form method="post" className="panel panel-p stack">
          <Field
            id="password"
            name="password"
            control="password"
            label={t("session.password")}
            autoComplete="current-password"
            required
          />
          <div>
            <Button kind="primary">{t("session.unlock.submit")}</Button>
          </div>
        </Form>
        <Form method="post" action="/sign-out">
          <Button kind="quiet">{t("session.code.other")}</Button>
        </Form>
      </div>
    </PlainShell>
  );
}
