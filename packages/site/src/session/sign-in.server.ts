import { signInForm } from "@gandan/model/session/session-inputs";
import { plainAddress } from "@gandan/web/safe-next";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { pageCaller, problemOf } from "../caller.server";

/** Who is signed in already goes on to where they wanted to go. */
export async function signInLoader(args: LoaderFunctionArgs) {
  const { ctx, t } = await pageCaller(args);
  const { searchParams } = new URL(args.request.url);
  const next = plainAddress(searchParams.get("next"));
  if (ctx.session) throw redirect(next);
  return { title: t("shell.title", { page: t("session.signIn") }), next, signedOut: searchParams.has("out") };
}

/** Signs in and goes on to `next`, an address of this site; 401 with the name kept when it fails, 429 when locked out. */
export async function signInAction(args: ActionFunctionArgs) {
  const { caller, t } = await pageCaller(args);
  const form = await args.request.formData();
  const signInName = String(form.get("signInName") ?? "");
  const parsed = signInForm.safeParse({ signInName, password: String(form.get("password") ?? "") });
  if (!parsed.success) return data({ signInName, problem: t("error.session.wrong") }, 400);
  try {
    const { setCookie } = await caller.session.signIn(parsed.data);
    return redirect(plainAddress(form.get("next")), { headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ signInName, problem: text }, code === "TOO_MANY" ? 429 : 401);
  }
}
