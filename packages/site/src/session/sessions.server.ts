import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { personCaller, problemOf } from "../caller.server";

/** The devices on which a person is signed in, and how the account is protected. */
export async function sessionsLoader(args: LoaderFunctionArgs) {
  const { caller, session, t } = await personCaller(args);
  const [sessions, factor] = await Promise.all([caller.session.list(), caller.session.factor()]);
  const { since, codesLeft } = factor;
  return {
    title: t("shell.title", { page: t("session.list.title") }),
    sessions,
    factor: { since, codesLeft },
    name: session.actor.name,
    passwordChanged: new URL(args.request.url).searchParams.get("done") === "password",
  };
}

/** Ends one session (`handle`), or all others. */
export async function sessionsAction(args: ActionFunctionArgs) {
  const { caller, t } = await personCaller(args);
  const handle = (await args.request.formData()).get("handle");
  try {
    if (typeof handle === "string") await caller.session.end({ handle });
    else await caller.session.endOthers();
    return redirect("/account");
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 400);
  }
}
