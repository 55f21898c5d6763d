import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { signInAction, signInLoader } from "./sign-in.server";

/** The page for signing in, with what went wrong the last time. */
export function SignInPage() {
  const { next, signedOut, passwordSet } = useLoaderData<typeof signInLoader>();
  const answer = useActionData<typeof signInAction>();
  const t = useT();
  return (
    <PlainShell>
      <div className="sign-in">
        <PageHead title={t("session.signInTitle")} lead={t("session.signInIntro")} />
        {answer?.problem ? (
          <Notice tone="missed" announce="now" title={answer.problem} />
        ) : passwordSet ? (
          <Notice tone="met" announce="polite" title={t("session.set.done")} />
        ) : signedOut ? (
          <Notice tone="info" announce="polite" title={t("session.signedOut")} />
        ) : null}
        <Form method="post" className="panel panel-p stack">
          <input type="hidden" name="next" value={next} />
          <Field
            id="sign-in-name"
            name="signInName"
            label={t("session.name")}
            autoComplete="username"
            defaultValue={answer?.signInName}
            spellCheck={false}
            required
          />
          <Field
            id="password"
            name="password"
            control="password"
            label={t("session.password")}
            autoComplete="current-password"
            required
          />
          <div>
            <Button kind="primary" type="submit">
              {t("session.signIn")}
            </Button>
          </div>
        </Form>
      </div>
    </PlainShell>
  );
}
