import { signInForm } from "@gandan/model/session/session-inputs";
import { plainAddress } from "@gandan/web/safe-next";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { pageCaller, problemOf } from "../caller.server";

/** Who is signed in already goes on to where they wanted to go. */
export async function signInLoader(args: LoaderFunctionArgs) {
  const { ctx, t } = await pageCaller(args);
  const { searchParams } = new URL(args.request.url);
  const next = plainAddress(searchParams.get("next"));
  // A locked session, or one that is to set up its second factor, learns so at the page it wanted.
  if (ctx.session || (ctx.gate && ctx.gate.kind !== "code")) throw redirect(next);
  return {
    title: t("shell.title", { page: t("session.signIn") }),
    next,
    signedOut: searchParams.has("out"),
    passwordSet: searchParams.has("set"),
  };
}

/** Signs in and goes on to `next`, an address of this site, or to the code that is due first; 401 with the name kept when it fails, 429 when locked out. */
export async function signInAction(args: ActionFunctionArgs) {
  const { caller, t } = await pageCaller(args);
  const form = await args.request.formData();
  const signInName = String(form.get("signInName") ?? "");
  const parsed = signInForm.safeParse({ signInName, password: String(form.get("password") ?? "") });
  if (!parsed.success) return data({ signInName, problem: t("error.session.wrong") }, 400);
  try {
    const { setCookie, codeDue } = await caller.session.signIn(parsed.data);
    const next = plainAddress(form.get("next"));
    const to = codeDue ? `/sign-in/code?next=${encodeURIComponent(next)}` : next;
    return redirect(to, { headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ signInName, problem: text }, code === "TOO_MANY" ? 429 : 401);
  }
}
