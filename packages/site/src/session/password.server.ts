import { changePasswordForm, setPasswordForm } from "@gandan/model/session/session-inputs";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { orResponse, pageCaller, personCaller, problemOf } from "../caller.server";

/** The page on which a person changes the password. */
export async function changePasswordLoader(args: LoaderFunctionArgs) {
  const { t } = await personCaller(args);
  return { title: t("shell.title", { page: t("session.change.title") }) };
}

/** Changes the password and goes back to the account; what is wrong is said, nothing typed comes back. */
export async function changePasswordAction(args: ActionFunctionArgs) {
  const { caller, t } = await personCaller(args);
  const parsed = changePasswordForm.safeParse(Object.fromEntries(await args.request.formData()));
  if (!parsed.success) return data({ problem: t("error.session.mismatch") }, 400);
  try {
    await caller.session.changePassword(parsed.data);
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "TOO_MANY" ? 429 : 400);
  }
  return redirect("/account?done=password");
}

/** Whose password a link sets. */
export async function setPasswordLoader(args: LoaderFunctionArgs) {
  const { caller, t } = await pageCaller(args);
  const link = await orResponse(t, caller.session.passwordLink({ token: args.params.token ?? "" }));
  const { name, signInName } = link;
  return { title: t("shell.title", { page: t("session.set.title") }), name, signInName };
}

/** Sets the password by the link and goes on to signing in. */
export async function setPasswordAction(args: ActionFunctionArgs) {
  const { caller, t } = await pageCaller(args);
  const form = Object.fromEntries(await args.request.formData());
  const parsed = setPasswordForm.safeParse({ ...form, token: args.params.token });
  if (!parsed.success) return data({ problem: t("error.session.mismatch") }, 400);
  try {
    await caller.session.setPassword(parsed.data);
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 400);
  }
  return redirect("/sign-in?set=1");
}
