import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { codeAction, codeLoader } from "./code.server";

/** The second step of signing in: a code of the authenticator, or a recovery code. */
export function CodePage() {
  const { name } = useLoaderData<typeof codeLoader>();
  const answer = useActionData<typeof codeAction>();
  const t = useT();
  return (
    <PlainShell>
      <div className="sign-in">
        <PageHead title={t("session.code.title")} lead={t("session.code.intro", { name })} />
        {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
        <Form method="post" className="panel panel-p stack">
          <Field
            id="code"
            name="code"
            label={t("session.code.label")}
            hint={t("session.code.hint")}
            autoComplete="one-time-code"
            maxLength={60}
            spellCheck={false}
            required
          />
          <div>
            <Button kind="primary">{t("session.code.submit")}</Button>
          </div>
        </Form>
        <p className="hint">{t("session.code.lost")}</p>
        <Form method="post" action="/sign-out">
          <Button kind="quiet">{t("session.code.other")}</Button>
        </Form>
      </div>
    </PlainShell>
  );
}
