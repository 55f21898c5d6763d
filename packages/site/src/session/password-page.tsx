import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { changePasswordAction, setPasswordAction, setPasswordLoader } from "./password.server";

const MIN_LENGTH = 14;

/** Changing one's own password. */
export function ChangePasswordPage() {
  const answer = useActionData<typeof changePasswordAction>();
  const t = useT();
  return (
    <PlainShell>
      <div className="stack-5">
        <Breadcrumb
          label={t("shell.breadcrumb")}
          links={[{ href: "/account", label: t("session.protect.account") }]}
          current={t("session.change.title")}
        />
        <PageHead title={t("session.change.title")} />
        {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
        <Form method="post" className="panel panel-p stack">
          <Field
            id="current"
            name="current"
            control="password"
            label={t("session.change.current")}
            autoComplete="current-password"
            required
          />
          <NewPassword />
          <div>
            <Button kind="primary">{t("session.change.submit")}</Button>
          </div>
        </Form>
      </div>
    </PlainShell>
  );
}

/** Setting a password by a link that an administrator gave. */
export function SetPasswordPage() {
  const { name, signInName } = useLoaderData<typeof setPasswordLoader>();
  const answer = useActionData<typeof setPasswordAction>();
  const t = useT();
  return (
    <PlainShell>
      <div className="sign-in">
        <PageHead title={t("session.set.title")} lead={t("session.set.intro", { name, signInName })} />
        {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
        <Form method="post" className="panel panel-p stack">
          <input type="hidden" name="username" autoComplete="username" value={signInName} />
          <NewPassword />
          <div>
            <Button kind="primary">{t("session.set.submit")}</Button>
          </div>
        </Form>
      </div>
    </PlainShell>
  );
}

function NewPassword() {
  const t = useT();
  return (
    <>
      <Field
        id="next"
        name="next"
        control="password"
        label={t("session.change.next")}
        hint={t("session.passwordHint", { min: MIN_LENGTH })}
        autoComplete="new-password"
        required
      />
      <Field
        id="again"
        name="again"
        control="password"
        label={t("session.change.repeat")}
        autoComplete="new-password"
        required
      />
    </>
  );
}
