import { useT } from "@gandan/i18n/translation";
import { signInForm } from "@gandan/model/session/session-inputs";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { pageCaller, problemOf } from "../../caller.server";
import { PlainShell } from "../../plain-shell";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const safeNext = (next: string | null) => (next && /^\/(?![/\\])[!-~]*$/.test(next) ? next : "/");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, t } = await pageCaller(args);
  const { searchParams } = new URL(args.request.url);
  const next = safeNext(searchParams.get("next"));
  if (ctx.session) throw redirect(next);
  return { title: t("shell.title", { page: t("session.signIn") }), next, signedOut: searchParams.has("out") };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t } = await pageCaller(args);
  const form = await args.request.formData();
  const signInName = String(form.get("signInName") ?? "");
  const parsed = signInForm.safeParse({ signInName, password: String(form.get("password") ?? "") });
  if (!parsed.success) return data({ signInName, problem: t("error.session.wrong") }, 400);
  try {
    const { setCookie } = await caller.session.signIn(parsed.data);
    return redirect(safeNext(String(form.get("next"))), { headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ signInName, problem: text }, code === "TOO_MANY" ? 429 : 401);
  }
}

export default function SignIn() {
  const { next, signedOut } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <PlainShell>
      <div className="sign-in">
        <PageHead title={t("session.signInTitle")} lead={t("session.signInIntro")} />
        {answer?.problem ? (
          <Notice tone="missed" announce="now" title={answer.problem} />
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
